/**
 * Functions that differ only in the words and functions that they name become one, which is handed those; what is left of
 * each is a call of it. Checks of one form are such functions.
 *
 *     findings of check 1    subjects of check 1 … finding of check 1        call folded (table: subjects 1, finding 1)
 *     findings of check 2    subjects of check 2 … finding of check 2   →    call folded (table: subjects 2, finding 2)
 *                                                                            folded: … call_indirect … call_indirect
 *
 * Functions keep their names and their order, so that it can still be said for which item one works.
 */
import { call, type EmittedFunction, get, hasBody, hasLocal, type Instruction, withBody } from '../code.ts'
import { estimatedSize } from './size.ts'
import { type Hole, keyOf, skeletonOf } from './skeleton.ts'

export function fold(functions: readonly EmittedFunction[]): readonly EmittedFunction[] {
  const arities = new Map(functions.map(({ name, params }) => [name, params]))
  const arityOf = (name: string) => arities.get(name)
  const members = functions.map((func): Member => ({ func, ...skeletonOf(func, arityOf) }))
  const replaced = new Map<string, EmittedFunction>()
  const made: EmittedFunction[] = []
  for (const alike of Map.groupBy(members, ({ key }) => key).values()) {
    const folded = foldedOf(alike, `folded:${made.length}`, arityOf)
    if (folded === undefined) continue
    made.push(folded.shared)
    for (const each of folded.calling) replaced.set(each.name, each)
  }
  return [...functions.map((func) => replaced.get(func.name) ?? func), ...made]
}

interface Member {
  readonly func: EmittedFunction
  readonly key: string
  readonly holes: readonly Hole[]
}

interface Folded {
  readonly shared: EmittedFunction
  /** What is left of each member. */
  readonly calling: readonly EmittedFunction[]
}

/** Engines take a thousand parameters; long before, handing them on costs more than it saves. */
const mostParameters = 16

/** Undefined where nothing is gained. */
function foldedOf(
  members: readonly Member[],
  name: string,
  arityOf: (name: string) => number | undefined,
): Folded | undefined {
  const [first] = members
  if (first === undefined || members.length === 1) return undefined
  const { parameters, parameterOf } = parametersOf(members)
  if (first.func.params + parameters.length > mostParameters) return undefined
  const { func, holes } = first
  const filling = holes.map((hole, index): readonly Instruction[] => {
    const parameter = parameterOf(index)
    if (parameter === undefined) return [hole]
    const given = get(func.params + parameter)
    return hole.op === 'call' ? [given, { op: 'call_indirect', params: arityOf(hole.name) ?? 0 }] : [given]
  })
  const shared: EmittedFunction = {
    name,
    params: func.params + parameters.length,
    locals: func.locals,
    body: filled(shifted(func.body, func.params, parameters.length), holes, filling.values()),
  }
  const calling = members.map((member) => calls(member, shared, parameters))
  const size = (all: readonly EmittedFunction[]) => all.reduce((sum, each) => sum + estimatedSize(each), 0)
  return size([shared, ...calling]) < size(members.map((member) => member.func)) ? { shared, calling } : undefined
}

interface Parameters {
  /** The hole, in each member, that gives each parameter. */
  readonly parameters: readonly number[]
  /** The parameter that stands in a hole; undefined where all members have the same there. */
  readonly parameterOf: (hole: number) => number | undefined
}

/** Holes in which every member has the same as in an earlier one share its parameter. */
function parametersOf(members: readonly Member[]): Parameters {
  const columns = new Map<string, number>()
  const parameters: number[] = []
  const standing = (members[0]?.holes ?? []).map((_, index) => {
    const values = members.map(({ holes }) => keyOf(holes[index] as Hole))
    if (new Set(values).size === 1) return undefined
    const column = values.join('\n')
    const known = columns.get(column) ?? parameters.push(index) - 1
    columns.set(column, known)
    return known
  })
  return { parameters, parameterOf: (hole) => standing[hole] }
}

function calls({ func, holes }: Member, shared: EmittedFunction, parameters: readonly number[]): EmittedFunction {
  const own = Array.from({ length: func.params }, (_, index) => get(index))
  const given = parameters.map((index): Instruction => {
    const hole = holes[index] as Hole
    return hole.op === 'call' ? { op: 'function', name: hole.name } : hole
  })
  return { name: func.name, params: func.params, locals: 0, body: [...own, ...given, call(shared.name)] }
}

/** The code with its own locals behind more parameters. */
const shifted = (body: readonly Instruction[], params: number, by: number): readonly Instruction[] =>
  body.map((each) => {
    if (hasBody(each)) return withBody(each, shifted(each.body, params, by))
    return hasLocal(each) && each.local >= params ? { op: each.op, local: each.local + by } : each
  })

/** The code with what is to stand in its holes, in their order. */
function filled(
  body: readonly Instruction[],
  holes: readonly Hole[],
  filling: Iterator<readonly Instruction[]>,
): readonly Instruction[] {
  const known: ReadonlySet<Instruction> = new Set(holes)
  return body.flatMap((each) => {
    if (hasBody(each)) return [withBody(each, filled(each.body, holes, filling))]
    return known.has(each) ? (filling.next().value ?? []) : [each]
  })
}

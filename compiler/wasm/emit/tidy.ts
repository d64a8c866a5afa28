/**
 * Emitted code says more than it has to, because each statement is emitted by itself. Of each function this drops what
 * nobody can tell from the outside:
 *
 *     block that nothing leaves          → its body            what stands behind a return or a branch
 *     const c · set x … get x            → … const c           where x is set here only, and read behind it only
 *     set x · get x                      → tee x, or nothing where that is the only look at x
 */
import { type EmittedFunction, hasBody, hasLocal, type Instruction, withBody } from '../code.ts'

export function tidy(func: EmittedFunction): EmittedFunction {
  const straight = withoutDead(func.body)
  const last = straight.at(-1)?.op === 'return' ? straight.slice(0, -1) : straight
  const inlined = inlineConstants(last, usesIn(last))
  const body = joinNeighbours(inlined, usesIn(inlined))
  return renumbered({ ...func, body })
}

/** Unneeded blocks and unreachable instructions. */
function withoutDead(body: readonly Instruction[]): readonly Instruction[] {
  const kept: Instruction[] = []
  for (const instruction of body) {
    if (hasBody(instruction)) {
      const inner = withoutDead(instruction.body)
      if (instruction.op === 'block' && !isLeft(inner, instruction.label)) kept.push(...inner)
      else kept.push(withBody(instruction, inner))
    } else kept.push(instruction)
    const { op } = kept[kept.length - 1] ?? instruction
    if (op === 'return' || op === 'br' || op === 'unreachable') break
  }
  return kept
}

const isLeft = (body: readonly Instruction[], label: number): boolean =>
  body.some((each) =>
    hasBody(each) ? isLeft(each.body, label) : (each.op === 'br' || each.op === 'br_if') && each.label === label,
  )

interface Uses {
  gets: number
  sets: number
}

function usesIn(body: readonly Instruction[], uses = new Map<number, Uses>()): ReadonlyMap<number, Uses> {
  for (const each of body) {
    if (hasBody(each)) usesIn(each.body, uses)
    if (!hasLocal(each)) continue
    const known = uses.get(each.local) ?? { gets: 0, sets: 0 }
    if (each.op === 'local.get') known.gets++
    else known.sets++
    uses.set(each.local, known)
  }
  return uses
}

function inlineConstants(body: readonly Instruction[], uses: ReadonlyMap<number, Uses>): readonly Instruction[] {
  const kept: Instruction[] = []
  const constants = new Map<number, Instruction>()
  for (let index = 0; index < body.length; index++) {
    const [first, second] = [body[index] as Instruction, body[index + 1]]
    const isConstant = first.op === 'i32.const' || first.op === 'static'
    if (isConstant && second?.op === 'local.set' && isKnownBehind(second.local, body, index + 2, uses)) {
      constants.set(second.local, first)
      index++
    } else kept.push(hasBody(first) ? withBody(first, inlineConstants(first.body, uses)) : first)
  }
  return constants.size === 0 ? kept : replaced(kept, constants)
}

/** Whether a local that was just set is set nowhere else, and read nowhere but in what follows. */
function isKnownBehind(
  local: number,
  body: readonly Instruction[],
  from: number,
  uses: ReadonlyMap<number, Uses>,
): boolean {
  const everywhere = uses.get(local)
  return everywhere?.sets === 1 && getsIn(body, from, local) === everywhere.gets
}

function getsIn(body: readonly Instruction[], from: number, local: number): number {
  let gets = 0
  for (let index = from; index < body.length; index++) {
    const each = body[index] as Instruction
    if (hasBody(each)) gets += getsIn(each.body, 0, local)
    else if (each.op === 'local.get' && each.local === local) gets++
  }
  return gets
}

const replaced = (body: readonly Instruction[], by: ReadonlyMap<number, Instruction>): readonly Instruction[] =>
  body.map((each) => {
    if (hasBody(each)) return withBody(each, replaced(each.body, by))
    return each.op === 'local.get' ? (by.get(each.local) ?? each) : each
  })

function joinNeighbours(body: readonly Instruction[], uses: ReadonlyMap<number, Uses>): readonly Instruction[] {
  const kept: Instruction[] = []
  for (const each of body) {
    const previous = kept[kept.length - 1]
    if (each.op === 'local.get' && previous?.op === 'local.set' && previous.local === each.local) {
      kept.pop()
      const known = uses.get(each.local)
      if (known?.gets !== 1 || known.sets !== 1) kept.push({ op: 'local.tee', local: each.local })
    } else if (each.op === 'local.set' && !uses.get(each.local)?.gets) kept.push({ op: 'drop' })
    else if (each.op !== 'local.tee' || uses.get(each.local)?.gets) {
      kept.push(hasBody(each) ? withBody(each, joinNeighbours(each.body, uses)) : each)
    }
  }
  return kept
}

/** Locals that are left, without gaps. */
function renumbered(func: EmittedFunction): EmittedFunction {
  const numbers = new Map(Array.from({ length: func.params }, (_, index) => [index, index]))
  const numberOf = (local: number) => {
    const known = numbers.get(local) ?? numbers.size
    numbers.set(local, known)
    return known
  }
  const renumber = (body: readonly Instruction[]): readonly Instruction[] =>
    body.map((each) => {
      if (hasBody(each)) return withBody(each, renumber(each.body))
      return hasLocal(each) ? { op: each.op, local: numberOf(each.local) } : each
    })
  const body = renumber(func.body)
  return { ...func, body, locals: numbers.size - func.params }
}

/** Statements → which things which locals may hold, and what is done with them. */
import type { Func, Local, Operand, Policy, Stmt } from '../ir.ts'
import { statementsIn } from '../locals.ts'
import { Locals } from './held.ts'
import { Agenda, type Held, Made, Part, type Thing } from './things.ts'

/** The input with all that is asked of it marked; undefined for a policy that cannot be followed. */
export function follow(policy: Policy): Part | undefined {
  const funcs = policy.funcs?.funcs ?? []
  const { plans } = policy.plans
  const functions = new Map(funcs.map((func) => [func.name, { func, statements: statementsIn(func.blocks) }]))
  const bodies = [...plans.map(({ blocks }) => statementsIn(blocks)), ...[...functions.values()].map(statementsOf)]
  if (bodies.some((statements) => statements.some(({ type }) => unforeseen.has(type)))) return undefined
  const agenda = new Agenda()
  const input = new Part()
  const world: World = { policy, agenda, functions, shared: new Map() }
  for (const { blocks } of plans) {
    const locals = new Locals(agenda)
    locals.of(0).add(input)
    for (const statement of statementsIn(blocks)) followStatement({ world, locals, depth: 0 }, statement)
  }
  return agenda.finish() ? input : undefined
}

interface Followed {
  readonly func: Func
  readonly statements: readonly Stmt[]
}

const statementsOf = ({ statements }: Followed): readonly Stmt[] => statements

/** What is the same wherever a statement stands. */
interface World {
  readonly policy: Policy
  readonly agenda: Agenda
  readonly functions: ReadonlyMap<string, Followed>
  /** The locals of functions that are followed once for all their calls. */
  readonly shared: Map<string, Locals>
}

/**
 * Short functions, such as `shown(list)`, are followed for each call by itself: what one caller hands them does not come
 * out at the others.
 */
const short = 8
const deepest = 4

/** The locals of a function that is called. */
function localsOf({ world, depth }: Context, { func, statements }: Followed): Locals {
  const isShort = func.params.length > 2 && statements.length <= short && depth < deepest
  const known = isShort ? undefined : world.shared.get(func.name)
  if (known !== undefined) return known
  const locals = new Locals(world.agenda)
  if (!isShort) world.shared.set(func.name, locals)
  const inner: Context = { world, locals, depth: isShort ? depth + 1 : 0, returned: func.return }
  world.agenda.add(() => {
    for (const statement of statements) followStatement(inner, statement)
  })
  return locals
}

/** `with` gives the input another meaning, and a path that is put together may lead anywhere. */
const unforeseen: ReadonlySet<string> = new Set(['WithStmt', 'CallDynamicStmt'])

interface Context {
  readonly world: World
  readonly locals: Locals
  /** How many short functions are around. */
  readonly depth: number
  /** The local that the function gives back, if the statement stands in one. */
  readonly returned?: Local
}

function followStatement(context: Context, { type, stmt }: Stmt): void {
  const { world, locals } = context
  const look = (...operands: readonly Operand[]) => eachHeld(context, operands, lookAt)
  const compared = (...operands: readonly Operand[]) => eachHeld(context, operands, tell)
  const flow = (from: Operand, to: Local) => eachHeld(context, [from], (thing) => locals.of(to).add(thing))
  switch (type) {
    case 'AssignVarStmt':
      flow(stmt.source, stmt.target)
      return
    case 'AssignVarOnceStmt':
      compared(stmt.source)
      flow(stmt.source, stmt.target)
      return
    case 'DotStmt':
      eachHeld(context, [stmt.source], (thing) => select(context, thing, stmt.key, stmt.target))
      return
    case 'ScanStmt':
      locals.of(stmt.source).each((thing) => elementsInto(thing, locals.of(stmt.value)))
      return
    case 'EqualStmt':
    case 'NotEqualStmt':
      // Beside a constant there is nothing to look for in a collection.
      if (stmt.a.type === 'local' && stmt.b.type === 'local') compared(stmt.a, stmt.b)
      return
    case 'LenStmt':
      eachHeld(context, [stmt.source], countIn)
      return
    case 'MakeArrayStmt':
    case 'MakeObjectStmt':
    case 'MakeSetStmt':
      locals.of(stmt.target).add(new Made(world.agenda))
      return
    case 'ArrayAppendStmt':
      locals.of(stmt.array).each((made) => put(context, made, undefined, stmt.value))
      return
    case 'SetAddStmt':
      look(stmt.value)
      locals.of(stmt.set).each((made) => put(context, made, undefined, stmt.value))
      return
    case 'ObjectInsertStmt':
    case 'ObjectInsertOnceStmt':
      compared(stmt.key, ...(type === 'ObjectInsertOnceStmt' ? [stmt.value] : []))
      locals.of(stmt.object).each((made) => put(context, made, nameOf(context, stmt.key), stmt.value))
      return
    case 'LiteralStmt': {
      const made = new Made(world.agenda)
      locals.of(stmt.target).add(made)
      if (stmt.form === 'set') look(...stmt.values)
      stmt.values.forEach((value, index) => {
        put(
          context,
          made,
          stmt.form === 'object' ? stringAt(world.policy, stmt.keys[index] as number) : undefined,
          value,
        )
      })
      return
    }
    case 'ObjectMergeStmt':
      look({ type: 'local', value: stmt.a }, { type: 'local', value: stmt.b })
      return
    case 'CallStmt':
      followCall(context, stmt)
      return
    case 'ReturnLocalStmt':
      if (context.returned !== undefined) locals.of(stmt.source).into(locals.of(context.returned))
      return
    case 'ResultSetAddStmt':
      locals.of(stmt.value).each(tell)
      return
    default:
      return
  }
}

type Call = Extract<Stmt, { type: 'CallStmt' }>['stmt']

function followCall(context: Context, { func, args, result }: Call): void {
  const { world, locals } = context
  const called = world.functions.get(func)
  if (called !== undefined) {
    const own = localsOf(context, called)
    args.forEach((arg, index) => {
      const param = called.func.params[index]
      if (param !== undefined) eachHeld(context, [arg], (thing) => own.of(param).add(thing))
    })
    own.of(called.func.return).into(locals.of(result))
    return
  }
  const [first, ...others] = args
  if (func === 'count' && first !== undefined) eachHeld(context, [first], countIn)
  else if (func === 'array.slice' && first !== undefined) {
    const made = new Made(world.agenda)
    locals.of(result).add(made)
    made.unnamed.into(made.all)
    eachHeld(context, [first], (thing) => elementsInto(thing, made.unnamed))
    eachHeld(context, others, lookAt)
  } else if (!askForTypes.has(func)) eachHeld(context, args, lookAt)
}

/** Builtins that look at no more than the type of what they are given. */
const askForTypes: ReadonlySet<string> = new Set([
  ...['is_array', 'is_boolean', 'is_null', 'is_number', 'is_object', 'is_set', 'is_string'],
])

function eachHeld({ locals }: Context, operands: readonly Operand[], tell: (thing: Thing) => void): void {
  for (const operand of operands) if (operand.type === 'local') locals.of(operand.value).each(tell)
}

function select(context: Context, thing: Thing, key: Operand, target: Local): void {
  const { world, locals } = context
  const { policy } = world
  const held = locals.of(target)
  if (key.type !== 'string_index') {
    elementsInto(thing, held)
    // Keys of an input are no collections, those of what was made may be.
    if (thing.kind === 'made') eachHeld(context, [key], tell)
  } else if (thing.kind === 'part') held.add(thing.field(stringAt(policy, key.value)))
  else {
    thing.named(stringAt(policy, key.value)).into(held)
    thing.unnamed.into(held)
  }
}

function elementsInto(thing: Thing, held: Held): void {
  if (thing.kind === 'part') held.add(thing.element())
  else thing.all.into(held)
}

/** How many elements there are shows only when they are there. */
function countIn(thing: Thing): void {
  if (thing.kind === 'part') thing.element()
}

/** Only what a policy has made is ever changed; a plan that says otherwise is believed to look at all of it. */
function put(context: Context, thing: Thing, name: string | undefined, value: Operand): void {
  if (thing.kind === 'part') lookAt(thing)
  else {
    const there = name === undefined ? thing.unnamed : thing.named(name)
    eachHeld(context, [value], (inner) => {
      thing.all.add(inner)
      there.add(inner)
    })
  }
}

function lookAt(thing: Thing): void {
  if (thing.isLookedAt) return
  thing.isLookedAt = true
  if (thing.kind === 'made') thing.all.each(lookAt)
}

function tell(thing: Thing): void {
  if (thing.isTold) return
  thing.isTold = true
  if (thing.kind === 'made') thing.all.each(tell)
}

const nameOf = ({ world }: Context, key: Operand): string | undefined =>
  key.type === 'string_index' ? stringAt(world.policy, key.value) : undefined

const stringAt = ({ static: { strings } }: Policy, index: number): string => strings?.[index]?.value ?? ''

/** What emitting one function needs: where its locals are, which blocks are around, and what the policy shares. */
import type { Local, Operand, Policy } from '../../plan/ir.ts'
import { assert } from '../../unreachable.ts'
import { constant, get, type Instruction } from '../code.ts'
import { words } from '../config-block.ts'
import type { StaticData } from '../static-data.ts'

/** What all functions of a policy share. */
export interface PolicyContext {
  readonly policy: Policy
  readonly data: StaticData
  /** Names of the policy's functions, and how the emitted ones are called. */
  readonly functions: ReadonlyMap<string, string>
  /** Parameters of each builtin that the library has. */
  readonly builtins: ReadonlyMap<string, number>
  /** Statements and builtins that cannot be emitted, by name. */
  readonly missing: Set<string>
  /** The address of the next inline-cache site; sites are placed when all functions are known. */
  readonly sites: { count: number; base: number }
  /** The static automaton of a pattern, or why there is none. */
  readonly patternOf: (source: string) => number | undefined
}

/** Two words a site: the shape that was seen last, and the slot of the key in it. */
export const siteSize = 8

export interface FunctionContext {
  readonly shared: PolicyContext
  readonly locals: Map<Local, number>
  readonly counter: { locals: number; labels: number }
  /** Strings that locals are known to hold, by what was assigned to them in this function. */
  readonly texts: Map<Local, string>
  /** Labels of the plan's blocks around, the innermost last. */
  readonly blocks: readonly number[]
  /** How a value is returned: memoised functions remember it. */
  readonly returning: readonly Instruction[]
  /** The local that holds the result set of a plan. */
  readonly resultSet: number | undefined
}

export function localOf(context: FunctionContext, local: Local): number {
  const known = context.locals.get(local)
  if (known !== undefined) return known
  const made = context.counter.locals++
  context.locals.set(local, made)
  return made
}

/** A local of the emitter's own. */
export const temporary = (context: FunctionContext): number => context.counter.locals++

export const newLabel = (context: FunctionContext): number => context.counter.labels++

/** The block that a statement leaves when it is undefined. */
export function current(context: FunctionContext): number {
  const label = context.blocks.at(-1)
  assert(label !== undefined, 'a statement stands in a block')
  return label
}

export function stringAt(context: FunctionContext, index: number): string {
  const found = context.shared.policy.static.strings?.[index]
  assert(found !== undefined, `the plan has a string ${index}`)
  return found.value
}

export function operand(context: FunctionContext, value: Operand): Instruction {
  switch (value.type) {
    case 'local':
      return get(localOf(context, value.value))
    case 'bool':
      return constant(value.value ? words.true : words.false)
    case 'string_index':
      return constant(context.shared.data.string(stringAt(context, value.value)))
  }
}

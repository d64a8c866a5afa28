/** What emitting one function needs: where its locals are, which blocks are around, and what the policy shares. */
import type { Func, Local, Operand, Policy } from '../../plan/ir.ts'
import { assert } from '../../unreachable.ts'
import { constant, type Global, get, type Instruction, read, staticWord } from '../code.ts'
import { words } from '../config-block.ts'
import type { StaticData } from '../static-data.ts'
import type { Body, Writers } from './constants.ts'

/** What all functions of a policy share. */
export interface PolicyContext {
  readonly policy: Policy
  readonly data: StaticData
  readonly functions: ReadonlyMap<string, Func>
  /** Parameters of each function of the library. */
  readonly library: ReadonlyMap<string, number>
  /** Statements and builtins that cannot be emitted, by name. */
  readonly missing: Set<string>
  /** The automata of patterns, undefined where there can be none. */
  readonly patterns: Map<string, Automaton | undefined>
  /** The programs of patterns whose matches are told. */
  readonly searches: Map<string, Automaton>
  readonly sites: { count: number }
  /** Functions that remember what they came to, and how many have been emitted. */
  readonly remembered: ReadonlySet<string>
  readonly memos: { count: number }
  /** Functions that always come to something. */
  readonly defined: ReadonlySet<string>
}

/** The address of a pattern's static bytes, be they an automaton or a program, and the site for what is worked out of them in an evaluation. */
export interface Automaton {
  readonly address: number
  readonly site: number
}

/** How an emitted function is called: no name of a policy is one of the library. */
export const functionName = (func: Func): string => `policy:${func.name}`

export interface FunctionContext {
  readonly shared: PolicyContext
  readonly locals: Map<Local, number>
  readonly counter: { locals: number; labels: number }
  /** What is emitted. */
  readonly body: Body
  readonly writers: Writers
  /** Locals that something looks at. */
  readonly read: ReadonlySet<Local>
  /** The plan's blocks around, the innermost last. */
  readonly blocks: readonly PlanBlock[]
  /** What stands around a value that is returned: memoised functions remember it. */
  readonly returning: { readonly before: readonly Instruction[]; readonly after: readonly Instruction[] }
  /** The local that holds the result set of a plan. */
  readonly resultSet: number | undefined
}

export interface PlanBlock {
  readonly label: number
  /** What has to be put back where this block is left from within, past the code behind it. */
  readonly restoring: readonly Instruction[]
}

/** The documents stand in globals; these are their locals in every plan and function (OPA, docs/docs/ir.md). */
export const documents = ['input', 'data'] as const satisfies readonly Global[]

/** The value of a local. */
export function heldIn(context: FunctionContext, local: Local): Instruction {
  const document = documents[local]
  return document === undefined ? get(localOf(context, local)) : read(document)
}

/** The local that is written; the documents are replaced by `with` alone. */
export function localOf(context: FunctionContext, local: Local): number {
  if (documents[local] !== undefined) context.shared.missing.add('a statement that writes a document')
  const known = context.locals.get(local)
  if (known !== undefined) return known
  const made = context.counter.locals++
  context.locals.set(local, made)
  return made
}

/** A local of the emitter's own. */
export const temporary = (context: FunctionContext): number => context.counter.locals++

export const newLabel = (context: FunctionContext): number => context.counter.labels++

export const newSite = ({ shared }: FunctionContext): Instruction => ({ op: 'site', index: shared.sites.count++ })

/** The label of the block that a statement leaves when it is undefined. */
export function current(context: FunctionContext): number {
  const innermost = context.blocks.at(-1)
  assert(innermost !== undefined, 'a statement stands in a block')
  return innermost.label
}

export function stringAt(context: FunctionContext, index: number): string {
  const found = context.shared.policy.static.strings?.[index]
  assert(found !== undefined, `the plan has a string ${index}`)
  return found.value
}

export const text = ({ shared }: FunctionContext, value: string): Instruction =>
  staticWord(shared.data.string(value), JSON.stringify(value))

export const number = ({ shared }: FunctionContext, value: string): Instruction =>
  staticWord(shared.data.number(value), `number ${value}`)

export function operand(context: FunctionContext, value: Operand): Instruction {
  switch (value.type) {
    case 'local':
      return heldIn(context, value.value)
    case 'bool':
      return constant(value.value ? words.true : words.false)
    case 'string_index':
      return text(context, stringAt(context, value.value))
  }
}

/** Notes that the policy cannot be emitted, and why. */
export function missing(context: FunctionContext, what: string): readonly Instruction[] {
  context.shared.missing.add(what)
  return [{ op: 'unreachable' }]
}

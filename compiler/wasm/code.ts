/** Instructions of emitted functions, of which both the binary and the readable text are made. Labels are unique in a function. */

export type Instruction =
  | { readonly op: 'i32.const'; readonly value: number }
  /** A word or an address of static data. `shows` is what stands there: texts are the same wherever the data lies. */
  | { readonly op: 'static'; readonly word: number; readonly shows: string }
  /** The address of an inline-cache site; sites are placed when all are known. */
  | { readonly op: 'site'; readonly index: number }
  | { readonly op: 'local.get' | 'local.set' | 'local.tee'; readonly local: number }
  | { readonly op: 'global.get' | 'global.set'; readonly global: Global }
  | { readonly op: 'call'; readonly name: string }
  /** The slot of a function of the policy in the table, and a call of the function whose slot is on the stack. */
  | { readonly op: 'function'; readonly name: string }
  | { readonly op: 'call_indirect'; readonly params: number }
  | { readonly op: 'block' | 'loop'; readonly label: number; readonly body: readonly Instruction[] }
  | { readonly op: 'br' | 'br_if'; readonly label: number }
  | { readonly op: 'if'; readonly body: readonly Instruction[] }
  | { readonly op: Plain }

/** What all functions see of an evaluation: its documents. */
export const globals = ['input', 'data'] as const
export type Global = (typeof globals)[number]

/** Instructions without operands of their own, by their opcode. */
export const plain = {
  unreachable: 0x00,
  return: 0x0f,
  drop: 0x1a,
  'i32.eqz': 0x45,
  'i32.eq': 0x46,
  'i32.ne': 0x47,
  'i32.ge_u': 0x4f,
  'i32.add': 0x6a,
  'i32.and': 0x71,
} as const

export type Plain = keyof typeof plain

export type Nesting = Extract<Instruction, { readonly body: readonly Instruction[] }>
export type OfLocal = Extract<Instruction, { readonly local: number }>

/** By the opcode, since code is walked often: asking for the field itself takes several times as long. */
export const hasBody = (each: Instruction): each is Nesting =>
  each.op === 'block' || each.op === 'loop' || each.op === 'if'
export const hasLocal = (each: Instruction): each is OfLocal =>
  each.op === 'local.get' || each.op === 'local.set' || each.op === 'local.tee'

export const withBody = (each: Nesting, body: readonly Instruction[]): Instruction =>
  each.op === 'if' ? when(body) : { op: each.op, label: each.label, body }

/** All parameters, locals and results of emitted functions are words. */
export interface EmittedFunction {
  readonly name: string
  readonly params: number
  /** Locals beside the parameters. */
  readonly locals: number
  readonly body: readonly Instruction[]
}

export const constant = (value: number): Instruction => ({ op: 'i32.const', value })
export const staticWord = (word: number, shows: string): Instruction => ({ op: 'static', word, shows })
export const get = (local: number): Instruction => ({ op: 'local.get', local })
export const set = (local: number): Instruction => ({ op: 'local.set', local })
export const tee = (local: number): Instruction => ({ op: 'local.tee', local })
export const read = (global: Global): Instruction => ({ op: 'global.get', global })
export const replace = (global: Global): Instruction => ({ op: 'global.set', global })
export const call = (name: string): Instruction => ({ op: 'call', name })
export const block = (label: number, body: readonly Instruction[]): Instruction => ({ op: 'block', label, body })
export const loop = (label: number, body: readonly Instruction[]): Instruction => ({ op: 'loop', label, body })
export const br = (label: number): Instruction => ({ op: 'br', label })
export const brIf = (label: number): Instruction => ({ op: 'br_if', label })
export const when = (body: readonly Instruction[]): Instruction => ({ op: 'if', body })
export const simply = (op: Plain): Instruction => ({ op })

/**
 * What a file tells the others, and is told by them: the values of its functions, classes and globals as terms over their
 * own parameters, and its calls of what the repository itself defines. A summary is plain data.
 */
import type { Place, RecordFact } from '../../../compiler/index.ts'
import type { Stream } from './streams.ts'
import type { Term } from './term.ts'
import type { Value } from './value.ts'

export interface ModuleSummary {
  /** From the scanned folder. */
  readonly path: string
  readonly module: string
  /** What the names of the module stand for that it imports, dotted. */
  readonly imports: Readonly<Record<string, string>>
  /** The modules of which it imports all names. */
  readonly wildcards: readonly string[]
  readonly definitions: readonly Definition[]
  /** By the index of each function among the function facts: its node, and the node behind it. */
  readonly functions: readonly { readonly start: number; readonly end: number }[]
  readonly calls: readonly CallSite[]
  /** The keys of what it puts together that are written as no texts: `dict(event, source="error")`. */
  readonly keywords: readonly string[]
  readonly loggers: LoggerSetup
}

export interface Definition {
  readonly kind: 'function' | 'class' | 'global'
  /** With its module: "package.module.Class.method". */
  readonly name: string
  /** The node of a function, or of the constructor of a class; terms speak of its parameters by it. */
  readonly function: number | undefined
  readonly parameters: readonly ParameterSummary[]
  /** Whether the first parameter is the object that it is called on. */
  readonly isMethod: boolean
  /** What a function returns, a global holds, and an object of a class has as attributes. */
  readonly gives: Value
  /** The number or the switch that a global holds, where it always holds the same. */
  readonly constant?: number | boolean | null
  /** What the exceptions carry that a function raises. */
  readonly raises: readonly Term[]
  /** The class of what a function returns or a global holds: "logging.Logger"; "module.make()" where a call tells it. */
  readonly is: string | undefined
  /** The base classes of a class, dotted. */
  readonly bases: readonly string[]
}

export interface ParameterSummary {
  readonly name: string
  /** From 1. */
  readonly position: number | undefined
  readonly spread: '*' | '**' | undefined
  readonly default: Value | undefined
}

export interface CallSite {
  /** The node of the call. */
  readonly call: number
  readonly at: Place
  readonly text: string
  /** Dotted; "module.make().send" where the object is the result of a call. */
  readonly callee: string
  /** The index of the function that it stands in among the function facts of the file. */
  readonly owner: number
  readonly inHandler: boolean
  readonly given: readonly Given[]
  /** What a method is called on. */
  readonly receiver: Given | undefined
}

export interface Given {
  readonly argument: RecordFact<'argument'>
  readonly value: Value
}

/** Where the records of loggers go, as far as one file says. */
export interface LoggerSetup {
  readonly handlers: readonly LogHandler[]
  /** Loggers that do not hand their records on to those above them. */
  readonly closed: readonly string[]
}

export interface LogHandler {
  /** The name of a logger; empty for the root. */
  readonly logger: string
  readonly stream: Stream
}

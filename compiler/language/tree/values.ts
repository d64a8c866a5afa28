/** The smallest parts of the tree: names, literals, and what stands beside an operator. */
import type { Span } from '../../diagnostics/span.ts'

export type Operand = Literal | Pattern | List | Reference

/** Dotted names: `role`, `written.function`, `file.role`. */
export interface Reference {
  readonly kind: 'reference'
  readonly names: readonly Name[]
  readonly span: Span
}

export type Literal = Text | NumberLiteral | BooleanLiteral | None

export interface List {
  readonly kind: 'list'
  /** A list may hold names of parameters and definitions. */
  readonly values: readonly (Literal | Reference)[]
  readonly span: Span
}

export interface Name {
  readonly kind: 'name'
  readonly text: string
  readonly span: Span
}

/** `value` has its escapes undone. The span takes in the quotes. */
export interface Text {
  readonly kind: 'text'
  readonly value: string
  readonly span: Span
}

export interface NumberLiteral {
  readonly kind: 'number'
  readonly value: number
  readonly span: Span
}

export interface BooleanLiteral {
  readonly kind: 'boolean'
  readonly value: boolean
  readonly span: Span
}

/** A null that is known: `value is none`. */
export interface None {
  readonly kind: 'none'
  readonly span: Span
}

/** `/re2/i`; `source` is what stands between the slashes, with `\/` undone. */
export interface Pattern {
  readonly kind: 'pattern'
  readonly source: string
  readonly ignoreCase: boolean
  readonly span: Span
}

/** What a sentence is made of: quantifiers, conditions, and the subjects that they speak of. */
import type { Span } from '../../diagnostics/span.ts'
import type { List, Name, NumberLiteral, Operand, Reference, Text } from './values.ts'

export type Predicate = And | Or | Not | Comparison | Bare | Quantified | Every

/** Two or more operands; a mix of `and` with `or` stands only through parentheses. */
export interface And {
  readonly kind: 'and'
  readonly operands: readonly Predicate[]
  readonly span: Span
}

export interface Or {
  readonly kind: 'or'
  readonly operands: readonly Predicate[]
  readonly span: Span
}

export interface Not {
  readonly kind: 'not'
  readonly operand: Predicate
  readonly span: Span
}

export type Operator =
  | 'is'
  | 'is not'
  | 'is among'
  | 'is not among'
  | 'is missing'
  | 'is present'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'like'
  | 'matches'
  | 'contains'
  | 'starts with'
  | 'ends with'

/** `scheme is "http"`; `right` is absent only for `is missing` and `is present`. */
export interface Comparison {
  readonly kind: 'comparison'
  readonly left: Reference
  readonly operator: Operator
  /** Where the operator's words stand. */
  readonly at: Span
  readonly right?: Operand
  readonly span: Span
}

/** A boolean field or a named predicate standing alone; after `must have`, any field that has to be present. */
export interface Bare {
  readonly kind: 'bare'
  readonly reference: Reference
  /** True after `must have`. */
  readonly have: boolean
  readonly span: Span
}

export type Quantifier = 'some' | 'no' | 'at least' | 'at most' | 'exactly'

export interface Quantified {
  readonly kind: 'quantified'
  readonly quantifier: Quantifier
  /** Only with `at least`, `at most` and `exactly`. */
  readonly count?: NumberLiteral
  readonly subject: Subject
  readonly where?: Predicate
  readonly span: Span
}

export interface Every {
  readonly kind: 'every'
  readonly subject: Subject
  readonly where?: Predicate
  readonly must: Predicate
  readonly span: Span
}

/** `url as address in "src/**", python where …`: what a quantifier ranges over. */
export interface Subject {
  readonly kind: 'subject'
  /** A kind, a derived kind, or the singular of a list field of the innermost subject. */
  readonly of: Name
  readonly among?: List | Reference
  readonly as?: Name
  readonly scopes: readonly ScopeWord[]
  readonly anywhere: boolean
  readonly span: Span
}

export type ScopeWord = Name | Text

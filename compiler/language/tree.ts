/**
 * The syntax tree of a checklist file: what was written, with its place, before any name has a meaning.
 * A statement or clause that does not parse is left out of the tree and reported; what stands beside it remains.
 */
import type { Span } from '../diagnostics/span.ts'

export interface File {
  readonly kind: 'file'
  readonly statements: readonly Statement[]
  /** What the statements that do not parse would have defined: nobody is to be told that these names stand for nothing. */
  readonly lost: readonly Name[]
  /** Something of it does not parse, so that nothing can be said of what seems to be missing or unused. */
  readonly damaged: boolean
  /** Stretches that were read as what was probably meant: a mistake found there may be none. */
  readonly doubted: readonly Span[]
  readonly span: Span
}

export type Statement = Checklist | About | Use | Parameter | Definition | Section | Item

export interface Checklist {
  readonly kind: 'checklist'
  readonly id: Name
  readonly version: Text
  readonly title: Text
  readonly span: Span
}

export interface About {
  readonly kind: 'about'
  readonly text: Text
  readonly span: Span
}

export interface Use {
  readonly kind: 'use'
  readonly names: readonly Name[]
  readonly from: Text
  readonly span: Span
}

export type ParameterType = 'text' | 'number' | 'boolean' | 'list of text' | 'list of number'

export interface Parameter {
  readonly kind: 'parameter'
  readonly name: Name
  readonly type: ParameterType
  readonly value: Literal | List
  readonly bounds?: Range | List
  readonly about: Text
  readonly span: Span
}

export interface Range {
  readonly kind: 'range'
  readonly low: NumberLiteral
  readonly high: NumberLiteral
  readonly span: Span
}

export type Definition = DefinedKind | DefinedPredicate | DefinedValue

/** `define wrapper as script where role is "wrapper"` */
export interface DefinedKind {
  readonly kind: 'defined kind'
  readonly name: Name
  readonly of: Name
  readonly where: Predicate
  readonly span: Span
}

/** `define from_credential(origin) as form is "environment" and …` */
export interface DefinedPredicate {
  readonly kind: 'defined predicate'
  readonly name: Name
  readonly subject: Name
  readonly predicate: Predicate
  readonly span: Span
}

/** `define mode_640 as "0640"` */
export interface DefinedValue {
  readonly kind: 'defined value'
  readonly name: Name
  readonly value: Literal | Pattern | List
  readonly span: Span
}

export interface Section {
  readonly kind: 'section'
  readonly id: Name
  readonly title: Text
  readonly span: Span
}

export interface Item {
  readonly kind: 'item'
  readonly id: Name
  readonly title: Text
  readonly clauses: readonly Clause[]
  /** Something in its clauses does not parse, so that nothing can be said of what seems to be missing. */
  readonly damaged: boolean
  readonly span: Span
}

export type Clause =
  | { readonly kind: 'severity'; readonly value: Name; readonly span: Span }
  | { readonly kind: 'confidence'; readonly value: Name; readonly span: Span }
  | { readonly kind: 'tags'; readonly values: readonly Text[]; readonly span: Span }
  | { readonly kind: 'see'; readonly values: readonly Text[]; readonly span: Span }
  | { readonly kind: 'rationale'; readonly text: Text; readonly span: Span }
  | { readonly kind: 'was'; readonly ids: readonly Name[]; readonly span: Span }
  | { readonly kind: 'applies'; readonly when: Predicate; readonly span: Span }
  | { readonly kind: 'check'; readonly sentence: Quantified | Every; readonly span: Span }
  | { readonly kind: 'message'; readonly text: Text; readonly span: Span }
  | { readonly kind: 'fix'; readonly text: Text; readonly span: Span }
  | { readonly kind: 'review'; readonly question: Text; readonly when?: Quantified; readonly span: Span }

export type ClauseKind = Clause['kind']

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

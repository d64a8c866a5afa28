/**
 * The syntax tree of a checklist file: what was written, with its place, before any name has a meaning.
 * A statement or clause that does not parse is left out of the tree and reported; what stands beside it remains.
 */
import type { Span } from '../diagnostics/span.ts'
import type { Every, Predicate, Quantified } from './tree/sentences.ts'
import type { List, Literal, Name, NumberLiteral, Pattern, Text } from './tree/values.ts'

export type * from './tree/sentences.ts'
export type * from './tree/values.ts'

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

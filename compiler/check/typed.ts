/**
 * The typed checklist: every name resolved, every operator given operands that fit, every default spelled out. What
 * lowering, the interpreter, the extraction plan and the documentation start from; none of them looks a name up again.
 */
import type { Span } from '../diagnostics/span.ts'
import type { ParameterType } from '../language/tree.ts'
import type { KindName, RecordName } from '../schema/kinds.ts'
import type { GlobSense } from '../schema/types.ts'

export interface TypedChecklist {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly about: string
  readonly parameters: readonly TypedParameter[]
  /** Named predicates and derived kinds that the items use, each after those that it needs itself. */
  readonly definitions: readonly TypedDefinition[]
  readonly items: readonly TypedItem[]
}

export interface TypedParameter {
  readonly name: string
  readonly type: ParameterType
  readonly value: Scalar | readonly Scalar[]
  readonly bounds?: { readonly low: number; readonly high: number } | readonly Scalar[]
  readonly about: string
}

export type Scalar = string | number | boolean | null

/** A predicate about one subject: what a named predicate says, or what a derived kind asks of its kind. */
export interface TypedDefinition {
  readonly name: string
  readonly kind: 'predicate' | 'derived kind'
  /** The subject that `condition` speaks of. */
  readonly subject: Bound
  readonly condition: Condition
  readonly span: Span
}

export interface TypedItem {
  readonly id: string
  readonly title: string
  readonly section: { readonly id: string; readonly title: string } | undefined
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'info'
  readonly confidence: 'high' | 'medium' | 'low'
  readonly tags: readonly string[]
  readonly see: readonly string[]
  readonly rationale: string | undefined
  readonly was: readonly string[]
  readonly applies: Applies | undefined
  readonly checks: readonly TypedCheck[]
  readonly reviews: readonly TypedReview[]
  /** The kinds that the document has to have for the item to be decided. */
  readonly needs: readonly KindName[]
  /** The line of the item in its file, from 1. */
  readonly line: number
  readonly span: Span
}

/** When an item applies, and what it reads for that. */
export interface Applies {
  readonly condition: Condition
  /** Where the clause stands in its file, from 1. */
  readonly line: number
  readonly reads: readonly Reach[]
  /** Of these, unread facts of which could make it true … */
  readonly raises: readonly Reach[]
  /** … and of which could make it false. */
  readonly lowers: readonly Reach[]
}

export interface TypedCheck {
  readonly form: 'no' | 'some' | 'every' | 'at least' | 'at most' | 'exactly'
  /** Only with the three that count. */
  readonly count: number | undefined
  readonly subject: Subject
  /** What is asked of the subject beyond `subject.narrowed`. */
  readonly where: Condition
  /** Only with `every`. */
  readonly must: Condition | undefined
  readonly message: Template
  readonly fix: string | undefined
  /** Unread facts of these could add a finding … */
  readonly adds: readonly Reach[]
  /** … and of these could remove one. */
  readonly removes: readonly Reach[]
  /** The line of the check in its file, from 1. */
  readonly line: number
  readonly span: Span
}

export interface TypedReview {
  readonly question: Template
  /** Absent: the question always applies. */
  readonly when:
    | {
        readonly subject: Subject
        readonly where: Condition
        readonly reads: readonly Reach[]
        /** Of these, unread facts of which could make it apply. */
        readonly raises: readonly Reach[]
      }
    | undefined
  /** The line of the question in its file, from 1. */
  readonly line: number
  readonly span: Span
}

/** A kind, looked at in a scope. */
export interface Reach {
  readonly of: KindName
  readonly scope: Scope
}

/**
 * Where a kind is looked for. The empty scope is the repository's own material: not tests, not vendored, not generated.
 * Alternatives within a list, all lists must hold; a list that is empty asks for nothing.
 */
export interface Scope {
  readonly anywhere: boolean
  readonly globs: readonly Glob[]
  readonly languages: readonly string[]
  /** Words of `roleScopes` in `schema/values.ts`. */
  readonly roles: readonly string[]
  readonly vendored: boolean
  /** Whether the sentence names templates, so that a template that could not be read counts. */
  readonly templates: boolean
}

/** A subject as later conditions name it: `name` is unique among the subjects of a sentence. */
export interface Bound {
  readonly name: string
  readonly is: SubjectType
}

export type SubjectType =
  | { readonly kind: 'fact'; readonly of: KindName }
  | { readonly kind: 'record'; readonly of: RecordName }
  | { readonly kind: 'text'; readonly like: GlobSense }

export interface Subject extends Bound {
  readonly domain: Domain
  /** Scope aside: the derived kinds' conditions and the parts of `where` that an extractor may apply in advance. */
  readonly narrowed: Condition
  readonly span: Span
}

export type Domain =
  | { readonly kind: 'facts'; readonly of: KindName; readonly scope: Scope }
  /** A list field of a subject around this one: records, texts, or facts that are referred to. */
  | { readonly kind: 'elements'; readonly owner: string; readonly path: readonly Step[] }
  /** `path among [...]`: the facts of kind `path` whose path is one of the values. */
  | { readonly kind: 'probes'; readonly values: readonly Value[] | { readonly parameter: string } }

/** One field of a way through references: `made.function.name` is [function → function, name]. */
export interface Step {
  readonly field: string
  /** The kind that the field refers to; absent where it holds the value itself. */
  readonly to: KindName | undefined
}

export type Value =
  | { readonly kind: 'literal'; readonly value: Scalar }
  | { readonly kind: 'parameter'; readonly name: string }
  /** A field of a subject, `steps` never empty. `optional` if the last field may be missing. */
  | { readonly kind: 'field'; readonly subject: string; readonly steps: readonly Step[]; readonly optional: boolean }
  /** The subject itself, an element of a list of texts. */
  | { readonly kind: 'element'; readonly subject: string }

/**
 * What holds or does not: two-valued. A comparison with a missing field is false; `not` negates the whole. Quantified
 * conditions bring a subject of their own, which `where` and `must` may name beside those around it.
 */
export type Condition =
  | { readonly kind: 'always' }
  | { readonly kind: 'all'; readonly operands: readonly Condition[] }
  | { readonly kind: 'any'; readonly operands: readonly Condition[] }
  | { readonly kind: 'not'; readonly operand: Condition }
  /** A boolean field is true. */
  | { readonly kind: 'holds'; readonly value: Value }
  | { readonly kind: 'present'; readonly value: Value }
  | { readonly kind: 'equal'; readonly left: Value; readonly right: Value }
  /** Numbers only: false where `left` holds something else. */
  | { readonly kind: 'order'; readonly operator: '<' | '<=' | '>' | '>='; readonly left: Value; readonly right: Value }
  | { readonly kind: 'among'; readonly value: Value; readonly list: readonly Value[] | { readonly parameter: string } }
  /** Texts only. */
  | {
      readonly kind: 'affix'
      readonly operator: 'contains' | 'starts with' | 'ends with'
      readonly left: Value
      readonly right: Value
    }
  | { readonly kind: 'match'; readonly value: Value; readonly pattern: TypedPattern }
  /** Two facts of one kind are the same fact. */
  | { readonly kind: 'same'; readonly left: Identity; readonly right: Identity }
  /** A named predicate is said of a subject. */
  | { readonly kind: 'apply'; readonly definition: string; readonly subject: string }
  | {
      readonly kind: 'quantified'
      readonly quantifier: 'some' | 'no' | 'at least' | 'at most' | 'exactly'
      readonly count: number | undefined
      readonly subject: Subject
      readonly where: Condition
    }
  | { readonly kind: 'every'; readonly subject: Subject; readonly where: Condition; readonly must: Condition }

/** The identity of a fact: a subject, or a field that refers to one. */
export type Identity =
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'field'; readonly subject: string; readonly steps: readonly Step[] }

/** RE2 source that searches unanchored; globs have become one already, anchored at both ends. */
export interface TypedPattern {
  readonly source: string
  readonly ignoreCase: boolean
  /** As written in the checklist, for people: `/…/i` or the glob. */
  readonly written: string
}

export interface Glob {
  readonly written: string
  readonly pattern: TypedPattern
}

/** A message: text and placeholders in turn. */
export interface Template {
  readonly parts: readonly (string | Placeholder)[]
}

export interface Placeholder {
  /** As written between the braces. */
  readonly written: string
  readonly value: Value
  /**
   * The nested subject of which the first match is shown, with what leads to it; absent where the value belongs to the
   * check's own subject or to none.
   */
  readonly witness: Witness | undefined
}

/** The chain of nested subjects, outermost first, the last of which the placeholder names. */
export interface Witness {
  readonly subjects: readonly { readonly subject: Subject; readonly where: Condition }[]
}

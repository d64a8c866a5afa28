/** The extraction plan: what a checklist needs to know of a repository. Extractors gather nothing else. */
import type { Scalar, Scope, TypedPattern } from '../check/typed.ts'
import type { KindName } from '../schema/kinds.ts'

export interface ExtractionPlan {
  /** `schemaVersion` of the facts that the plan speaks of. */
  readonly schema: number
  readonly checklist: string
  readonly kinds: readonly WantedKind[]
  /** Paths that the checklist asks about, parameters filled in, sorted. */
  readonly probes: readonly string[]
  /** The parameters that the plan was made with. */
  readonly parameters: Readonly<Record<string, Scalar | readonly Scalar[]>>
}

export interface WantedKind {
  readonly kind: KindName
  /** Alternatives: a fact is wanted if one of them selects it. */
  readonly selections: readonly Selection[]
}

/** The facts that lie in a scope and meet a condition. */
export interface Selection {
  readonly scope: Scope
  readonly condition: OwnCondition
  /**
   * The facts of these of which the records can matter. The others are only counted, and come in outline: with empty lists
   * of records. Without it, all come as they are.
   */
  readonly detailed?: OwnCondition
  /** Of the facts that come in detail, the records that can matter; without it, all. */
  readonly records?: readonly AskedRecords[]
}

/** The records of one list of a fact, or of another record, that can matter, and what of their own lists can. */
export interface AskedRecords {
  readonly field: string
  readonly condition: OwnCondition
  readonly records: readonly AskedRecords[]
}

/**
 * What can be asked of a fact by itself: its own scalars against constants, parameters filled in, and the same of the
 * records in its lists. It means what it means in a checklist: a field that is missing compares with nothing.
 */
export type OwnCondition =
  | { readonly kind: 'always' }
  | { readonly kind: 'all'; readonly operands: readonly OwnCondition[] }
  | { readonly kind: 'any'; readonly operands: readonly OwnCondition[] }
  | { readonly kind: 'not'; readonly operand: OwnCondition }
  | { readonly kind: 'holds'; readonly field: string }
  /** The fact has the field. */
  | { readonly kind: 'present'; readonly field: string }
  | { readonly kind: 'among'; readonly field: string; readonly values: readonly Scalar[] }
  | {
      readonly kind: 'order'
      readonly field: string
      readonly operator: '<' | '<=' | '>' | '>='
      readonly value: number
    }
  | {
      readonly kind: 'affix'
      readonly field: string
      readonly operator: 'contains' | 'starts with' | 'ends with'
      readonly value: string
    }
  | { readonly kind: 'match'; readonly field: string; readonly pattern: TypedPattern }
  /** One of the records in a list of the fact meets the condition. */
  | { readonly kind: 'some'; readonly field: string; readonly operand: OwnCondition }

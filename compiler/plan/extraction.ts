/** The extraction plan: what a checklist needs to know of a repository. Extractors gather nothing else. */
import type { Scalar, Scope } from '../check/typed.ts'
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
  /** Alternatives: a fact is wanted if its file lies in one of them. */
  readonly scopes: readonly Scope[]
}

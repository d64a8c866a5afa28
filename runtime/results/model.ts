/**
 * The result model: what a run came to, laid out for people. Every view (SARIF, terminal) is a pure function of it;
 * nothing in it is read from the scanned tree again.
 */
import type { ItemEntry, Place } from '../../compiler/index.ts'

export type { CheckEntry, ItemEntry } from '../../compiler/index.ts'

export type Verdict = 'pass' | 'fail' | 'review' | 'not applicable' | 'undecided'

export interface Report {
  readonly tool: { readonly name: string; readonly version: string }
  readonly checklists: readonly ChecklistReport[]
  readonly repository: Repository
  /** What could not be read, each file once, ordered by path. */
  readonly unread: readonly Unread[]
  /** The texts of the files in which findings stand, by path: views show lines of them and identify findings by them. */
  readonly sources: ReadonlyMap<string, string>
}

export interface Repository {
  /** As the user gave it. */
  readonly folder: string
  /** The scanned folder below the git root, with `/` between its parts; empty where it is the root. */
  readonly prefix: string
  readonly revision?: string
  readonly branch?: string
  readonly files: number
  /** How many of them are looked at only where a checklist says so, each counted once. */
  readonly leftOut: { readonly vendored: number; readonly generated: number; readonly tests: number }
  /** Sentences about what the list of files leaves out. */
  readonly notes: readonly string[]
}

export interface Unread {
  /** Relative to the git root, as every path of the report. */
  readonly path: string
  readonly reason: string
}

export interface ChecklistReport {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly items: readonly ItemReport[]
}

export interface ItemReport {
  readonly item: ItemEntry
  readonly verdict: Verdict
  readonly checks: readonly CheckReport[]
  /** The questions that apply. */
  readonly reviews: readonly ReviewReport[]
  readonly undecided: readonly Reason[]
  /** Where a result stands that has no place of its own: what was looked at first, else the anchor of the repository. */
  readonly anchor: Place
}

export interface CheckReport {
  readonly examined: number
  /** How many subjects meet the condition of the check, or violate it. */
  readonly matched: number
  /** How many findings there are; `findings` may hold fewer. */
  readonly total: number
  readonly evidence: readonly Place[]
  readonly findings: readonly Finding[]
}

export interface Finding {
  readonly at: Place
  readonly message: string
  readonly fix?: string
  readonly related: readonly Place[]
  /**
   * The places that a value passes, from the call that hands it on to where something is done with it; `at` is one of the
   * two. Missing where it is handed on to nobody.
   */
  readonly way?: readonly Place[]
  readonly fields: Readonly<Record<string, string>>
  /** Whether it is about what stands in no line, as what is missing does: its place is only where to start looking. */
  readonly missing: boolean
}

export interface ReviewReport {
  readonly question: string
  readonly evidence: readonly Finding[]
}

export interface Reason {
  /** The index of the check, -1 for `applies when`. */
  readonly check: number
  readonly reason: string
  readonly path?: string
  readonly kind?: string
}

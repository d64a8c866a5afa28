/** What a module answers under its entry point `proviso/<id with _>/result`. */
import type { Place } from '../schema/types.ts'

export interface Answer {
  readonly language: 1
  readonly checklist: string
  readonly version: string
  readonly items: Readonly<Record<string, ItemAnswer>>
}

export interface ItemAnswer {
  readonly verdict: 'pass' | 'fail' | 'review' | 'not applicable' | 'undecided'
  /** In the order of the checks; empty where the item does not apply or nothing could be evaluated. */
  readonly checks: readonly CheckAnswer[]
  /** The questions that apply. */
  readonly reviews: readonly ReviewAnswer[]
  readonly undecided: readonly UndecidedAnswer[]
}

export interface CheckAnswer {
  readonly examined: number
  readonly matched: number
  /** Places of the first subjects that were examined, at most 5. */
  readonly evidence: readonly Place[]
  /** In the order of path, line, column; at most `input.limit`. */
  readonly findings: readonly FindingAnswer[]
}

export interface FindingAnswer {
  readonly at: Place
  /** Places of the nested subjects that the message names, at most 5 more. */
  readonly related: readonly Place[]
  readonly message: string
  /** The places that a value passes from `at` to where something is done with it; only of kinds that are lifted. */
  readonly via?: readonly Place[]
  /** What the placeholders of the message read, by how they are written. */
  readonly fields: Readonly<Record<string, string>>
}

export interface ReviewAnswer {
  readonly question: string
  readonly matched: number
  readonly evidence: readonly FindingAnswer[]
}

export interface UndecidedAnswer {
  /** The index in `checks`; -1 for `applies when`, and for the whole item. */
  readonly check: number
  readonly reason: string
  readonly path?: string
  readonly kind?: string
}

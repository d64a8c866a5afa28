/** Explanations: why an item, a check or a place comes to what it comes to. Views are pure functions of them. */
import type {
  ItemAnswer,
  Place,
  ReviewAnswer,
  TypedCheck,
  TypedItem,
  UndecidedAnswer,
} from '../../../compiler/index.ts'

/** The item as a whole. */
export interface About {
  readonly item: Pick<TypedItem, 'id' | 'title' | 'severity'>
  readonly verdict: ItemAnswer['verdict']
  /** `applies when`, where the item has it. */
  readonly applies: readonly Clause[]
}

export interface Explanation extends About {
  /** Empty where the item does not apply or cannot be judged. */
  readonly checks: readonly CheckExplanation[]
  /** Questions that apply, with the line of each in the checklist, from 1. */
  readonly reviews: readonly (ReviewAnswer & { readonly line: number })[]
  readonly undecided: readonly UndecidedAnswer[]
}

export interface CheckExplanation {
  /** In the words of the language. */
  readonly sentence: string
  /** Where it stands in the checklist, from 1. */
  readonly line: number
  readonly form: TypedCheck['form']
  /** The kind, or the derived kind, of what it speaks of. */
  readonly subject: string
  readonly isViolated: boolean
  readonly examined: number
  /** How many violate it, or meet what it counts. */
  readonly matched: number
  /** For `some` and its kin without enough: the message, and where it would be looked for. */
  readonly missing: { readonly message: string; readonly at: Place } | undefined
  /** The first that violate it, or that are no more than near to what it asks for; if it holds, the first that satisfy it. */
  readonly subjects: readonly SubjectExplanation[]
}

/** One thing that a check speaks of, and what it makes of it. */
export interface SubjectExplanation {
  /** How it reads: its kind, and what tells it from others. */
  readonly what: string
  readonly at: Place | undefined
  readonly outcome: 'finding' | 'satisfies' | 'counts' | 'does not count' | 'not looked at'
  readonly message: string | undefined
  readonly clauses: readonly Clause[]
}

/** A condition, and what was found when it was asked. */
export interface Clause {
  /** In the words of the language. */
  readonly says: string
  readonly holds: boolean
  /** The values that decided it, by how they are written; undefined for what is missing. */
  readonly found: readonly { readonly name: string; readonly value: string | undefined }[]
  /** The parts that decided it. */
  readonly parts: readonly Clause[]
  /** Of a quantifier: what it ranged over, how many of it matched, and the first that decided it. */
  readonly range: { readonly examined: number; readonly matched: number; readonly shown: readonly Shown[] } | undefined
}

export interface Shown {
  readonly what: string
  readonly at: Place | undefined
  readonly clauses: readonly Clause[]
}

/** Why a place is a finding of an item, or none. */
export interface PlaceExplanation extends About {
  readonly path: string
  readonly line: number | undefined
  /** What the file is: a scope may leave it out for that. */
  readonly file: Readonly<Record<'role' | 'language' | 'vendored' | 'generated', unknown>> | undefined
  /** What could not be read there. */
  readonly unread: readonly string[]
  /** Its checks, then its questions that ask for something. */
  readonly sentences: readonly PlacedSentence[]
}

export interface PlacedSentence {
  readonly sentence: string
  /** Where it stands in the checklist, from 1. */
  readonly line: number
  readonly subject: string
  readonly subjects: readonly SubjectExplanation[]
}

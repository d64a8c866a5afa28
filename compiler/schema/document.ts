/** The facts document: one JSON value that describes a repository, and all that a policy sees of it. */
import type { Scalar } from '../check/typed.ts'
import type { Fact, KindName } from './kinds.ts'
import type { Place } from './types.ts'

export type FactsDocument = {
  /** `schemaVersion`. A module decides nothing on a document of another version. */
  readonly schema: number
  /** The kinds that were looked for. A kind that is not here is lacking, and what needs it is undecided. */
  readonly extracted: { readonly [K in KindName]?: Extracted }
  /** By checklist: the values that the extraction plan was made with. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, Scalar | readonly Scalar[]>>>>
  /** How many findings a check gives in full; 1,000 without it. */
  readonly limit?: number
  /** Where a finding about something that is missing stands, by `repository` and the words of `roleScopes`. */
  readonly anchors: Readonly<Record<string, Place>>
  /** What could not be read. */
  readonly undecided: readonly Undecided[]
} & {
  /** Sorted by path (code points), line, column. The list of a kind in `extracted` is there, if empty. */
  readonly [K in KindName]?: readonly Fact<K>[]
}

export interface Extracted {
  readonly found: number
  readonly kept: number
  /** How many of these are there to be counted, in outline: with empty lists of records, because none of them can matter. */
  readonly outlined?: number
  /** How many files were looked at. */
  readonly files: number
}

/** Facts of `kinds` could not be extracted; from `file` where the trouble lies in one, else from anywhere. */
export interface Undecided {
  /** Relative to the git root; missing where there is no one file. */
  readonly path?: string
  /** The index of the file fact: its role, language and path decide which checks are touched. */
  readonly file?: number
  readonly reason: string
  readonly kinds: readonly KindName[]
}

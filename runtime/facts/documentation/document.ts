/** What the readers of the formats give: a document as headings, prose and code, in the order in which they stand. */
import type { MappedText } from '../mapped-text.ts'

export type Block =
  | {
      readonly kind: 'heading'
      readonly level: number
      readonly content: Prose
      readonly start: number
      readonly end: number
    }
  /** A paragraph, an item of a list, a cell of a table. */
  | { readonly kind: 'prose'; readonly content: Prose }
  /** `language` is the first word of its info string in lower case; empty where none is given. */
  | { readonly kind: 'code'; readonly language: string; readonly text: MappedText }

export interface Document {
  readonly blocks: readonly Block[]
  /** Whether something was left out because it is nested too deeply. */
  readonly cut: boolean
}

/** Text without its markup. */
export interface Prose {
  readonly text: MappedText
  /** Where inline code stands in `text`. */
  readonly code: readonly Span[]
}

export interface Span {
  readonly start: number
  readonly end: number
}

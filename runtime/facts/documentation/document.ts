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
  | { readonly kind: 'prose'; readonly content: Prose; readonly isCell: boolean }
  /** Follows the prose of its cells. The header is that of its table, empty where there is none. */
  | { readonly kind: 'row'; readonly header: readonly Cell[]; readonly cells: readonly Cell[] }
  /** `language` is the first word of its info string in lower case; empty where none is given. */
  | { readonly kind: 'code'; readonly language: string; readonly text: MappedText }

export interface Document {
  readonly blocks: readonly Block[]
  /** What labels of links stand for, by `labelOf` them. */
  readonly definitions: ReadonlyMap<string, string>
  /** Whether something was left out because it is nested too deeply. */
  readonly cut: boolean
}

export interface Cell {
  /** The same for the cells below each other. */
  readonly column: number
  readonly content: Prose
}

/** Text without its markup. */
export interface Prose {
  readonly text: MappedText
  /** Where inline code stands in `text`. */
  readonly code: readonly Span[]
  readonly links: readonly Link[]
}

/** The span of its text. */
export interface Link extends Span {
  /** What it points at; or the label of a definition elsewhere in the document. */
  readonly target: string
  readonly isLabel: boolean
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** Case and space make no difference in a label. */
export const labelOf = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

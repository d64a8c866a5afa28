/** Changes of a text that mend a mistake, for `proviso fix` and for editors to apply. */
import type { Span } from './span.ts'

export interface Fix {
  /** What is done, as an editor offers it: `write "scheme"`. */
  readonly title: string
  /** Never empty; the spans are in order, in one file, and do not overlap. */
  readonly edits: readonly Edit[]
}

/** What the span covers is replaced by the text; an empty span inserts. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** A fix of one edit. */
export const replace = (span: Span, text: string, title: string): Fix => ({ title, edits: [{ span, text }] })

/** What was written stands for `text`. */
export const write = (span: Span, text: string): Fix => replace(span, text, `write ${text}`)

export const before = (span: Span): Span => ({ ...span, end: span.start })
export const behind = (span: Span): Span => ({ ...span, start: span.end })

/** How a view looks: colours on a terminal, plain text elsewhere. */
import colors from 'picocolors'

export type Paint = (text: string) => string

export interface Style {
  readonly strong: Paint
  readonly faint: Paint
  readonly bad: Paint
  readonly good: Paint
  readonly doubtful: Paint
  readonly accent: Paint
  /** Columns that a line may take; text is never broken, only rules and headings keep to it. */
  readonly width: number
}

export function styleFor(stream: { readonly isTTY?: boolean; readonly columns?: number }): Style {
  const paint = colors.createColors(wantsColor(stream.isTTY === true))
  return {
    strong: paint.bold,
    faint: paint.dim,
    bad: paint.red,
    good: paint.green,
    doubtful: paint.yellow,
    accent: paint.cyan,
    width: Math.min(stream.columns ?? 100, 120),
  }
}

/** NO_COLOR (no-color.org) and FORCE_COLOR are what people and CI systems set; a dumb terminal would print the codes. */
function wantsColor(terminal: boolean): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: sort } = process.env
  if (no !== undefined && no !== '') return false
  return force !== undefined && force !== '' && force !== '0' ? true : terminal && sort !== 'dumb'
}

/**
 * Text of the scanned repository, made safe to show: control characters, which could move the cursor or hide what
 * follows, and marks that turn the direction of writing are shown as what they are.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_C}\u2028\u2029]/gu, (character) =>
    character === '\t' ? '\t' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}

/** Text that may have several lines, such as a call as it is written, in one. */
export const oneLine = (text: string): string => visible(text.replaceAll(/[ \t]*(?:\r\n?|\n)\s*/g, ' '))

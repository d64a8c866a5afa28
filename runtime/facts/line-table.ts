import { Lines, type Place } from '../../compiler/index.ts'

/** The lines of one file: turns offsets in its text into places. */
export class LineTable {
  /** Relative to the git root, as in every place. */
  readonly path: string
  readonly #lines: Lines

  constructor(path: string, text: string) {
    this.path = path
    this.#lines = new Lines(text)
  }

  /** How many lines there are; a line end at the very end of the text starts no line of its own. */
  get count(): number {
    const { text, count } = this.#lines
    return text === '' || /[\r\n]$/.test(text) ? count - 1 : count
  }

  /** The place of what stands from `start` up to `end`, both offsets in UTF-16 units. */
  placeOf(start: number, end: number): Place {
    const from = this.#lines.position(start)
    const to = this.#lines.position(end)
    return { path: this.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }

  /** The text of a line, from 1, without its end. */
  line(number: number): string {
    return this.#lines.line(number)
  }
}

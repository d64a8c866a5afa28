/** Offsets and lines: both from a table of where each line of a text starts. LF, CR LF and CR end lines. */

export interface Position {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
}

export class Lines {
  readonly text: string
  readonly #starts: number[] = [0]

  constructor(text: string) {
    this.text = text
    for (const end of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(end.index + end[0].length)
  }

  get count(): number {
    return this.#starts.length
  }

  position(offset: number): Position {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1 }
  }

  /** The text of a line, from 1, without its end. */
  line(number: number): string {
    return this.text.slice(this.#starts[number - 1], this.#starts[number]).replace(/[\r\n]+$/, '')
  }
}

/** Pieces of a text, asked about in the order of the text: each question costs constant time on the whole. */
export class Spans {
  readonly #spans: readonly { readonly start: number; readonly end: number }[]
  #next = 0
  /** How far the pieces reach that begin before what was asked about last. */
  #reach = 0

  constructor(spans: readonly { readonly start: number; readonly end: number }[]) {
    this.#spans = spans.toSorted((a, b) => a.start - b.start)
  }

  /** Whether a piece holds an offset, which is not before the one of the last question. */
  hold(offset: number): boolean {
    for (; this.#next < this.#spans.length && this.#spans[this.#next]!.start <= offset; this.#next++) {
      this.#reach = Math.max(this.#reach, this.#spans[this.#next]!.end)
    }
    return offset < this.#reach
  }
}

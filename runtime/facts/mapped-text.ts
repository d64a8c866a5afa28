/**
 * A text that was put together from pieces of another one, and still knows where each character stood there.
 *
 *     source   > Do *not* run\n> this        a quoted paragraph in Markdown
 *     text     Do not run this               what its sentences are read from
 *
 * Texts of texts work alike: the script in `bash -c "…"` in a fenced block in a list.
 */
export class MappedText {
  readonly text: string
  /** Where each piece starts, here and in the source; both ascending. */
  readonly #starts: readonly number[]
  readonly #origins: readonly number[]
  readonly #source: MappedText | undefined

  constructor(text: string, starts: readonly number[], origins: readonly number[], source?: MappedText) {
    this.text = text
    this.#starts = starts
    this.#origins = origins
    this.#source = source
  }

  /** The whole of a text, or the piece of it between two offsets. */
  static of(text: string, start = 0, end = text.length): MappedText {
    return new MappedText(text.slice(start, end), [0], [start])
  }

  /** Where the character at `offset` stands in the outermost source. */
  originOf(offset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    const origin = (this.#origins[low] ?? 0) + offset - (this.#starts[low] ?? 0)
    return this.#source === undefined ? origin : this.#source.originOf(origin)
  }

  /** What stands from `start` up to `end`, in offsets of the outermost source. */
  rangeOf(start: number, end: number): { readonly start: number; readonly end: number } {
    const first = this.originOf(start)
    // The end is that of the last character: what follows may stand elsewhere.
    return { start: first, end: end > start ? this.originOf(end - 1) + 1 : first }
  }
}

/** Puts a mapped text together, from left to right. */
export class MappedTextBuilder {
  readonly #parts: string[] = []
  readonly #starts: number[] = []
  readonly #origins: number[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  /** `text` stands for what is at `origin` in the source, character by character. */
  add(text: string, origin: number): void {
    if (text === '') return
    this.#starts.push(this.#length)
    this.#origins.push(origin)
    this.#parts.push(text)
    this.#length += text.length
  }

  build(source?: MappedText): MappedText {
    return new MappedText(this.#parts.join(''), this.#starts, this.#origins, source)
  }
}

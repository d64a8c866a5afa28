import { assert } from '../../compiler/index.ts'

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
  /** As long as the text, and other than it only where something stands in for what its reader could not read. */
  readonly #written: string

  constructor(
    text: string,
    starts: readonly number[],
    origins: readonly number[],
    source?: MappedText,
    written: string = text,
  ) {
    assert(written.length === text.length, 'what stands in is as long as what was written')
    this.text = text
    this.#written = written
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

  /** What was written from `start` up to `end`, for people to read: without what stands in for it in `text`. */
  writtenAt(start: number, end: number): string {
    return this.#written.slice(start, end)
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
  readonly #written: string[] = []
  readonly #starts: number[] = []
  readonly #origins: number[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  /**
   * `text` stands for what is at `origin` in the source, character by character; `written` is what people are shown of
   * it, as long as it is.
   */
  add(text: string, origin: number, written: string = text): void {
    if (text === '') return
    this.#starts.push(this.#length)
    this.#origins.push(origin)
    this.#parts.push(text)
    this.#written.push(written)
    this.#length += text.length
  }

  build(source?: MappedText): MappedText {
    const written = this.#parts.map((part, index) => this.#writtenIn(source, part, index))
    return new MappedText(this.#parts.join(''), this.#starts, this.#origins, source, written.join(''))
  }

  /** What stands in for something in the source stands in for it in a piece of the source as well. */
  #writtenIn(source: MappedText | undefined, part: string, index: number): string | undefined {
    const origin = this.#origins[index]!
    const isPiece = source?.text.startsWith(part, origin) === true && this.#written[index] === part
    return isPiece ? source.writtenAt(origin, origin + part.length) : this.#written[index]
  }
}

/** Words of a command line, quotes undone. */
import type { MappedText } from '../mapped-text.ts'
import { closingOf } from './brackets.ts'

/** Offsets are those of the text that was read, which `SimpleCommand.source` maps to the file. */
export interface Word {
  readonly start: number
  readonly end: number
  /** As written, quotes and all. */
  readonly text: string
  readonly pieces: readonly Piece[]
}

export type Piece =
  /** Characters that mean themselves; the first one stands at `start`. */
  | { readonly kind: 'literal'; readonly value: string; readonly start: number }
  /** `$NAME`, `${NAME:-x}`, `$(command)`, `` `command` ``, as written. */
  | { readonly kind: 'expansion'; readonly text: string; readonly start: number; readonly quoted: boolean }

/** The word with its quotes undone; expansions stay as written. */
export const plainText = ({ pieces }: Word): string =>
  pieces.map((piece) => (piece.kind === 'literal' ? piece.value : piece.text)).join('')

export const isLiteral = ({ pieces }: Word): boolean => pieces.every(({ kind }) => kind === 'literal')

/** `<container>`, as documentation writes what the reader has to fill in: no redirection. */
const placeholder = /<[A-Za-z](?:[^<>\n|&;]{0,60}[^<>\s|&;])?>/y
const plainRun = /[^\s\\'"`$;&|()<>]+/y
const quotedRun = /[^\\"`$]+/y
const name = /[A-Za-z_]\w*|[\d@*#?$!-]/y
const endOfWord = /[\s;&|()<>]/

/** After so many quotes and brackets that stay open, the rest of a text has none: reading stays linear. */
const mostOpen = 16

export class WordReader {
  readonly #text: string
  #open = 0

  constructor({ text }: MappedText) {
    this.#text = text
  }

  /** Reads the word at `start`, where one begins. A quote that is not closed means itself. */
  read(start: number): Word {
    const pieces: Piece[] = []
    let at = start
    while (at < this.#text.length) {
      const next = this.#unquoted(at, pieces)
      if (next === undefined) break
      at = next
    }
    return { start, end: at, text: this.#text.slice(start, at), pieces: joined(pieces) }
  }

  /** The offset behind the bracket that closes the one at `start`, if any does. */
  closing(start: number): number | undefined {
    if (this.#open >= mostOpen) return undefined
    const end = closingOf(this.#text, start)
    if (end === undefined) this.#open++
    return end
  }

  #unquoted(at: number, pieces: Piece[]): number | undefined {
    const text = this.#text
    switch (text[at]) {
      case '\\':
        return this.#escaped(at, pieces)
      case "'":
        return this.#single(at, at + 1, pieces)
      case '"':
        return this.#double(at, pieces)
      case '`':
      case '$':
        return this.#expansion(at, false, pieces)
      case '<': {
        const end = matchEnd(placeholder, text, at)
        if (end === undefined) return undefined
        pieces.push({ kind: 'literal', value: text.slice(at, end), start: at })
        return end
      }
      default: {
        if (endOfWord.test(text[at]!)) return undefined
        const end = matchEnd(plainRun, text, at) ?? at + 1
        pieces.push({ kind: 'literal', value: text.slice(at, end), start: at })
        return end
      }
    }
  }

  #escaped(at: number, pieces: Piece[]): number {
    const line = /\\\r?\n/y
    const end = matchEnd(line, this.#text, at)
    if (end !== undefined) return end
    const value = this.#text[at + 1] ?? '\\'
    pieces.push({ kind: 'literal', value, start: at + (this.#text[at + 1] === undefined ? 0 : 1) })
    return Math.min(at + 2, this.#text.length)
  }

  #single(open: number, content: number, pieces: Piece[]): number {
    const end = this.#text.indexOf("'", content)
    const isClosed = end >= 0
    pieces.push({
      kind: 'literal',
      value: isClosed ? this.#text.slice(content, end) : "'",
      start: isClosed ? content : open,
    })
    return isClosed ? end + 1 : content
  }

  #double(open: number, pieces: Piece[]): number {
    const close = this.closing(open)
    if (close === undefined) {
      pieces.push({ kind: 'literal', value: '"', start: open })
      return open + 1
    }
    for (let at = open + 1; at < close - 1; ) {
      const character = this.#text[at]
      if (character === '\\' && /["\\$`\n\r]/.test(this.#text[at + 1]!)) at = this.#escaped(at, pieces)
      else if (character === '$' || character === '`') at = this.#expansion(at, true, pieces)
      else {
        const end = matchEnd(quotedRun, this.#text, at) ?? at + 1
        pieces.push({ kind: 'literal', value: this.#text.slice(at, end), start: at })
        at = end
      }
    }
    // Marks an empty word: "".
    pieces.push({ kind: 'literal', value: '', start: close - 1 })
    return close
  }

  #expansion(at: number, quoted: boolean, pieces: Piece[]): number {
    const text = this.#text
    const next = text[at + 1]
    if (text[at] === '$' && next === "'" && !quoted) return this.#single(at, at + 2, pieces)
    if (text[at] === '$' && next === '"' && !quoted) return at + 1
    const end = this.#expansionEnd(at)
    if (end === undefined) pieces.push({ kind: 'literal', value: text[at]!, start: at })
    else pieces.push({ kind: 'expansion', text: text.slice(at, end), start: at, quoted })
    return end ?? at + 1
  }

  #expansionEnd(at: number): number | undefined {
    if (this.#text[at] === '`') return this.closing(at)
    const next = this.#text[at + 1]
    return next === '(' || next === '{' ? this.closing(at + 1) : matchEnd(name, this.#text, at + 1)
  }
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Neighbouring literals become one where they stand side by side in the text, too. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (piece.kind === 'literal' && last?.kind === 'literal' && last.start + last.value.length === piece.start) {
      all[all.length - 1] = { ...last, value: last.value + piece.value }
    } else if (piece.kind === 'expansion' || piece.value !== '') all.push(piece)
  }
  return all
}

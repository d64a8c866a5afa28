/**
 * Addresses in the literals of code, whose text is made of what is written, of escapes and of holes:
 *
 *     f"{BASE}/v1/\x75sers?id={id}"      hole, plain "/v1/", escape "u", plain "sers?id=", hole
 */
import { excerpt } from './excerpt.ts'
import { type FoundUrl, urlsIn } from './urls.ts'

interface Piece {
  /** A run of characters as they are written, an escape that stands for others, or a hole. */
  readonly kind: 'plain' | 'escape' | 'hole'
  /** What it comes to; "{}" for a hole of which nothing is known. */
  readonly resolved: string
  /** Offsets in the file. */
  readonly start: number
  readonly end: number
}

interface Literal {
  /** What all its pieces come to. */
  readonly resolved: string
  readonly pieces: readonly Piece[]
}

export interface LiteralUrl {
  readonly url: FoundUrl
  /** Offsets in the file. */
  readonly start: number
  readonly end: number
  /** As it is written, escapes undone and the pieces of joined literals put together. */
  readonly text: string
}

/** @param code the text of the file */
export const urlsInLiteral = (literal: Literal, code: string): readonly LiteralUrl[] =>
  urlsIn(literal.resolved, 'filled')
    .filter((url) => isWrittenHere(literal, url))
    .map((url) => ({
      url,
      start: sourceOffset(literal, url.start, 'start'),
      end: sourceOffset(literal, url.end, 'end'),
      text: writtenText(code, literal, url),
    }))

/** An address that a hole brings along is the one of the constant there. */
function isWrittenHere({ pieces }: Literal, { start, fields }: FoundUrl): boolean {
  const slashes = start + fields.scheme.length + 1
  let resolved = 0
  for (const piece of pieces) {
    resolved += piece.resolved.length
    if (slashes < resolved) return piece.kind !== 'hole'
  }
  return false
}

/** The offset in the file of one in the resolved text. */
function sourceOffset({ pieces }: Literal, offset: number, edge: 'start' | 'end'): number {
  let resolved = 0
  for (const { kind, resolved: text, start, end } of pieces) {
    const within = offset - resolved
    // A start belongs to the piece behind it, an end to the one before.
    if (edge === 'start' ? within < text.length : within <= text.length) {
      return kind === 'plain' ? start + within : edge === 'start' ? start : end
    }
    resolved += text.length
  }
  return 0
}

function writtenText(code: string, { pieces }: Literal, url: FoundUrl): string {
  let [written, resolved] = ['', 0]
  for (const { kind, resolved: text, start, end } of pieces) {
    const [from, to] = [Math.max(0, url.start - resolved), Math.min(text.length, url.end - resolved)]
    if (from < to) written += kind === 'hole' ? code.slice(start, end) : text.slice(from, to)
    resolved += text.length
  }
  return excerpt(written)
}

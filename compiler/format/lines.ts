/**
 * What a file consists of, line by line: pieces and comments in turn, each with what was between it and the one above.
 */
import type { IToken } from 'chevrotain'
import type { Piece } from '../language/layout.ts'

export type Entry = PieceEntry | CommentEntry

interface Placed {
  /** Whether an empty line stands above. */
  readonly apart: boolean
}

export interface PieceEntry extends Placed {
  readonly kind: 'piece'
  readonly piece: Piece
  /** A comment behind its last word, on the same line. */
  readonly trailing: string | undefined
  /** Comments between its words, by the word before them. */
  readonly inner: ReadonlyMap<IToken, readonly string[]>
}

/** A comment on a line of its own. */
export interface CommentEntry extends Placed {
  readonly kind: 'comment'
  readonly text: string
  /** Whether it starts at the margin. */
  readonly margin: boolean
}

/** `pieces` are those of `text`, which has no mistakes: between two words there are only spaces and comments. */
export function entriesOf(text: string, pieces: readonly Piece[]): readonly Entry[] {
  const entries: Entry[] = []
  let end = 0
  for (const piece of pieces) {
    const [first, last] = [piece.tokens[0] as IToken, piece.tokens.at(-1) as IToken]
    const above = gapOf(text.slice(end, first.startOffset), end === 0)
    for (const comment of above.comments) entries.push(comment)
    end = endOf(last)
    const trailing = /^[ \t]*(#[^\r\n]*)/.exec(text.slice(end))
    entries.push({
      kind: 'piece',
      piece,
      apart: above.apart,
      trailing: trailing?.[1]?.trimEnd(),
      inner: innerComments(text, piece.tokens),
    })
    end += trailing?.[0].length ?? 0
  }
  return entries.concat(gapOf(text.slice(end), end === 0).comments)
}

const endOf = (token: IToken): number => (token.endOffset ?? token.startOffset) + 1

/** The comments in a gap, and whether an empty line stands below the last. */
function gapOf(gap: string, atStart: boolean): { readonly comments: readonly CommentEntry[]; readonly apart: boolean } {
  const comments: CommentEntry[] = []
  let empty = 0
  // The first line of a gap is the end of a line with words, unless the file starts here.
  for (const [index, line] of gap
    .replace('\ufeff', '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const text = line.trim()
    if (text === '') empty += index === 0 && !atStart ? 0 : 1
    else {
      comments.push({ kind: 'comment', text, margin: line.startsWith('#'), apart: empty > 0 })
      empty = 0
    }
  }
  // The last line of the gap is where the next words start.
  return { comments, apart: empty > 1 }
}

function innerComments(text: string, tokens: readonly IToken[]): ReadonlyMap<IToken, readonly string[]> {
  const found = new Map<IToken, readonly string[]>()
  for (const [index, token] of tokens.slice(0, -1).entries()) {
    const next = tokens[index + 1] as IToken
    const between = text.slice(endOf(token), next.startOffset)
    if (between.includes('#'))
      found.set(
        token,
        (between.match(/#[^\r\n]*/g) ?? []).map((comment) => comment.trimEnd()),
      )
  }
  return found
}

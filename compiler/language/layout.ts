/**
 * Where statements and clauses begin. Each starts a line, so the lines alone part a file into pieces that are parsed one
 * by one: a mistake in one piece can neither hide nor damage another.
 *
 *     item NET-01 "…"                     statement
 *       severity high                     clause; the clauses of an item stand in one column
 *       no url where scheme is "http"     clause
 *         and not local                   goes on: a line elsewhere belongs to the clause above it
 *       message "…"                       clause
 */
import type { IToken, TokenType } from 'chevrotain'
import { suggest } from '../diagnostics/suggest.ts'
import { Prose } from './quoted.ts'
import * as starts from './starts.ts'
import { isStatementName, meantBy } from './synonyms.ts'
import { clauseWords, ItemWord, retyped, statementWords, wordNamed, written } from './tokens.ts'

export interface Piece {
  readonly kind: 'statement' | 'clause'
  readonly tokens: readonly IToken[]
  /** What is wrong with where the piece starts, or with the word that it starts with. */
  readonly fault?: Fault
}

export type Fault =
  /** With `meant`, the first token has been replaced by the word that was meant. */
  | {
      readonly kind: 'unknown word'
      readonly token: IToken
      readonly meant: string | undefined
      /** It is no slip of the fingers, but another word for the same. */
      readonly otherwise: boolean
    }
  | { readonly kind: 'prose'; readonly token: IToken }
  | { readonly kind: 'outside item'; readonly token: IToken }
  /** A check that begins with its kind. The first of the words has been put before it. */
  | { readonly kind: 'untold check'; readonly token: IToken; readonly words: readonly Quantifier[] }
  | { readonly kind: 'misplaced check'; readonly token: IToken; readonly column: number }

/** How many there have to be, in the words that somebody may have had in mind. */
type Quantifier = 'every' | 'no' | 'some'

/** What stands above a line. */
interface Above {
  /** Whose clauses may follow: an item's, those of an item whose own line is lost, or none. */
  readonly owner: 'item' | 'lost item' | 'none'
  /** The column of the owner's clauses, once that is known. */
  readonly column: number | undefined
  /** Brackets that are open. */
  readonly depth: number
  readonly last: IToken | undefined
  /** The last line begins a checklist, a section or an item, and has no title yet. */
  readonly untitled: boolean
  /** The last piece is a line that says nothing in the language. */
  readonly lost: boolean
}

export function pieces(tokens: readonly IToken[]): readonly Piece[] {
  const found: { kind: Piece['kind']; tokens: IToken[]; fault?: Fault }[] = []
  const lines = starts.linesOf(tokens)
  let above: Above = { owner: 'none', column: undefined, depth: 0, last: undefined, untitled: false, lost: false }
  for (const [index, line] of lines.entries()) {
    const start = startOf(line, above)
    if (start !== undefined) {
      const begun = asMeant(line, start)
      const first = begun[0] as IToken
      found.push({ ...start, tokens: begun })
      above = { ...above, ...ownerAfter(start, first, above, lines, index), depth: 0, lost: isLost(start) }
    } else {
      // Not by spreading: a hostile line has more tokens than a call has room for arguments.
      for (const token of line) found.at(-1)?.tokens.push(token)
    }
    const change = line.reduce((sum, token) => sum + (starts.opens(token) ? 1 : starts.closes(token) ? -1 : 0), 0)
    above = { ...above, depth: Math.max(0, above.depth + change), last: line.at(-1), untitled: starts.lacksTitle(line) }
  }
  return found
}

type Start = Omit<Piece, 'tokens'>

const clause: Start = { kind: 'clause' }

/** What begins with a line; undefined where it goes on with the line above. */
function startOf(line: starts.Line, above: Above): Start | undefined {
  const token = line[0] as IToken
  const margin = token.startColumn === 1
  const goesOn = above.depth > 0 || (above.last !== undefined && starts.isUnfinished(above.last))
  const inside = goesOn && starts.readsAsName(line)
  if (token.tokenType === Prose) {
    return above.lost
      ? undefined
      : { kind: above.owner === 'none' ? 'statement' : 'clause', fault: { kind: 'prose', token } }
  }
  if (above.untitled && starts.isText(token)) return undefined
  if (starts.hasShapeOfStatement(line)) return { kind: 'statement' }
  if (starts.isStatementWord(token) && margin && !inside) return { kind: 'statement' }
  if (above.owner === 'none' || above.last === undefined) return startWithoutItem(line, above, goesOn)
  const atColumn = above.column === undefined || token.startColumn === above.column
  if (starts.hasShapeOfMetadata(line) || (starts.isMetadataWord(token) && atColumn && !inside)) return clause
  if (starts.isQuantifier(token)) {
    if (atColumn) return clause
    const fault = { kind: 'misplaced check' as const, token, column: above.column as number }
    return goesOn ? undefined : { kind: 'clause', fault }
  }
  if (starts.goesOn(token) || (goesOn && !starts.hasShapeOfStart(line))) return undefined
  const outdented = (token.startColumn as number) < (above.column ?? 2)
  if (outdented) return unknown('statement', line, above)
  return atColumn && !starts.isMetadataWord(token) ? (untold(line) ?? unknown('clause', line, above)) : undefined
}

function startWithoutItem(line: starts.Line, above: Above, goesOn: boolean): Start | undefined {
  const token = line[0] as IToken
  const margin = token.startColumn === 1 && !goesOn
  if (starts.hasShapeOfMetadata(line) || (starts.isClauseWord(token) && margin))
    return { kind: 'clause', fault: { kind: 'outside item', token } }
  if (starts.goesOn(token) && above.last !== undefined) return undefined
  return margin || above.last === undefined || (token.startColumn === 1 && starts.hasShapeOfStart(line))
    ? unknown('statement', line, above)
    : undefined
}

/** `script must have errexit` and `url where local`: what stands behind the first word stands behind a kind. */
function untold(line: starts.Line): Start | undefined {
  const token = line[0] as IToken
  if (!starts.readsAsKind(line)) return undefined
  const words: readonly Quantifier[] = starts.asksOfEvery(line) ? ['every'] : ['no', 'some']
  return { kind: 'clause', fault: { kind: 'untold check', token, words } }
}

/** A line that starts with a word of no meaning there. Several such lines one below the other are one mistake. */
function unknown(kind: Piece['kind'], line: starts.Line, above: Above): Start | undefined {
  const token = line[0] as IToken
  const statement = kind === 'statement' || token.startColumn === 1
  const known = [...(statement ? statementWords : []), ...(kind === 'clause' ? clauseWords : [])]
  const slip = suggest(token.image, known.map(written))
  const meant = slip ?? namedOtherwise(kind, line, above)
  const fault = { kind: 'unknown word' as const, token, meant, otherwise: slip === undefined }
  if (meant === undefined) return above.lost ? undefined : { kind, fault }
  return { kind: isStatementName(meant) ? 'statement' : 'clause', fault }
}

/** Prose starts with words such as "all", too: what goes on as a statement or clause does is meant to be one. */
function namedOtherwise(kind: Piece['kind'], line: starts.Line, above: Above): string | undefined {
  const token = line[0] as IToken
  const meant = meantBy(token.image, kind) ?? (above.owner === 'none' ? undefined : meantBy(token.image, 'statement'))
  const word = meant === undefined ? undefined : wordNamed(meant)
  if (word === undefined) return undefined
  return starts.mayFollow(word, line[1]) ? meant : undefined
}

/** Nothing more can be said of the piece than that its first word is unknown. */
export const isLost = ({ fault }: Pick<Piece, 'fault'>): boolean =>
  fault?.kind === 'prose' || (fault?.kind === 'unknown word' && fault.meant === undefined)

/** The line with the first word that it should have. */
function asMeant(line: starts.Line, { fault }: Start): IToken[] {
  const [token, ...rest] = line as [IToken, ...IToken[]]
  if (fault?.kind === 'untold check') return [made(fault.words[0] as Quantifier, token), ...line]
  if (fault?.kind !== 'unknown word' || fault.meant === undefined) return [token, ...rest]
  return [retyped(token, wordNamed(fault.meant) as TokenType), ...rest]
}

const made = (word: string, at: IToken): IToken => retyped(at, wordNamed(word) as TokenType, word)

/** Whose clauses follow a piece, and where they stand. */
function ownerAfter(
  start: Start,
  first: IToken,
  above: Above,
  lines: readonly starts.Line[],
  index: number,
): Pick<Above, 'owner' | 'column'> {
  if (start.kind === 'clause' && start.fault?.kind !== 'outside item')
    return { owner: above.owner, column: above.column ?? first.startColumn }
  if (start.fault?.kind === 'outside item') return { owner: 'lost item', column: columnFrom(lines, index) }
  const owner = isLost(start) ? 'lost item' : first.tokenType === ItemWord ? 'item' : 'none'
  return { owner, column: owner === 'none' ? undefined : columnFrom(lines, index + 1) }
}

/** The column of most clauses that can be told by their shape, so that one that is moved does not move the others. */
function columnFrom(lines: readonly starts.Line[], from: number): number | undefined {
  const counts = new Map<number, number>()
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] as starts.Line
    const column = line[0]?.startColumn as number
    if (starts.hasShapeOfStatement(line) || (column === 1 && !starts.isClauseWord(line[0] as IToken))) break
    if (starts.hasShapeOfMetadata(line)) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0]
}

/**
 * Where statements and clauses begin. Each starts a line, so the lines alone part a file into pieces that are parsed one
 * by one: a mistake in one piece can neither hide nor damage another.
 *
 *     item NET-01 "…"                     statement
 *       severity high                     clause, and its column is that of the item's clauses
 *       no url where scheme is "http"     clause
 *         and not local                   goes on: the line starts with an operator
 *       message "…"                       clause
 */
import type { IToken, TokenType } from 'chevrotain'
import {
  And,
  Comma,
  Must,
  metadataWords,
  Not,
  Open,
  OpenList,
  Or,
  quantifierWords,
  statementWords,
  Where,
  With,
  Word,
} from './tokens.ts'

export interface Piece {
  readonly kind:
    | 'statement'
    | 'clause'
    | 'unknown statement'
    | 'unknown clause'
    | 'clause outside item'
    | 'misplaced check'
  readonly tokens: readonly IToken[]
  /** The column of the item's clauses, where there is one. */
  readonly column: number | undefined
}

const operatorsThatGoOn = new Set<TokenType>([And, Or, Must, Where, With])
/** After these a sentence is not finished, so that the next line belongs to it whatever it starts with. */
const unfinished = new Set<TokenType>([And, Or, Not, Must, Where, Open, OpenList, Comma])

export function pieces(tokens: readonly IToken[]): readonly Piece[] {
  const found: { kind: Piece['kind']; tokens: IToken[]; column: number | undefined }[] = []
  let [inItem, column, depth]: [boolean, number | undefined, number] = [false, undefined, 0]
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1]
    const startsLine = previous === undefined || (previous.endLine as number) < (token.startLine as number)
    const kind: Piece['kind'] | undefined = startsLine ? kindOf(token, previous, { inItem, column, depth }) : undefined
    if (kind !== undefined) {
      depth = 0
      if (kind === 'statement' || kind === 'unknown statement') {
        inItem = kind === 'statement' && token.image === 'item'
        column = undefined
      } else if (inItem) {
        column ??= token.startColumn
      }
      found.push({ kind, tokens: [], column })
    }
    if (token.tokenType === Open || token.tokenType === OpenList) depth++
    if (token.image === ')' || token.image === ']') depth--
    found.at(-1)?.tokens.push(token)
  }
  return found
}

interface Surroundings {
  readonly inItem: boolean
  readonly column: number | undefined
  readonly depth: number
}

/** What begins with a token that starts a line; undefined where the line goes on with what stands before. */
function kindOf(token: IToken, previous: IToken | undefined, around: Surroundings): Piece['kind'] | undefined {
  const margin = token.startColumn === 1
  const atColumn = around.column === undefined || token.startColumn === around.column
  const goesOn = previous !== undefined && (unfinished.has(previous.tokenType) || around.depth > 0)
  if (statementWords.includes(token.tokenType) && (margin || !goesOn)) return 'statement'
  if (margin && token.tokenType !== And && token.tokenType !== Or && isName(token)) {
    return around.inItem && isClauseStart(token)
      ? 'clause'
      : isClauseStart(token)
        ? 'clause outside item'
        : 'unknown statement'
  }
  if (goesOn && !(metadataWords.includes(token.tokenType) && around.column !== undefined && atColumn)) return undefined
  if (previous === undefined) return 'unknown statement'
  if (metadataWords.includes(token.tokenType)) return around.inItem ? 'clause' : undefined
  if (!around.inItem) return undefined
  if (quantifierWords.includes(token.tokenType)) return atColumn ? 'clause' : 'misplaced check'
  return atColumn && isName(token) && !operatorsThatGoOn.has(token.tokenType) ? 'unknown clause' : undefined
}

const isClauseStart = (token: IToken): boolean =>
  metadataWords.includes(token.tokenType) || quantifierWords.includes(token.tokenType)

const isName = (token: IToken): boolean => token.tokenType === Word || /^[A-Za-z_]/.test(token.image)

/**
 * Marks that other languages put between words: each is reported, and left out or read as the word that it stands for,
 * so that the words around it can be read.
 *
 *     - severity: high;           the dash, the colon and the semicolon are left out
 *     1. item NET-01 "Title"      so is the number
 *       no url where scheme: "x"  this colon stands for "is"
 */
import type { IToken, TokenType } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Edit, type Fix, replace } from '../diagnostics/fix.ts'
import { type FileContext, spanOf } from './leaves.ts'
import * as quoted from './quoted.ts'
import { is, isClauseWord, isName, isStatementWord, type Line, linesOf } from './starts.ts'
import * as t from './tokens.ts'

export interface Unmarked {
  readonly tokens: readonly IToken[]
  /** The lines, by the offset of their first token, that lost something. */
  readonly marked: readonly number[]
}

export function withoutMarks(tokens: readonly IToken[], context: FileContext): Unmarked {
  const braces = bracesOf(tokens)
  const kept: IToken[] = []
  const marked: number[] = []
  const report = (diagnostic: Diagnostic) => context.report(diagnostic)
  for (const line of linesOf(tokens)) {
    const before = kept.length
    const [bullet] = line
    const length = bulletLength(line)
    const next = line[length]
    if (bullet !== undefined && length > 0) report(needlessBullet(line.slice(0, length), context))
    const isMoved = bullet !== undefined && length > 0 && next !== undefined
    const rest = isMoved ? [movedTo(bullet, next), ...line.slice(length + 1)] : line.slice(length)
    let colon = false
    for (const [index, token] of rest.entries()) {
      const read = readAs(token, rest, index, braces)
      if (read === 'itself') kept.push(token)
      else if (read !== 'nothing') kept.push(t.retyped(token, read.type))
      if (read === 'itself' || (token.tokenType === t.Colon && colon)) continue
      if (token.tokenType === t.Colon) colon = true
      const diagnostic = told(token, rest, read, braces, context)
      if (diagnostic !== undefined) report(diagnostic)
    }
    if (kept.length - before < line.length && bullet !== undefined) marked.push(bullet.startOffset)
  }
  return { tokens: kept, marked }
}

/** The partner of each brace that has one. */
type Braces = ReadonlyMap<IToken, IToken>

function bracesOf(tokens: readonly IToken[]): Braces {
  const open: IToken[] = []
  const partners = new Map<IToken, IToken>()
  for (const token of tokens) {
    if (token.tokenType === t.OpenBrace) open.push(token)
    if (token.tokenType !== t.CloseBrace) continue
    const partner = open.pop()
    if (partner === undefined) continue
    partners.set(token, partner)
    partners.set(partner, token)
  }
  return partners
}

interface Read {
  readonly type: TokenType
  readonly word: string
}

function readAs(token: IToken, line: Line, index: number, braces: Braces): Read | 'itself' | 'nothing' {
  const [previous, next] = [line[index - 1], line[index + 1]]
  switch (token.tokenType) {
    case t.Colon:
      if (line[0]?.tokenType === t.DefineWord) return { type: t.As, word: 'as' }
      if (line[0] !== undefined && isStatementWord(line[0])) return 'nothing'
      return index > 1 && isName(previous) && isValue(next) ? { type: t.Is, word: 'is' } : 'nothing'
    case t.OpenBrace:
      return previous?.tokenType === t.Among ? { type: t.OpenList, word: '[' } : 'nothing'
    case t.CloseBrace: {
      const partner = braces.get(token)
      const position = partner === undefined ? -1 : line.indexOf(partner)
      return line[position - 1]?.tokenType === t.Among && position > 0 ? { type: t.CloseList, word: ']' } : 'nothing'
    }
    case t.Equals:
      return index === 1 && isClauseWord(line[0] as IToken) ? 'nothing' : 'itself'
    case t.Dashes:
      return isRange(line, index) ? { type: t.To, word: 'to' } : 'nothing'
    case t.Semicolon:
      return 'nothing'
    case t.Dot:
      return next === undefined && index > 0 ? 'nothing' : 'itself'
    default:
      return 'itself'
  }
}

/** `from 1 - 10` */
const isRange = (line: Line, index: number): boolean =>
  line[0]?.tokenType === t.ParameterWord &&
  [line[index - 1], line[index + 1]].every((token) => is(token, t.NumberToken))

const values: readonly TokenType[] = [quoted.Text, quoted.WrongQuotes, t.NumberToken, t.True, t.False, t.OpenList]
const isValue = (token: IToken | undefined): boolean => token !== undefined && values.includes(token.tokenType)

/** Undefined where the mistake is told elsewhere: at the brace's partner, or as a line that starts with no known word. */
function told(
  token: IToken,
  line: Line,
  read: Read | 'nothing',
  braces: Braces,
  context: FileContext,
): Diagnostic | undefined {
  const [first] = line
  const isKnown = first === token || (first !== undefined && (isStatementWord(first) || isClauseWord(first)))
  if (token.tokenType === t.Colon && line[1] === token && !isKnown) return undefined
  const partner = braces.get(token)
  if (token.tokenType === t.CloseBrace && partner !== undefined) return undefined
  const meant = read === 'nothing' ? undefined : read.word
  if (meant === undefined) return needless(token, context, partner)
  const title = `write ${meant}`
  const fix: Fix =
    partner === undefined
      ? replace(spanOf(context, token), meant === 'is' || meant === 'as' ? ` ${meant}` : meant, title)
      : { title, edits: [edit(token, '[', context), edit(partner, ']', context)] }
  return diagnose('foreign-operator', spanOf(context, token), { found: token.image, word: meant }, { fixes: [fix] })
}

const edit = (token: IToken, text: string, context: FileContext): Edit => ({ span: spanOf(context, token), text })

function needless(token: IToken, context: FileContext, partner?: IToken): Diagnostic {
  const span = spanOf(context, token)
  const { image } = token
  const edits = [token, ...(partner === undefined ? [] : [partner])].map((each) => edit(each, '', context))
  const fixes = [{ title: `leave out ${image}`, edits }]
  return diagnose('unexpected-character', span, { characters: image, suggestion: 'Leave it out.' }, { fixes })
}

/** How many tokens before what the line says are a dash, a star or a number. */
function bulletLength([first, second, third]: Line): number {
  if (first === undefined) return 0
  if (first.tokenType === t.Dashes || first.image === '*') return 1
  const isNumber = is(first, t.NumberToken) && (is(second, t.Dot) || is(second, t.Close))
  return isNumber && third !== undefined && (isStatementWord(third) || isClauseWord(third)) ? 2 : 0
}

function needlessBullet(tokens: readonly IToken[], context: FileContext): Diagnostic {
  const span = spanOf(context, tokens[0] as IToken, tokens.at(-1))
  const characters = context.source.text.slice(span.start, span.end)
  const fixes = [replace(span, '', `leave out ${characters}`)]
  return diagnose('unexpected-character', span, { characters, suggestion: 'Leave it out.' }, { fixes })
}

/** What stands behind a bullet starts where the bullet does. */
const movedTo = (bullet: IToken, token: IToken): IToken => ({ ...token, startColumn: bullet.startColumn as number })

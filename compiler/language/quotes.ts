/**
 * Clauses whose quotes are missing, or stand where none belong. They are told by their first word alone, before
 * anything on the line is read as something else:
 *
 *     message This address is local     read as  message "This address is local"
 *     severity "High"                   read as  severity High
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import { write } from '../diagnostics/fix.ts'
import type { Span } from '../diagnostics/span.ts'
import { type FileContext, spanOf } from './leaves.ts'
import * as quoted from './quoted.ts'
import { is, isQuantifier, type Line, readsAsName } from './starts.ts'
import * as t from './tokens.ts'

const { Text } = quoted

/** A line as it was probably meant, and what of it is a text that was lexed as words. */
export interface Requoted {
  readonly line: Line
  readonly text?: Span
}

export function requoted(line: Line, context: FileContext): Requoted {
  const [first] = line
  if (first === undefined || readsAsName(line)) return { line }
  // Brackets around a row, and the quotes in it, are one mistake.
  if (is(first, t.WasWord) && is(line[1], t.OpenList)) return { line }
  if (words.includes(first.tokenType)) return { line: line.map((token) => bare(token, is(first, t.WasWord), context)) }
  if (is(first, t.SeeWord)) return address(line, context)
  if (!texts.includes(first.tokenType)) return { line }
  return hasInnerQuotes(line) ? escaped(line, context) : inQuotes(line, context)
}

/** Clauses of words, and of one text. */
const words = [t.SeverityWord, t.ConfidenceWord, t.WasWord]
const texts = [t.MessageWord, t.FixWord, t.RationaleWord, t.ReviewWord, t.AboutWord]

/** `see [TLS](https://example.org)`, `see <https://example.org>`: marks around an address that stands without quotes. */
function address(line: Line, context: FileContext): Requoted {
  const [first, start] = line
  const isMarked = line.some(({ tokenType }) => ![quoted.BareText, t.Comma, t.SeeWord].includes(tokenType))
  if (
    first === undefined ||
    start === undefined ||
    !isMarked ||
    line.some((token) => is(token, Text) && !isBare(token))
  )
    return { line }
  const { path, text } = context.source
  const span = { path, start: start.startOffset, end: endOfLine(text, start.startOffset) }
  const [found] = /https?:\/\/[^\s)>\]"']+/.exec(text.slice(span.start, span.end)) ?? []
  return found === undefined ? { line } : { line: [first, quotedToken(span, start, context, found)], text: span }
}

const isBare = ({ tokenType }: IToken): boolean => tokenType === quoted.BareText

/** `message "the "text" is local"`: a text that another touches, or a word. */
function hasInnerQuotes(line: Line): boolean {
  const rest = line.slice(1)
  const touches = rest.some((token, index) => index > 0 && token.startOffset === (rest[index - 1]?.endOffset ?? 0) + 1)
  const [start, end] = [rest[0], rest.at(-1)]
  const isEnclosed = rest.length > 2 && start?.tokenType === Text && end !== undefined && is(end, Text)
  return isEnclosed && touches && !rest.some((token) => is(token, t.When))
}

function escaped(line: Line, context: FileContext): Requoted {
  const [first, start] = line as [IToken, IToken]
  const { path, text } = context.source
  const span = { path, start: start.startOffset, end: endOfLine(text, start.startOffset) }
  const raw = text.slice(span.start, span.end)
  const inside = raw.slice(1, raw.endsWith('"') ? -1 : undefined).replace(/(?<!\\)"/g, '\\"')
  context.report(diagnose('inner-quotes', span, {}, { fixes: [write(span, `"${inside}"`)] }))
  return { line: [first, { ...t.retyped(start, Text, `"${inside}"`), endOffset: span.end - 1 }], text: span }
}

function bare(token: IToken, isIdentifier: boolean, context: FileContext): IToken {
  const inside = /^["'“`]([A-Za-z_]\w*(?:-\w+)*)["'”`]$/.exec(token.image)?.[1]
  if (inside === undefined) return token
  const word = isIdentifier ? inside : inside.toLowerCase()
  const span = spanOf(context, token)
  context.report(diagnose('needless-quotes', span, { text: token.image }, { fixes: [write(span, word)] }))
  return t.retyped(token, t.Word, word)
}

function inQuotes(line: Line, context: FileContext): Requoted {
  const from = line[1]?.tokenType === t.Colon ? 2 : 1
  const rest = line.slice(from)
  const [start] = rest
  if (start === undefined || is(start, Text) || rest.some((token) => is(token, Text)) || isCondition(start))
    return { line }
  const when = is(line[0], t.ReviewWord) ? rest.findIndex((token) => is(token, t.When)) : -1
  const until = when > 0 ? rest.slice(0, when) : rest
  const { path, text: source } = context.source
  const end = when > 0 ? (until.at(-1)?.endOffset as number) + 1 : endOfLine(source, start.startOffset)
  const span = { path, start: start.startOffset, end }
  const text = quotedToken(span, start, context)
  return { line: [...line.slice(0, from), text, ...(when > 0 ? rest.slice(when) : [])], text: span }
}

/** `review some url …`: the text is missing, and a condition stands in its place. */
const isCondition = (token: IToken): boolean => isQuantifier(token) || is(token, t.When) || is(token, t.Where)

function endOfLine(source: string, from: number): number {
  const end = source.slice(from).search(/[\r\n]|$/)
  return from + source.slice(from, from + end).trimEnd().length
}

/** The text that a stretch of the source would be with quotes around it, or `written` of it. */
export function quotedToken(
  span: Span,
  first: IToken,
  context: FileContext,
  written = context.source.text.slice(span.start, span.end),
): IToken {
  const inside = written.replace(/["\\]/g, "'")
  const fixes = [write(span, `"${inside}"`)]
  const what = inside.length > 40 ? `${inside.slice(0, 39)}…` : inside
  context.report(diagnose('missing-quotes', span, { what }, { fixes }))
  return { ...t.retyped(first, Text, `"${inside}"`), endOffset: span.end - 1 }
}

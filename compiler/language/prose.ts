/** Lines that are sentences of a natural language, told by their look. */
import type { IToken } from 'chevrotain'
import { type FileContext, spanOf } from './leaves.ts'
import { Prose, Text } from './quoted.ts'
import type { Requoted } from './quotes.ts'
import { is, isClauseWord, isName, isStatementWord, type Line } from './starts.ts'
import * as t from './tokens.ts'

/** The line as one token; undefined where it may be meant as something in the language. */
export function asProse(line: Line, context: FileContext): Requoted | undefined {
  const [first] = line
  if (first === undefined || !(isBullet(line) || isSentence(line))) return undefined
  const span = spanOf(context, first, line.at(-1))
  const image = context.source.text.slice(span.start, span.end)
  return { line: [{ ...t.retyped(first, Prose, image), endOffset: span.end - 1 }], text: span }
}

/** `- [ ] All connections use TLS`: an entry of a list that starts with no word of the language. */
function isBullet([first, second]: Line): boolean {
  if (first?.tokenType !== t.Dashes && first?.image !== '*') return false
  return is(second, t.OpenList) || (isName(second) && /^[A-Z]/.test(second?.image ?? '') && !isStart(second))
}

const isStart = (token: IToken | undefined): boolean => {
  const type = token && t.wordNamed(token.image.toLowerCase())
  return (
    token !== undefined &&
    type !== undefined &&
    [isStatementWord, isClauseWord].some((test) => test({ ...token, tokenType: type }))
  )
}

/** It starts with a capital letter, ends with a full stop, and asks for nothing as a check does. */
function isSentence(line: Line): boolean {
  const [first, second, third] = line
  if (first === undefined || !isName(first) || !/^[A-Z]/.test(first.image) || third === undefined) return false
  const asks = line.some(
    (token) => is(token, t.Where) || is(token, t.Must) || is(token, Text) || token.tokenType === t.Colon,
  )
  return !asks && isName(second) && is(line.at(-1), t.Dot)
}

/** The sentence for a piece that does not parse. */
import { type IRecognitionException, type IToken, NotAllInputParsedException } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Span } from '../diagnostics/span.ts'
import { everyBefore, openBefore } from './brackets.ts'
import { type FileContext, spanOf } from './leaves.ts'
import { closes, is, isClauseWord, isName, isQuantifier, isUnfinished } from './starts.ts'
import * as t from './tokens.ts'

export interface Failure {
  readonly exception: IRecognitionException
  /** Which token could not be read; the number of tokens where more was expected. */
  readonly index: number
}

export function unexpected(tokens: readonly IToken[], failure: Failure, context: FileContext): Diagnostic {
  const { exception, index } = failure
  const token = tokens[index]
  const wanted = exception.message
  const opening = openBefore(tokens, index)
  if (token !== undefined && closes(token) && opening === undefined)
    return diagnose('unopened-bracket', spanOf(context, token), { bracket: token.image })
  if (token === undefined && opening !== undefined && /"[)\]]"/.test(wanted))
    return diagnose('unclosed-bracket', spanOf(context, opening), {
      bracket: opening.image,
      closing: is(opening, t.Open) ? ')' : ']',
    })
  const every = everyBefore(tokens, index)
  if (every !== undefined && (token === undefined || closes(token)) && wanted.startsWith('"must"'))
    return diagnose('missing-must', spanOf(context, every), {})
  return diagnose('unexpected', placeOf(tokens, index, context), {
    expected: exception instanceof NotAllInputParsedException ? wantedAtEnd(tokens, index) : wanted,
    found: found(token),
    suggestion: suggestion(tokens, index),
  })
}

/** A misspelt word inside a sentence. */
export function misspelt(token: IToken, meant: string, context: FileContext): Diagnostic {
  return diagnose('misspelt-word', spanOf(context, token), { word: shortened(token.image), meant })
}

/** The token, or the end of what stands before. */
function placeOf(tokens: readonly IToken[], index: number, context: FileContext): Span {
  const token = tokens[index]
  if (token !== undefined) return spanOf(context, token)
  const { path, end } = spanOf(context, tokens.at(-1) as IToken)
  return { path, start: end, end }
}

/** What may follow where a sentence could have ended. */
function wantedAtEnd(tokens: readonly IToken[], index: number): string {
  const [first, before, previous] = [tokens[0] as IToken, tokens[index - 2], tokens[index - 1]]
  const subject = before !== undefined && (isQuantifier(before) || is(before, t.As) || is(before, t.NumberToken))
  if (subject && isName(previous)) return `"where" after "${previous?.image}"`
  const holdsConditions = !isClauseWord(first) || isQuantifier(first) || tokens.some((token) => is(token, t.When))
  const isLine = t.statementWords.includes(first.tokenType) && !is(first, t.DefineWord)
  return holdsConditions && !isLine ? '"and", "or" or the end of the line' : 'the end of the line'
}

function found(token: IToken | undefined): string {
  if (token === undefined) return 'the end of the line'
  const image = shortened(token.image)
  if (image.startsWith('"')) return `the text ${image}`
  return is(token, t.NumberToken) ? `the number ${image}` : `"${image}"`
}

/** Enough of a word or a text to know it again. */
export const shortened = (image: string): string => (image.length > 40 ? `${image.slice(0, 39)}…` : image)

function suggestion(tokens: readonly IToken[], index: number): string {
  const token = tokens[index]
  if (token !== undefined && is(token, t.Equals)) return 'To compare, write "is".'
  const last = tokens.at(-1)
  if (token === undefined && last !== undefined && isUnfinished(last))
    return 'A line that goes on stands further to the right than the clause that it belongs to.'
  return ''
}

/** The sentence for a piece that does not parse. */
import { type IRecognitionException, type IToken, NotAllInputParsedException, type TokenType } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { replace, write } from '../diagnostics/fix.ts'
import type { Span } from '../diagnostics/span.ts'
import { everyBefore, openBefore } from './brackets.ts'
import { type FileContext, spanOf } from './leaves.ts'
import * as quoted from './quoted.ts'
import { closes, is, isAtLineStart, isMetadataWord, isName, isQuantifier, isStart, isUnfinished } from './starts.ts'
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
    return diagnose(
      'unopened-bracket',
      spanOf(context, token),
      { bracket: token.image },
      { fixes: [replace(spanOf(context, token), '', `leave out ${token.image}`)] },
    )
  if (token === undefined && opening !== undefined && /"[)\]]"/.test(wanted)) return unclosed(tokens, opening, context)
  const every = everyBefore(tokens, index)
  if (every !== undefined && (token === undefined || closes(token)) && wanted.startsWith('"must"'))
    return diagnose('missing-must', spanOf(context, every), {})
  return diagnose('unexpected', placeOf(tokens, index, context), {
    expected: exception instanceof NotAllInputParsedException ? wantedAtEnd(tokens, index) : wanted,
    found: found(token),
    suggestion: suggestion(tokens, index),
  })
}

function unclosed(tokens: readonly IToken[], opening: IToken, context: FileContext): Diagnostic {
  const closing = is(opening, t.Open) ? ')' : ']'
  const fixes = [replace(placeOf(tokens, tokens.length, context), closing, `write ${closing} at the end`)]
  return diagnose('unclosed-bracket', spanOf(context, opening), { bracket: opening.image, closing }, { fixes })
}

/** A misspelt word inside a sentence. */
export function misspelt(token: IToken, meant: string, context: FileContext): Diagnostic {
  const span = spanOf(context, token)
  return diagnose('misspelt-word', span, { word: shortened(token.image), meant }, { fixes: [write(span, meant)] })
}

/** The token, or the end of what stands before. */
function placeOf(tokens: readonly IToken[], index: number, context: FileContext): Span {
  const token = tokens[index]
  if (token !== undefined) return spanOf(context, token)
  const { path, end } = spanOf(context, tokens.at(-1) as IToken)
  return { path, start: end, end }
}

/** What may follow where a sentence could have ended. The token at `index` is the first that does not. */
function wantedAtEnd(tokens: readonly IToken[], index: number): string {
  const [first, word, previous] = [tokens[0] as IToken, tokens[index - 2], tokens[index - 1]]
  const subject = word !== undefined && (isQuantifier(word) || is(word, t.As) || is(word, t.NumberToken))
  if (subject && isName(previous)) return `"where" after "${previous?.image}"`
  if (isName(previous) && isValue(tokens[index])) return `a comparison such as "is" after "${previous?.image}"`
  const before = tokens.slice(0, index)
  const holdsConditions = isQuantifier(first) || before.some((token) => opensConditions.some((type) => is(token, type)))
  if (holdsConditions || !isStart(first)) return '"and", "or" or the end of the line'
  return isAtLineStart(tokens, index) ? 'the start of a statement or clause' : 'the end of the line'
}

const opensConditions = [t.Where, t.When, t.Must, t.Have, t.Be, t.And, t.Or, t.Not, t.Open]
const operators = [t.Is, t.Like, t.Matches, t.Contains, t.Starts, t.Ends, t.Less, t.More, t.AtMost, t.AtLeast, t.Among]
const values = [quoted.Text, quoted.Pattern, t.NumberToken, t.OpenList, t.True, t.False, t.NoneWord]
const isValue = (token: IToken | undefined): boolean => values.some((type) => is(token, type))

export function found(token: IToken | undefined): string {
  if (token === undefined) return 'the end of the line'
  const image = shortened(token.image)
  if (image.startsWith('"')) return `the text ${image}`
  return is(token, t.NumberToken) ? `the number ${image}` : `"${image}"`
}

/** Enough of a word or a text to know it again. */
export const shortened = (image: string): string => (image.length > 40 ? `${image.slice(0, 39)}…` : image)

/** How the statements and clauses are written whose parts have a fixed order. */
const shapes: readonly (readonly [TokenType, string])[] = [
  [t.ChecklistWord, 'checklist wazuh-integration 1.0.0 "title"'],
  [t.SectionWord, 'section CRED "title"'],
  [t.ItemWord, 'item CRED-02 "title"'],
  [t.UseWord, 'use NAME, NAME from "path"'],
  [t.ParameterWord, 'parameter NAME TYPE = VALUE from LOW to HIGH "what it is"'],
  [t.SeverityWord, 'severity high'],
  [t.ConfidenceWord, 'confidence medium'],
  [t.WasWord, 'was CRED-01, CRED-02'],
  [t.TagsWord, 'tags "CWE-319", "CWE-295"'],
  [t.SeeWord, 'see "https://example.org"'],
  [t.AppliesWord, 'applies when some KIND where …'],
  [t.ReviewWord, 'review "question" when some KIND where …'],
]

/** Undefined where the parts have no fixed order. */
export const shapeOf = (first: IToken | undefined): string | undefined => shapes.find(([word]) => is(first, word))?.[1]

/** Behind a kind that has no condition yet. */
function isBehindKind(tokens: readonly IToken[], index: number): boolean {
  const before = tokens[index - 2]
  return (
    tokens[index] !== undefined &&
    isName(tokens[index - 1]) &&
    before !== undefined &&
    (isQuantifier(before) || is(before, t.NumberToken))
  )
}

/** How the parts of a definition are written, as far as they stand before the condition that it has. */
function definitionShape(tokens: readonly IToken[], index: number): string {
  const [first, name, next, kind] = tokens
  if (!is(first, t.DefineWord) || name === undefined) return ''
  const before = tokens.slice(0, index)
  if (is(next, t.Open) && is(tokens[index], t.Comma))
    return `A condition is said of one kind, and finds the others itself: define ${name.image}(${kind?.image}) as some …`
  if (is(next, t.As) && isName(kind) && index === 4 && operators.some((type) => is(tokens[index], type)))
    return `A condition is said of a kind, which stands behind its name: define ${name.image}(KIND) as ${kind?.image} …`
  if (is(next, t.As) && isName(kind) && index === 4)
    return `A definition narrows a kind: define ${name.image} as ${kind?.image} where …; the kind itself is named ${kind?.image}.`
  if (is(next, t.As) && index === 3 && kind !== undefined && isQuantifier(kind))
    return `A definition names the kind alone: define ${name.image} as KIND where …`
  if (index === 1 && tokens[1] !== undefined && t.isOperatorWord(tokens[1])) return ''
  const isWithin = before.some((token) => is(token, t.Where)) || before.filter((token) => is(token, t.As)).length > 0
  return isWithin
    ? ''
    : 'It is written: define NAME as KIND where …, define NAME(KIND) as CONDITION, or define NAME as VALUE.'
}

function suggestion(tokens: readonly IToken[], index: number): string {
  const token = tokens[index]
  const [first, last, previous] = [tokens[0], tokens.at(-1), tokens[index - 1]]
  const startsLine = token !== undefined && isAtLineStart(tokens, index)
  if (startsLine && is(token, t.When)) return 'An item has conditions with: applies when …'
  if (startsLine) return 'A check starts with no, some, every, at least, at most or exactly.'
  if (token !== undefined && index > 0 && isMetadataWord(token)) return 'A clause starts a line of its own.'
  const written = definitionShape(tokens, index)
  if (written !== '') return written
  const shape = shapeOf(first)
  if (shape !== undefined) return `It is written: ${shape}`
  if (isValue(token) && opensConditions.some((type) => is(previous, type)))
    return 'The field stands first, and what it is compared with behind it.'
  if (operators.some((type) => is(token, type)) && opensConditions.some((type) => is(previous, type)))
    return `A field stands before "${token?.image}".`
  if (isBehindKind(tokens, index))
    return `What is asked of ${previous?.image} stands behind "where": where FIELD is VALUE.`
  if (is(token, t.Must)) return '"must" goes with "every"; other checks ask with "where".'
  const names = [t.ChecklistWord, t.ItemWord, t.SectionWord, t.DefineWord, t.ParameterWord, t.As]
  if (token !== undefined && t.isOperatorWord(token) && names.some((type) => is(previous, type)))
    return `"${token.image}" is a word of the language and cannot be a name.`
  if (token === undefined && last !== undefined && isUnfinished(last))
    return 'A line that goes on stands further to the right than the clause that it belongs to.'
  return ''
}

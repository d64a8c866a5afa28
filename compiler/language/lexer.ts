/** Text → tokens, with every mistake that a token shows by itself. */
import { createToken, type ILexingResult, type IToken, Lexer, type TokenType } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { behind, type Edit, replace, write } from '../diagnostics/fix.ts'
import type { Span } from '../diagnostics/span.ts'
import { inSmallLetters } from './case.ts'
import { readHeading } from './headings.ts'
import { type FileContext, isGlobMark, spanOf } from './leaves.ts'
import { withoutMarks } from './marks.ts'
import { opened } from './openings.ts'
import { asProse } from './prose.ts'
import {
  BarePath,
  BareText,
  Block,
  FlaggedPattern,
  ForeignComment,
  Pattern,
  Prose,
  ShortBlock,
  SlashedPattern,
  Text,
  UnclosedBlock,
  UnclosedPattern,
  UnclosedShortBlock,
  UnclosedText,
  WrongQuotes,
} from './quoted.ts'
import { type Requoted, requoted } from './quotes.ts'
import { type Line, linesOf } from './starts.ts'
import { ForeignNumber, foreignOperators, marks, NotEqual, NumberToken, Version, words } from './tokens.ts'
import { plainNumber } from './units.ts'

const Space = createToken({ name: 'Space', pattern: /[ \t\r\n\ufeff\u00a0]+/, group: Lexer.SKIPPED, line_breaks: true })
const Comment = createToken({ name: 'Comment', pattern: /#[^\r\n]*/, group: 'comments' })

const lexerOf = (...blocks: TokenType[]): Lexer =>
  new Lexer(
    [
      ...[Space, Comment, ...blocks, Text, UnclosedText, WrongQuotes, ForeignComment, NotEqual, BarePath],
      ...[
        SlashedPattern,
        Pattern,
        FlaggedPattern,
        UnclosedPattern,
        Version,
        ForeignNumber,
        NumberToken,
        BareText,
        ...words,
        ...marks,
      ],
    ],
    // The tokens are fixed: to look for mistakes in their patterns takes 30 ms at every start.
    { positionTracking: 'full', skipValidations: true },
  )

const lexer = lexerOf(Block, UnclosedBlock)
let recoveringLexer: Lexer | undefined

/** Every token type that the parser may meet. */
export const vocabulary: TokenType[] = [
  ...[Block, UnclosedBlock, ShortBlock, UnclosedShortBlock, Text, UnclosedText, WrongQuotes, Pattern, UnclosedPattern],
  ...[
    BareText,
    BarePath,
    SlashedPattern,
    FlaggedPattern,
    ForeignComment,
    Prose,
    Version,
    ForeignNumber,
    NumberToken,
    ...words,
    ...marks,
  ],
]

function tokensOf(text: string): ILexingResult {
  const lexed = lexer.tokenize(text)
  if (lexed.tokens.at(-1)?.tokenType !== UnclosedBlock) return lexed
  recoveringLexer ??= lexerOf(ShortBlock, UnclosedShortBlock)
  return recoveringLexer.tokenize(text)
}

export interface Tokens {
  readonly tokens: readonly IToken[]
  /**
   * Offsets at which lines begin where a token may have swallowed others: what fails to parse there or behind, up to
   * the next piece, is the fault of that token.
   */
  readonly doubtful: readonly number[]
}

export function tokenize({ source, report }: FileContext): Tokens {
  const found: Diagnostic[] = []
  const context: FileContext = { source, report: (diagnostic) => found.push(diagnostic) }
  const { tokens: lexed, errors } = tokensOf(source.text)
  for (const token of lexed) reportMistakes(token, context)
  const { path, text } = source
  for (const { offset, length } of errors) {
    const span = { path, start: offset, end: offset + Math.max(1, length) }
    const characters = text.slice(offset, span.end)
    const suggestion = strangers[characters.charAt(0)] ?? 'Leave it out, or put it in quotes if it belongs to a text.'
    context.report(diagnose('unexpected-character', span, { characters, suggestion }))
  }
  const requotes = linesOf(lexed.filter(({ tokenType }) => tokenType !== ForeignComment)).map((line) =>
    asMeant(line, { source, report }),
  )
  const unquoted = requotes.flatMap(({ text }) => text ?? [])
  for (const mistake of outsideOf(found, unquoted)) report(mistake)
  const { tokens, marked } = withoutMarks(
    requotes.flatMap(({ line }) => line),
    { source, report },
  )
  const unclosed = tokens.filter(({ tokenType }) => swallows.has(tokenType)).map(lineStart)
  const unknown = errors.map(({ offset, column = 1 }) => offset - column + 1)
  return {
    tokens: inSmallLetters(tokens, { source, report }),
    doubtful: [...unclosed, ...unknown, ...marked].sort((a, b) => a - b),
  }
}

/** What somebody may have had in mind with a mark that the language does not have. */
const strangers: Readonly<Record<string, string>> = {
  '+': 'Nothing is computed in a checklist; a message shows a field between braces: "found {text}".',
  '\\': 'A line that goes on with the one above stands further to the right, or starts with "and" or "or".',
  $: 'A parameter or a definition is named as it is, without $.',
  '@': 'A name stands alone, without @.',
  '?': 'A field that may be missing is asked about with "is present".',
}

function asMeant(line: Line, context: FileContext): Requoted {
  const prose = asProse(line, context)
  if (prose !== undefined) return prose
  const heading = readHeading(line, context)
  return heading.line === line ? requoted(opened(line, context), context) : heading
}

/** Mistakes that lie in none of the spans; both are in the order of the text. */
export function outsideOf(
  mistakes: readonly Diagnostic[],
  spans: readonly Omit<Span, 'path'>[],
): readonly Diagnostic[] {
  let index = 0
  const ordered = mistakes.toSorted((a, b) => a.span.start - b.span.start)
  return ordered.filter(({ span: { start } }) => {
    while (index < spans.length && (spans[index] as Span).end <= start) index++
    const span = spans[index]
    return span === undefined || start < span.start
  })
}

/** The offset at which the line of a token begins. */
export const lineStart = (token: IToken): number => token.startOffset - (token.startColumn as number) + 1

const swallows = new Set<TokenType>([UnclosedText, UnclosedBlock, UnclosedShortBlock, UnclosedPattern])

/** What stands in the language for an operator of another, by the first of its characters. */
const own: Readonly<Record<string, string>> = {
  ...{ '==': 'is', '!=': 'is not', '<>': 'is not', '/=': 'is not', '=~': 'matches', '=>': '>=', '=<': '<=' },
  ...{ '!': 'not', '&': 'and', '|': 'or', '~': 'matches' },
}

/** The word of the language for a mark of another; undefined for what is none. */
export const wordFor = (mark: string): string | undefined => own[mark.slice(0, 2)] ?? own[mark.charAt(0)]

function reportMistakes(token: IToken, context: FileContext): void {
  const span = spanOf(context, token)
  const opening = (length: number) => ({ ...span, end: span.start + length })
  const { tokenType, image } = token
  if (tokenType === UnclosedText) {
    const fixes = [replace(behind(span), '"', 'close the text')]
    context.report(diagnose('unclosed-text', opening(1), {}, { fixes }))
  } else if (tokenType === UnclosedBlock || tokenType === UnclosedShortBlock) {
    context.report(diagnose('unclosed-block', opening(3), {}))
  } else if (tokenType === UnclosedPattern) {
    context.report(diagnose('unclosed-pattern', opening(1), {}))
  } else if (tokenType === WrongQuotes) {
    const fixes = [write(span, JSON.stringify(insideQuotes(image)))]
    context.report(diagnose('wrong-quotes', span, { quote: image.charAt(0) }, { fixes }))
  } else if ((tokenType === BareText || tokenType === BarePath) && image !== '*') {
    context.report(diagnose('missing-quotes', span, { what: image }, { fixes: [write(span, `"${image}"`)] }))
  } else if (tokenType === ForeignComment) {
    const opener = opening(2)
    const fixes = [replace(opener, '#', 'start the comment with #')]
    context.report(diagnose('foreign-comment', opener, {}, { fixes }))
  } else if (tokenType === SlashedPattern) {
    const end = image.lastIndexOf('/')
    const inside = image.slice(1, end).replaceAll(/\\.|\//gs, (mark) => (mark === '/' ? '\\/' : mark))
    const fixes = [write(span, `/${inside}${image.slice(end)}`)]
    context.report(diagnose('slash-in-pattern', span, {}, { fixes }))
  } else if (tokenType === FlaggedPattern) {
    const flags = image.slice(image.lastIndexOf('/') + 1)
    const place = { ...span, start: span.end - flags.length }
    const fixes = [replace(place, flags.includes('i') ? 'i' : '', 'leave out the flags')]
    context.report(diagnose('foreign-flag', place, { flags }, { fixes }))
  } else if (tokenType === ForeignNumber) {
    const meant = plainNumber(image)
    const fixes = meant === undefined ? [] : [write(span, String(meant))]
    context.report(diagnose('foreign-number', span, { number: image }, { fixes }))
  } else if (tokenType === Text) {
    reportEscapes(token, context)
  } else if (tokenType === NotEqual || foreignOperators.includes(tokenType)) {
    const word = wordFor(image) ?? ''
    const fixes = [replace(span, spaced(word, span, context), `write ${word}`)]
    context.report(diagnose('foreign-operator', span, { found: image, word }, { fixes }))
  }
}

/** What stands between quotes of whatever sort. */
const insideQuotes = (image: string): string => image.slice(1).replace(/[”’'`“‘]$/, '')

/** A word needs a space where the mark that it replaces needed none. */
function spaced(
  word: string,
  { start, end }: { start: number; end: number },
  { source: { text } }: FileContext,
): string {
  if (!/\w$/.test(word)) return word
  return `${/[\w"]/.test(text.charAt(start - 1)) ? ' ' : ''}${word}${/[\w"(]/.test(text.charAt(end)) ? ' ' : ''}`
}

/** All that a text escapes in vain is one mistake, told at the first: a mark of globs, or a character that needs no escape. */
function reportEscapes(token: IToken, context: FileContext): void {
  const found = [...token.image.matchAll(/\\(.)/g)].filter(([, character]) => !/["\\nt]/.test(character as string))
  const [first] = found
  if (first === undefined) return
  const spanOfEscape = (index: number): Span => {
    const start = token.startOffset + index
    return { path: context.source.path, start, end: start + 2 }
  }
  const isOfGlobs = found.every(([, character]) => isGlobMark(character as string))
  const edits = found.map(({ 0: written, 1: character, index }): Edit => {
    return { span: spanOfEscape(index), text: isOfGlobs ? `[${character}]` : `\\${written}` }
  })
  const fix = { title: isOfGlobs ? 'write the mark in brackets' : 'write the backslash itself', edits }
  context.report(diagnose('unknown-escape', spanOfEscape(first.index), { escape: first[0] }, { fixes: [fix] }))
}

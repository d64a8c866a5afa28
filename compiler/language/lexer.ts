/** Text → tokens, with every mistake that a token shows by itself. */
import { createToken, type ILexingResult, type IToken, Lexer, type TokenType } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import { type FileContext, spanOf } from './leaves.ts'
import {
  Block,
  Pattern,
  ShortBlock,
  Text,
  UnclosedBlock,
  UnclosedPattern,
  UnclosedShortBlock,
  UnclosedText,
  WrongQuotes,
} from './quoted.ts'
import { foreignOperators, marks, NumberToken, Version, words } from './tokens.ts'

const Space = createToken({ name: 'Space', pattern: /[ \t\r\n\ufeff]+/, group: Lexer.SKIPPED, line_breaks: true })
const Comment = createToken({ name: 'Comment', pattern: /#[^\r\n]*/, group: 'comments' })

const lexerOf = (...blocks: TokenType[]): Lexer =>
  new Lexer(
    [Space, Comment, ...blocks, Text, UnclosedText, WrongQuotes, Pattern, UnclosedPattern, Version, NumberToken].concat(
      words,
      marks,
    ),
    { positionTracking: 'full' },
  )

const lexer = lexerOf(Block, UnclosedBlock)
let recoveringLexer: Lexer | undefined

/** Every token type that the parser may meet. */
export const vocabulary: TokenType[] = [
  ...[Block, UnclosedBlock, ShortBlock, UnclosedShortBlock, Text, UnclosedText, WrongQuotes, Pattern, UnclosedPattern],
  ...[Version, NumberToken, ...words, ...marks],
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

export function tokenize(context: FileContext): Tokens {
  const { tokens, errors } = tokensOf(context.source.text)
  for (const token of tokens) reportMistakes(token, context)
  const { path, text } = context.source
  for (const { offset, length } of errors) {
    const span = { path, start: offset, end: offset + Math.max(1, length) }
    const characters = text.slice(span.start, span.end)
    const suggestion = characters.includes('*') ? 'A path with * stands in quotes: "src/**".' : ''
    context.report(diagnose('unexpected-character', span, { characters, suggestion }))
  }
  const unclosed = tokens.filter(({ tokenType }) => swallows.has(tokenType)).map(lineStart)
  const unknown = errors.map(({ offset, column = 1 }) => offset - column + 1)
  return { tokens, doubtful: [...unclosed, ...unknown].sort((a, b) => a - b) }
}

/** The offset at which the line of a token begins. */
export const lineStart = (token: IToken): number => token.startOffset - (token.startColumn as number) + 1

const swallows = new Set<TokenType>([UnclosedText, UnclosedBlock, UnclosedShortBlock, UnclosedPattern])

/** What stands in the language for an operator of another. */
const own: Readonly<Record<string, string>> = { '=': 'is', '!': 'not', '&': 'and', '|': 'or', '<': 'is not' }

function reportMistakes(token: IToken, context: FileContext): void {
  const span = spanOf(context, token)
  const opening = (length: number) => ({ ...span, end: span.start + length })
  const { tokenType, image } = token
  if (tokenType === UnclosedText) context.report(diagnose('unclosed-text', opening(1), {}))
  else if (tokenType === UnclosedBlock || tokenType === UnclosedShortBlock)
    context.report(diagnose('unclosed-block', opening(3), {}))
  else if (tokenType === UnclosedPattern) context.report(diagnose('unclosed-pattern', opening(1), {}))
  else if (tokenType === WrongQuotes) context.report(diagnose('wrong-quotes', span, { quote: image.charAt(0) }))
  else if (tokenType === Text) reportEscapes(token, context)
  else if (foreignOperators.includes(tokenType)) {
    const word = image.startsWith('!=') ? 'is not' : (own[image.charAt(0)] ?? '')
    context.report(diagnose('foreign-operator', span, { found: image, word }))
  }
}

function reportEscapes(token: IToken, context: FileContext): void {
  for (const found of token.image.matchAll(/\\(.)/g)) {
    if (/["\\nt]/.test(found[1] as string)) continue
    const start = token.startOffset + found.index
    const span = { path: context.source.path, start, end: start + 2 }
    context.report(diagnose('unknown-escape', span, { escape: found[0] }))
  }
}

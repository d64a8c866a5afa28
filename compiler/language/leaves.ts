/** Tokens as the leaves of the tree: escapes undone, numbers read. What is wrong with a token, the lexer has reported. */
import type { IToken } from 'chevrotain'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Source, Span } from '../diagnostics/span.ts'
import { BarePath, BareText, UnclosedPattern, UnclosedText, WrongQuotes } from './quoted.ts'
import type { Name, NumberLiteral, Pattern, Text } from './tree.ts'

/** The file that is being read, and where its mistakes are reported. */
export interface FileContext {
  readonly source: Source
  readonly report: (diagnostic: Diagnostic) => void
}

/** From the first token to the last, both included. */
export function spanOf(context: FileContext, first: IToken, last: IToken = first): Span {
  return { path: context.source.path, start: first.startOffset, end: (last.endOffset ?? last.startOffset) + 1 }
}

export const nameOf = (context: FileContext, token: IToken): Name => ({
  kind: 'name',
  text: token.image,
  span: spanOf(context, token),
})

export const numberOf = (context: FileContext, token: IToken): NumberLiteral => ({
  kind: 'number',
  value: Number.parseFloat(token.image),
  span: spanOf(context, token),
})

export const textOf = (context: FileContext, token: IToken): Text => ({
  kind: 'text',
  value: textValue(token),
  span: spanOf(context, token),
})

function textValue({ tokenType, image }: IToken): string {
  if (image.startsWith('"""')) return image.replace(/^"""|"""$/g, '').trim()
  if (tokenType === WrongQuotes) return image.slice(1).replace(/[”’'`“‘]$/, '')
  if (tokenType === BareText || tokenType === BarePath) return image
  return unescaped(tokenType === UnclosedText ? image.slice(1) : image.slice(1, -1))
}

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' }

const unescaped = (text: string): string =>
  text.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? meant(letter))

/** Of an escape that there is none of: who escapes a mark of globs means it as one writes it in a glob. */
const meant = (letter: string): string => (isGlobMark(letter) ? `[${letter}]` : letter)

/** What stands for more than itself in the globs of some tool. */
export const isGlobMark = (character: string): boolean => /[*?[\]{}]/.test(character)

export function patternOf(context: FileContext, token: IToken): Pattern {
  const span = spanOf(context, token)
  if (token.tokenType === UnclosedPattern) return { kind: 'pattern', source: '', ignoreCase: false, span }
  const end = token.image.lastIndexOf('/')
  const ignoreCase = token.image.slice(end).includes('i')
  const source = token.image.slice(1, end).replaceAll('\\/', '/')
  return { kind: 'pattern', source, ignoreCase, span }
}

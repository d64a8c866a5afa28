/** Tokens as the leaves of the tree: escapes undone, numbers read. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Span } from '../diagnostics/span.ts'
import { Block, UnclosedBlock, UnclosedPattern, UnclosedText } from './tokens.ts'
import type { Name, NumberLiteral, Pattern, Text } from './tree.ts'

/** What leaves are made with: the path of the file, and where mistakes inside a token are reported. */
export interface LeafContext {
  readonly path: string
  readonly report: (diagnostic: Diagnostic) => void
}

/** From the first token to the last, both included. */
export function spanOf(context: LeafContext, first: IToken, last: IToken = first): Span {
  return { path: context.path, start: first.startOffset, end: (last.endOffset ?? last.startOffset) + 1 }
}

export const nameOf = (context: LeafContext, token: IToken): Name => ({
  kind: 'name',
  text: token.image,
  span: spanOf(context, token),
})

export const numberOf = (context: LeafContext, token: IToken): NumberLiteral => ({
  kind: 'number',
  value: Number(token.image),
  span: spanOf(context, token),
})

export function textOf(context: LeafContext, token: IToken): Text {
  const span = spanOf(context, token)
  const opening = { ...span, end: Math.min(span.end, span.start + 3) }
  switch (token.tokenType) {
    case Block:
      return { kind: 'text', value: token.image.slice(3, -3).trim(), span }
    case UnclosedBlock:
      context.report(diagnose('unclosed-block', opening, {}))
      return { kind: 'text', value: token.image.slice(3).trim(), span }
    case UnclosedText:
      context.report(diagnose('unclosed-text', { ...span, end: span.start + 1 }, {}))
      return { kind: 'text', value: token.image.slice(1), span }
    default:
      return { kind: 'text', value: unescape(context, token), span }
  }
}

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' }

function unescape(context: LeafContext, token: IToken): string {
  return token.image.slice(1, -1).replace(/\\(.)/gs, (escape, letter: string, offset: number) => {
    const meant = escapes[letter]
    if (meant !== undefined) return meant
    const start = token.startOffset + 1 + offset
    context.report(diagnose('unknown-escape', { path: context.path, start, end: start + 2 }, { escape }))
    return letter
  })
}

export function patternOf(context: LeafContext, token: IToken): Pattern {
  const span = spanOf(context, token)
  if (token.tokenType === UnclosedPattern) {
    context.report(diagnose('unclosed-pattern', { ...span, end: span.start + 1 }, {}))
    return { kind: 'pattern', source: '', ignoreCase: false, span }
  }
  const ignoreCase = token.image.endsWith('i')
  const source = token.image.slice(1, ignoreCase ? -2 : -1).replaceAll('\\/', '/')
  return { kind: 'pattern', source, ignoreCase, span }
}

/**
 * A change of the tokens of a sentence with which reading may go on. It is taken, and told, only if reading then gets
 * further: what somebody meant is found by trying.
 */
import type { IToken, TokenType } from 'chevrotain'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Span } from '../../diagnostics/span.ts'
import { type FileContext, spanOf } from '../leaves.ts'
import * as t from '../tokens.ts'

export interface Correction {
  /** The tokens from here on … */
  readonly from: number
  /** … as many as this … */
  readonly length: number
  /** … are read as these. */
  readonly by: readonly IToken[]
  readonly told: () => Diagnostic
}

/** A sentence, and the token at which reading failed: the number of tokens where more was expected. */
export interface Failed {
  readonly tokens: readonly IToken[]
  readonly index: number
  readonly context: FileContext
}

/** Ways to go on, the likelier first. */
export type Corrector = (failed: Failed) => readonly Correction[]

export const corrected = (tokens: readonly IToken[], { from, length, by }: Correction): readonly IToken[] => [
  ...tokens.slice(0, from),
  ...by,
  ...tokens.slice(from + length),
]

/** Where reading failed in the corrected tokens, counted in those as they were; before the correction it is 0. */
export function reached({ from, length, by }: Correction, index: number): number {
  return index < from + by.length ? 0 : index - by.length + length
}

const marks: Readonly<Record<string, TokenType>> = {
  ...{ '>=': t.AtLeast, '<=': t.AtMost, '>': t.More, '<': t.Less, ',': t.Comma, '[': t.OpenList, ']': t.CloseList },
  ...{ '=': t.Equals, '(': t.Open, ')': t.Close },
}

/** A word or mark of the language, at the place of another token. */
export function made(word: string, at: IToken): IToken {
  const type =
    marks[word] ??
    t.wordNamed(word) ??
    (/^\d+\.\d+\.\d+$/.test(word) ? t.Version : /^\d/.test(word) ? t.NumberToken : t.Word)
  return t.retyped(at, type, word)
}

export const spanFrom = (tokens: readonly IToken[], from: number, length: number, context: FileContext): Span =>
  spanOf(context, tokens[from] as IToken, tokens[from + length - 1])

export const sourceOf = ({ start, end }: Span, { source }: FileContext): string => source.text.slice(start, end)

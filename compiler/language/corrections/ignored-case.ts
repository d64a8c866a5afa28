/**
 * Comparisons that are to take letters of either case, as prose asks for them. Only a pattern does:
 *
 *     scheme is "http" ignoring case       scheme matches /^http$/i
 *     text contains "todo" (case insensitive)   text matches /todo/i
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import { Pattern, Text } from '../quoted.ts'
import { is, opens } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Corrector, made, sourceOf, spanFrom } from './correction.ts'

const phrases: readonly (readonly string[])[] = [
  'ignoring case',
  'ignore case',
  'ignoring the case',
  'case insensitive',
  'case insensitively',
  'case-insensitive',
  'case-insensitively',
  'insensitive',
  'caseless',
  'in any case',
  'regardless of case',
].map((phrase) => phrase.split(' '))

/** The operators that have a pattern for what they ask, by their words. */
const patterns: Readonly<Record<string, (text: string) => string>> = {
  is: (text) => `/^${text}$/i`,
  contains: (text) => `/${text}/i`,
  'starts with': (text) => `/^${text}/i`,
  'ends with': (text) => `/${text}$/i`,
}

export const ignoredCase: Corrector = ({ tokens, index, context }) => {
  const opening = tokens[index]
  if (opening === undefined) return []
  const isEnclosed = opens(opening)
  const start = isEnclosed ? index + 1 : index
  const phrase = phrases.find((words) => words.every((word, at) => tokens[start + at]?.image.toLowerCase() === word))
  if (phrase === undefined) return []
  const end = start + phrase.length + (isEnclosed ? 1 : 0)
  const asked = comparisonBefore(tokens, index)
  if (asked === undefined) return []
  const { from, pattern } = asked
  const first = tokens[from] as IToken
  const span = spanFrom(tokens, from, end - from, context)
  const word = `matches ${pattern}`
  const told = () =>
    diagnose('foreign-operator', span, { found: sourceOf(span, context), word }, { fixes: [write(span, word)] })
  return [{ from, length: end - from, by: [made('matches', first), t.retyped(first, Pattern, pattern)], told }]
}

/** Where the operator begins whose value stands before `index`, and the pattern that asks the same. */
function comparisonBefore(
  tokens: readonly IToken[],
  index: number,
): { readonly from: number; readonly pattern: string } | undefined {
  const value = tokens[index - 1]
  const before = (length: number) =>
    tokens
      .slice(Math.max(0, index - 1 - length), index - 1)
      .map(({ image }) => image)
      .join(' ')
  if (is(value, Pattern) && before(1) === 'matches')
    return { from: index - 2, pattern: `${(value as IToken).image.replace(/i$/, '')}i` }
  if (value === undefined || !is(value, Text) || !value.image.startsWith('"')) return undefined
  for (const length of [2, 1]) {
    const operator = before(length)
    if (!Object.hasOwn(patterns, operator)) continue
    const text = value.image.slice(1, -1).replaceAll(/\\(.)/g, '$1')
    const escaped = text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    return { from: index - 1 - length, pattern: patterns[operator]?.(escaped) ?? '' }
  }
  return undefined
}

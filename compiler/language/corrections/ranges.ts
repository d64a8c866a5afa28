/**
 * A number between two others, as mathematics and other languages write it:
 *
 *     size between 1 and 10      size >= 1 and size <= 10
 *     size > 1 < 10              size > 1 and size < 10
 *     1 < size < 10              size > 1 and size < 10
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Correction, type Corrector, type Failed, made, sourceOf } from './correction.ts'

/** The number of tokens that reading may have gone on behind the field. */
const back = 4
/** In `1 < size < 10` it stops at the first number. */
const ahead = 3

export const range: Corrector = (failed) => {
  const { index } = failed
  const found: Correction[] = []
  for (let at = Math.max(1, index - back); at <= index + ahead; at++) {
    const correction = between(failed, at) ?? chained(failed, at)
    if (correction !== undefined) found.push(correction)
  }
  return found.slice(0, 1)
}

/** `is between 1 and 10`, the first word at `at`. */
function between(failed: Failed, at: number): Correction | undefined {
  const { tokens } = failed
  const word = is(tokens[at], t.Is) ? at + 1 : at
  if (tokens[word]?.image !== 'between') return undefined
  const [low, middle, high] = tokens.slice(word + 1, word + 4)
  const isRange = is(low, t.NumberToken) && is(high, t.NumberToken) && (is(middle, t.And) || is(middle, t.To))
  const start = referenceStart(tokens, at)
  if (!isRange || start === at) return undefined
  return limits(failed, { start, end: word + 4, field: tokens.slice(start, at) }, [
    ['>=', low as IToken],
    ['<=', high as IToken],
  ])
}

const turned: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

/** `size > 1 < 10` and `1 < size < 10`, the second operator at `at`. */
function chained(failed: Failed, at: number): Correction | undefined {
  const { tokens } = failed
  const [second, high, previous] = [tokens[at], tokens[at + 1], tokens[at - 1]]
  if (!isOrder(second) || !is(high, t.NumberToken)) return undefined
  const isBehind = is(previous, t.NumberToken)
  const end = isBehind ? at - 2 : at
  const start = referenceStart(tokens, end)
  const [first, low] = isBehind ? [tokens[end], previous] : [tokens[start - 1], tokens[start - 2]]
  if (start === end || !isOrder(first) || !is(low, t.NumberToken)) return undefined
  const from = isBehind ? start : start - 2
  const operator = (first as IToken).image
  return limits(failed, { start: from, end: at + 2, field: tokens.slice(start, end) }, [
    [isBehind ? operator : (turned[operator] ?? operator), low as IToken],
    [(second as IToken).image, high as IToken],
  ])
}

const isOrder = (token: IToken | undefined): boolean =>
  [t.Less, t.More, t.AtMost, t.AtLeast].some((type) => is(token, type))

/** Where the dotted name begins that ends before `end`; `end` where there is none. */
function referenceStart(tokens: readonly IToken[], end: number): number {
  if (!isName(tokens[end - 1])) return end
  let start = end - 1
  while (is(tokens[start - 1], t.Dot) && isName(tokens[start - 2])) start -= 2
  return start
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly field: readonly IToken[]
}

/** The stretch as two comparisons of the field. */
function limits(
  { tokens, context }: Failed,
  { start, end, field }: Stretch,
  comparisons: readonly (readonly [string, IToken])[],
): Correction {
  const first = tokens[start] as IToken
  const span = spanOf(context, first, tokens[end - 1])
  const name = sourceOf(spanOf(context, field[0] as IToken, field.at(-1)), context)
  const by = comparisons.flatMap(([operator, limit], index) => [
    ...(index === 0 ? [] : [made('and', first)]),
    ...field,
    made(operator, first),
    limit,
  ])
  const word = comparisons.map(([operator, limit]) => `${name} ${operator} ${limit.image}`).join(' and ')
  const fixes = [replace(span, word, `write ${word}`)]
  const told = () => diagnose('foreign-operator', span, { found: sourceOf(span, context), word }, { fixes })
  return { from: start, length: end - start, by, told }
}

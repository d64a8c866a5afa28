/**
 * Several values in a row where the language wants a list, however the row is written:
 *
 *     is either "a" or "b"          is among ["a", "b"]
 *     is neither "a" nor "b"        is not among ["a", "b"]
 *     in ("a", "b")                 is among ["a", "b"]
 *     is "a", "b" or "c"            is among ["a", "b", "c"]
 *     is "a" | "b"                  is among ["a", "b"]
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Correction, type Corrector, type Failed, made, sourceOf } from './correction.ts'
import { isScalar } from './insertions.ts'

/** Words before a row, and whether the row is of values that are left out. The longer ones come first. */
const openings: readonly (readonly [string, 'among' | 'not among'])[] = [
  ['is not any of', 'not among'],
  ['is not one of', 'not among'],
  ['is none of', 'not among'],
  ['is neither', 'not among'],
  ['is not either', 'not among'],
  ['is not in', 'not among'],
  ['not in', 'not among'],
  ['is one of', 'among'],
  ['is any of', 'among'],
  ['is either', 'among'],
  ['is in', 'among'],
  ['is not', 'not among'],
  ['one of', 'among'],
  ['any of', 'among'],
  ['either', 'among'],
  ['neither', 'not among'],
  ['in', 'among'],
  ['is', 'among'],
  ['==', 'among'],
  ['=', 'among'],
  ['!=', 'not among'],
]

/** These alone go on with one value, so that only a row of several is a mistake. */
const plain: readonly string[] = ['is', 'is not', '=', '==', '!=']

/** Reading may fail so many tokens behind the first word of the row: at its second or third value. */
const back = 8

export const rowOfValues: Corrector = (failed) => {
  const { tokens, index } = failed
  for (let from = Math.max(1, index - back); from <= index; from++) {
    if (!isName(tokens[from - 1])) continue
    for (const [words, meant] of openings) {
      const length = wordsAt(tokens, from, words)
      const row = length === 0 ? undefined : rowAt(tokens, from + length)
      if (row === undefined || row.end < index || !isMistake(words, row)) continue
      return [listed(failed, from, row, meant)]
    }
  }
  return []
}

/** How many tokens the words take that stand at `from`; none if they do not. */
function wordsAt(tokens: readonly IToken[], from: number, words: string): number {
  const each = words.split(' ')
  return each.every((word, offset) => tokens[from + offset]?.image.toLowerCase() === word) ? each.length : 0
}

interface Row {
  readonly values: readonly IToken[]
  /** The token behind it. */
  readonly end: number
  /** It stands in parentheses. */
  readonly enclosed: boolean
  /** Its values are parted by more than the one `and` or `or` that may stand between conditions. */
  readonly separated: boolean
}

function rowAt(tokens: readonly IToken[], start: number): Row | undefined {
  const enclosed = is(tokens[start], t.Open)
  const isElement = (token: IToken | undefined) => isScalar(token) || (enclosed && isName(token))
  const values: IToken[] = []
  let at = enclosed ? start + 1 : start
  let separated = false
  for (;;) {
    const token = tokens[at]
    if (token === undefined || !isElement(token)) break
    values.push(token)
    const next = separatorsAt(tokens, at + 1)
    if (!isElement(tokens[next]) || next === at + 1) {
      at++
      break
    }
    separated ||= !plainSeparators.includes(tokens[at + 1]?.image.toLowerCase() ?? '') || values.length > 1
    at = next
  }
  if (values.length === 0 || (enclosed && !is(tokens[at], t.Close))) return undefined
  return { values, end: enclosed ? at + 1 : at, enclosed, separated }
}

/** Between conditions these may stand, too. */
const plainSeparators: readonly string[] = ['or', 'and']
const separatorWords: readonly string[] = [...plainSeparators, ',', 'nor', '|', '||']

/** Behind the marks and words that part two values, such as `, or`. */
function separatorsAt(tokens: readonly IToken[], start: number): number {
  let at = start
  while (at < start + 2 && separatorWords.includes(tokens[at]?.image.toLowerCase() ?? '')) at++
  return at
}

/** `is "a" or "b"` may as well be two conditions of which one lost its field, which is told as such. */
const isMistake = (words: string, row: Row): boolean =>
  !plain.includes(words) || (row.separated && row.values.length > 1) || (row.enclosed && row.values.length > 1)

function listed({ tokens, context }: Failed, from: number, row: Row, meant: 'among' | 'not among'): Correction {
  const first = tokens[from] as IToken
  const elements = row.values.flatMap((value, index) => (index === 0 ? [value] : [made(',', value), value]))
  const words = `is ${meant}`.split(' ').map((word) => made(word, first))
  const span = spanOf(context, first, tokens[row.end - 1])
  const list = row.values.map((value) => sourceOf(spanOf(context, value), context)).join(', ')
  const word = `is ${meant} [${list}]`
  const fixes = [replace(span, word, `write ${word}`)]
  const told = () => diagnose('foreign-operator', span, { found: sourceOf(span, context), word }, { fixes })
  return {
    from,
    length: row.end - from,
    by: [...words, made('[', first), ...elements, made(']', first)],
    told,
  }
}

/** What people write behind `in`, or in its place. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { before, replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { Text } from '../quoted.ts'
import { closes, is, isName, isQuantifier, opens } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Corrector, sourceOf, spanFrom } from './correction.ts'

const isScope = (token: IToken | undefined): boolean => isName(token) || is(token, Text)

/** Behind the scopes that stand at `start` with commas between them. */
export function scopesEnd(tokens: readonly IToken[], start: number): number {
  let end = start
  while (isScope(tokens[end])) {
    end++
    if (!is(tokens[end], t.Comma) || !isScope(tokens[end + 1])) break
    end++
  }
  return end
}

/** `in (code, scripts)` and `in ["src/**"]`; `path in ["a"]` asks about a list of paths. */
export const bracketedScopes: Corrector = ({ tokens, index, context }) => {
  const [word, opening] = [tokens[index - 1], tokens[index]]
  if (word === undefined || opening === undefined || !is(word, t.In) || !opens(opening)) return []
  const end = scopesEnd(tokens, index + 1)
  const closing = tokens[end]
  if (end === index + 1 || closing === undefined || !closes(closing)) return []
  if (tokens[index - 2]?.image === 'path' && is(opening, t.OpenList)) {
    const span = spanOf(context, word)
    const fixes = [replace(span, 'among', 'write among')]
    const told = () => diagnose('foreign-operator', span, { found: 'in', word: 'among' }, { fixes })
    return [{ from: index - 1, length: 1, by: [t.retyped(word, t.Among, 'among')], told }]
  }
  const edits = [opening, closing].map((token) => ({ span: spanOf(context, token), text: '' }))
  const fixes = [{ title: 'leave out the brackets', edits }]
  const told = () => diagnose('needless-brackets', spanOf(context, opening, closing), { clause: 'in' }, { fixes })
  return [{ from: index, length: end + 1 - index, by: tokens.slice(index + 1, end), told }]
}

/** Words before what is to be left out, the longer ones first. */
const exceptions = [
  'but not in',
  'except in',
  'not in',
  'outside of',
  'but not',
  'except for',
  'except',
  'excluding',
  'outside',
  'without',
  'not',
]

/** `url not in tests`, `in code except "lib/**"`: no scope leaves anything out. */
export const exceptedScope: Corrector = ({ tokens, index, context }) => {
  if (!isScope(tokens[index - 1]) || !isSubject(tokens, index)) return []
  for (const words of exceptions) {
    const each = words.split(' ')
    const start = index + each.length
    if (!each.every((word, offset) => tokens[index + offset]?.image === word)) continue
    const end = scopesEnd(tokens, start)
    // `url not local` lost its "where".
    if (each.length === 1 && scopeless.includes(words) && !tokens.slice(start, end).some(isScopeWord)) continue
    const isWhole = end > start && (tokens[end] === undefined || behindScopes.some((type) => is(tokens[end], type)))
    if (!isWhole) continue
    const span = spanFrom(tokens, index, end - index, context)
    const excluded = tokens.slice(start, end).filter(isScope)
    const isLeftOut = excluded.every((token) => leftOut.includes(singular(token)))
    const space = { ...span, start: before(spanOf(context, tokens[index] as IToken)).start - 1 }
    const text = sourceOf(span, context)
    const fixes = isLeftOut ? [replace(space, '', `leave out ${text}`)] : []
    const path = excluded.find((token) => is(token, Text))?.image ?? '"lib/**"'
    const suggestion = isLeftOut
      ? 'Leave it out: tests and what is vendored or generated are only looked at where the check says so.'
      : `Write it as a condition: not file.path like ${path}.`
    const told = () => diagnose('scope-left-out', span, { scope: text, suggestion }, { fixes })
    return [{ from: index, length: end - index, by: [], told }]
  }
  return []
}

/** A condition may begin with these, too. */
const scopeless = ['not', 'without']

const isScopeWord = (token: IToken): boolean =>
  is(token, Text) || [...leftOut, 'code', 'documentation', 'configuration', 'script'].includes(singular(token))

const singular = ({ image }: IToken): string => image.replace(/s$/, '')

/** Tests, and what is vendored or generated, in the words that people have for them. */
export const leftOut = ['test', 'vendored', 'vendor', 'generated', 'third_party']

/** A kind stands before `index`, and no condition yet. */
const isSubject = (tokens: readonly IToken[], index: number): boolean =>
  isQuantifier(
    tokens.slice(0, index).findLast((token) => isQuantifier(token) || is(token, t.Where) || is(token, t.Must)) ??
      (tokens[0] as IToken),
  )

const behindScopes = [t.Where, t.Must, t.As, t.Anywhere]

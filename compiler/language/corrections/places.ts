/**
 * Where something stands, asked as a condition: a file by the pattern of its path.
 *
 *     where file in "src/**"      where file.path like "src/**"
 *     where path in "src/**"      where path like "src/**"
 *     and not in "lib/**"         and not file.path like "lib/**"
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { type Edit, replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { Text } from '../quoted.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Correction, type Corrector, type Failed, made, sourceOf, spanFrom } from './correction.ts'
import { leftOut } from './scopes.ts'

export const pathIn: Corrector = (failed) => {
  const { tokens, index } = failed
  for (const at of [index, index - 1]) {
    const token = tokens[at + 1]
    if (!isPlaceWord(tokens[at]) || !is(token, Text) || !/[*/]/.test(token?.image ?? '')) continue
    const isBehindIs = is(tokens[at - 1], t.Is)
    const field = isBehindIs ? at - 2 : at - 1
    if (isName(tokens[field]) && is(tokens[field - 1], t.Dot)) return [asked(failed, field + 1, at, [])]
    if (tokens[field]?.image === 'file') return [asked(failed, field, at, ['file', '.', 'path'])]
    if (isName(tokens[field])) return [asked(failed, field + 1, at, [])]
    if (is(tokens[field], t.Not)) return [asked(failed, field + 1, at, ['file', '.', 'path'])]
  }
  return []
}

const isPlaceWord = (token: IToken | undefined): boolean =>
  is(token, t.In) || ['under', 'inside', 'within', 'below'].includes(token?.image ?? '')

/** The tokens from `from` to the word at `last` as `field like`. */
function asked({ tokens, context }: Failed, from: number, last: number, field: readonly string[]): Correction {
  const first = tokens[from] as IToken
  const span = spanFrom(tokens, from, last + 1 - from, context)
  const word = `${field.join('')}${field.length > 0 ? ' ' : ''}like`
  const by = [
    ...field.map((part) => (part === '.' ? t.retyped(first, t.Dot, part) : t.retyped(first, t.Word, part))),
    made('like', first),
  ]
  const fixes = [replace(span, word, `write ${word}`)]
  const told = () => diagnose('foreign-operator', span, { found: sourceOf(span, context), word }, { fixes })
  return { from, length: last + 1 - from, by, told }
}

/** `where local and not in tests`: a scope as a condition; what is left out anyway needs none. */
export const scopeAsCondition: Corrector = ({ tokens, index, context }) => {
  const [negation, word] = [tokens[index - 1], tokens[index]]
  if (word === undefined || !is(word, t.In) || !is(negation, t.Not) || !isName(tokens[index + 1])) return []
  const joint = tokens[index - 2]
  const end = index + 2
  if (joint === undefined || !(is(joint, t.And) || is(joint, t.Where))) return []
  const behind = tokens[end]
  const span = spanOf(context, negation as IToken, tokens[end - 1])
  const scope = sourceOf(span, context)
  const isKnown = leftOut.includes((tokens[index + 1] as IToken).image.replace(/s$/, ''))
  const suggestion = isKnown
    ? 'Leave it out: tests and what is vendored or generated are only looked at where the check says so.'
    : 'Write it as a condition, such as: file.role is not "documentation".'
  // With the word that joins it to what stands before, or else to what stands behind.
  const isJoined = is(joint, t.And)
  const isFollowed = !isJoined && is(behind, t.And)
  if (behind !== undefined && !isJoined && !isFollowed) return []
  const from = isFollowed ? index - 1 : index - 2
  const until = isFollowed ? end + 1 : end
  const edits: readonly Edit[] = [{ span: removal(tokens, from, until, context), text: '' }]
  const fixes = isKnown ? [{ title: `leave out ${scope}`, edits }] : []
  const told = () => diagnose('scope-left-out', span, { scope, suggestion }, { fixes })
  return [{ from, length: until - from, by: [], told }]
}

/** What goes with the tokens: the space before them, or behind them if they begin what is asked. */
function removal(tokens: readonly IToken[], from: number, until: number, context: Failed['context']): Edit['span'] {
  const span = spanFrom(tokens, from, until - from, context)
  const next = tokens[until]
  if (is(tokens[until - 1], t.And) && next !== undefined) return { ...span, end: next.startOffset }
  return { ...span, start: (tokens[from - 1]?.endOffset ?? span.start - 1) + 1 }
}

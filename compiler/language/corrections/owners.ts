/**
 * Fields before "must", as prose has them: `every url scheme must be "https"`. Here the field stands behind it:
 * `every url must scheme is "https"`.
 */
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Corrector, made, sourceOf, spanFrom } from './correction.ts'
import { isValue } from './insertions.ts'
import { isKind } from './kinds.ts'

export const fieldBeforeMust: Corrector = ({ tokens, index, context }) => {
  const must = tokens.findIndex((token) => is(token, t.Must))
  const [kind, field] = [tokens[must - 2], tokens[must - 1]]
  const isOwned = is(tokens[must - 3], t.Every) && isKind(kind?.image) && isName(field)
  if (must < 3 || index < must - 1 || kind === undefined || field === undefined || !isOwned) return []
  const hasBe = is(tokens[must + 1], t.Be)
  const end = must + (hasBe ? 2 : 1)
  const next = tokens[end]
  const isEqual = hasBe && (isValue(next) || [t.Among, t.Not, t.Missing, t.Present].some((type) => is(next, type)))
  const words = [kind.image, 'must', field.image, ...(isEqual ? ['is'] : [])]
  const from = must - 2
  const span = spanFrom(tokens, from, end - from, context)
  const word = words.join(' ')
  const by = [kind, made('must', field), field, ...(isEqual ? [made('is', field)] : [])]
  const told = () =>
    diagnose('foreign-operator', span, { found: sourceOf(span, context), word }, { fixes: [write(span, word)] })
  return [{ from, length: end - from, by, told }]
}

/**
 * Parts with their names, as prose has them. The part is an element of a list, which is asked for by what it is:
 *
 *     argument "shell" is true       (some argument where name is "shell" and value is true)
 *     argument "timeout" is missing  (no argument where name is "timeout")
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import { kinds, recordShapes } from '../../schema/kinds.ts'
import type { Shape } from '../../schema/types.ts'
import { wordFor } from '../lexer.ts'
import { Text } from '../quoted.ts'
import { is, isQuantifier } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Corrector, made, sourceOf, spanFrom } from './correction.ts'
import { isScalar } from './insertions.ts'
import { isOperator } from './lists.ts'

/** What the elements of the lists are called that have a name and a value. */
const parts: ReadonlySet<string> = new Set(
  Object.values(kinds).flatMap(({ fields }: Shape) =>
    Object.values(fields).flatMap(({ type }) => {
      if (type.kind !== 'list' || type.of.kind !== 'record') return []
      const shape = (recordShapes as Readonly<Record<string, Shape>>)[type.of.record]
      return shape !== undefined && 'name' in shape.fields && 'value' in shape.fields ? [type.singular] : []
    }),
  ),
)

export const namedPart: Corrector = ({ tokens, index, context }) => {
  const [quantifier, part, name] = tokens.slice(index - 2, index + 1)
  if (part === undefined || !parts.has(part.image) || name === undefined || !is(name, Text)) return []
  const isAsked = quantifier !== undefined && isQuantifier(quantifier)
  const from = isAsked ? index - 2 : index - 1
  if (from < 2) return []
  let value = index + 1
  while (isOperator(tokens[value])) value++
  const isMissing = is(tokens[value], t.Missing)
  const isState = isMissing || is(tokens[value], t.Present)
  if (value > index + 1 && !isState && !isScalar(tokens[value])) return []
  const end = value > index + 1 ? value + 1 : index + 1
  const goesOn = tokens[end] === undefined || [t.And, t.Or, t.Must, t.Close].some((type) => is(tokens[end], type))
  if (!goesOn) return []
  const compared = isState ? [] : tokens.slice(index + 1, end)
  const word = (image: string) => made(image, part)
  const by: readonly IToken[] = [
    word('('),
    isAsked && !isState ? quantifier : word(isMissing ? 'no' : 'some'),
    part,
    ...['where', 'name', 'is'].map(word),
    name,
    ...(compared.length === 0 ? [] : [word('and'), word('value'), ...compared]),
    word(')'),
  ]
  const span = spanFrom(tokens, from, end - from, context)
  const text = by
    .map((token) => (isOperator(token) ? (wordFor(token.image) ?? token.image) : token.image))
    .join(' ')
    .replace(/^\( | \)$/g, (mark) => mark.trim())
  const told = () =>
    diagnose('foreign-operator', span, { found: sourceOf(span, context), word: text }, { fixes: [write(span, text)] })
  return [{ from, length: end - from, by, told }]
}

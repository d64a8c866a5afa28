/** What a kind alone with a value is about: `some file "LICENSE"`, `no import pickle`. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { replace } from '../../diagnostics/fix.ts'
import { kinds } from '../../schema/kinds.ts'
import { spanOf } from '../leaves.ts'
import { Text } from '../quoted.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { found } from '../unexpected.ts'
import { type Corrector, made, sourceOf } from './correction.ts'

export const isKind = (name: string | undefined): name is keyof typeof kinds =>
  name !== undefined && Object.hasOwn(kinds, name)

/** Fields by which people know a fact, the likelier first. */
const known: readonly string[] = ['module', 'name', 'key', 'callee', 'title', 'text', 'path']

export const kindWithValue: Corrector = ({ tokens, index, context }) => {
  const [kind, value] = [tokens[index - 1], tokens[index]]
  const name = kind?.image
  if (value === undefined || !isKind(name) || (!is(value, Text) && !isLastName(tokens, index))) return []
  const field = known.find((each) => Object.hasOwn(kinds[name].fields, each))
  if (field === undefined) return []
  const span = spanOf(context, value)
  const written = sourceOf(span, context)
  const text = is(value, Text) ? written : `"${written}"`
  const words = `where ${field} is`
  const fixes = [replace(span, `${words} ${text}`, `write ${words} ${text}`)]
  const told = () => diagnose('missing-word', span, { words: `"${words}"`, found: found(value) }, { fixes })
  const by = [made('where', value), t.retyped(value, t.Word, field), made('is', value), t.retyped(value, Text, text)]
  return [{ from: index, length: 1, by, told }]
}

/** A name with nothing behind it: before anything else it may be a condition. */
const isLastName = (tokens: readonly IToken[], index: number): boolean =>
  isName(tokens[index]) && index === tokens.length - 1

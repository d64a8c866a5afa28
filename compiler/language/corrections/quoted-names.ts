/** Names in quotes: `define "wrapper" as …`, `some "argument" where …`, `parameter limit "number" = 5`. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { write } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { Text } from '../quoted.ts'
import { is, isName, isQuantifier } from '../starts.ts'
import * as t from '../tokens.ts'
import type { Corrector } from './correction.ts'

export const quotedName: Corrector = ({ tokens, index, context }) => {
  const token = tokens[index]
  const name = /^["'“`]([A-Za-z_]\w*(?:-\w+)*)["'”`]$/.exec(token?.image ?? '')?.[1]
  if (token === undefined || name === undefined || !is(token, Text) || !wantsName(tokens, index)) return []
  const span = spanOf(context, token)
  const told = () => diagnose('needless-quotes', span, { text: token.image }, { fixes: [write(span, name)] })
  return [{ from: index, length: 1, by: [t.retyped(token, t.wordNamed(name) ?? t.Word, name)], told }]
}

/** Nothing but a name can stand at `index`. */
function wantsName(tokens: readonly IToken[], index: number): boolean {
  const [first, previous] = [tokens[0], tokens[index - 1]]
  if (previous === undefined) return false
  const isCount = is(previous, t.NumberToken) && (is(tokens[index - 2], t.Exactly) || isBound(tokens[index - 2]))
  if (isQuantifier(previous) || is(previous, t.As) || isCount) return true
  // `use "path"` has no names at all.
  if (is(first, t.UseWord)) return is(tokens[index + 1], t.Comma) || is(tokens[index + 1], t.From)
  if (is(first, t.ParameterWord)) return index === 1 || (index === 2 && isName(previous))
  return is(first, t.DefineWord) && (index === 1 || (index === 3 && is(previous, t.Open)))
}

const isBound = (token: IToken | undefined): boolean => is(token, t.Least) || is(token, t.Most)

/** Names whose statement could not be read: nobody is to be told that they stand for nothing. */
import type { IToken } from 'chevrotain'
import type { Piece } from './layout.ts'
import { type FileContext, nameOf, spanOf } from './leaves.ts'
import { is, isName, isStatementWord } from './starts.ts'
import { DefineWord, From, ParameterWord, UseWord } from './tokens.ts'
import type { Name } from './tree.ts'

/** The names that a statement would have defined, had it been readable. */
export function namesOf({ tokens }: Piece, context: FileContext): readonly Name[] {
  const [word, ...rest] = tokens
  if (word !== undefined && !isStatementWord(word)) return tokens.filter(isName).map((token) => nameOf(context, token))
  const nameable = rest.filter(isName)
  const unknown: Name = { kind: 'name', text: everything, span: spanOf(context, word as IToken) }
  if (is(word, DefineWord) || is(word, ParameterWord)) {
    const [, name] = tokens
    return [isName(name) ? nameOf(context, name as IToken) : unknown]
  }
  if (!is(word, UseWord)) return []
  const from = nameable.findLastIndex((token) => is(token, From))
  const names = nameable.slice(0, from === -1 ? undefined : from).map((token) => nameOf(context, token))
  return names.length > 0 ? names : [unknown]
}

/** Stands in `lost` for names that nobody can tell. */
export const everything = '*'

/** A word that is missing between two others. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { before, behind, type Fix, replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import * as quoted from '../quoted.ts'
import { is, isAtLineStart, isName, isQuantifier } from '../starts.ts'
import * as t from '../tokens.ts'
import { found } from '../unexpected.ts'
import { type Correction, type Corrector, type Failed, made } from './correction.ts'

const values = [quoted.Text, quoted.Pattern, t.NumberToken, t.OpenList, t.True, t.False, t.NoneWord]
/** One value, and no list of several. */
export const isScalar = (token: IToken | undefined): boolean => isValue(token) && !is(token, t.OpenList)
export const isValue = (token: IToken | undefined): boolean => values.some((type) => is(token, type))

/** `word` before the token at `at`; where several would do, a person has to choose among `choices`. */
function insertion({ tokens, context }: Failed, at: number, word: string, choices = [word]): Correction[] {
  const token = tokens[at]
  const previous = tokens[at - 1]
  if (token === undefined || previous === undefined) return []
  const place = word === ',' ? behind(spanOf(context, previous)) : before(spanOf(context, token))
  const fixes = choices.map((each): Fix => replace(place, each === ',' ? each : `${each} `, `write ${each}`))
  const words = choices.map((each) => `"${each}"`).join(' or ')
  const told = () => diagnose('missing-word', spanOf(context, token), { words, found: found(token) }, { fixes })
  return [{ from: at, length: 0, by: [made(word, token)], told }]
}

const isCondition = (token: IToken | undefined): boolean =>
  isName(token) || is(token, t.Not) || is(token, t.Open) || (token !== undefined && isQuantifier(token))

/** `mode "0644"`, `define mode "0644"`, `["a" "b"]`: between a name or a value and a value. */
export const beforeValue: Corrector = (failed) => {
  const { tokens, index } = failed
  const [first, previous, token] = [tokens[0], tokens[index - 1], tokens[index]]
  if (isName(previous) && is(first, t.DefineWord) && index === 2) return insertion(failed, index, 'as')
  if (isAtLineStart(tokens, index)) return []
  if (isName(previous) && isValue(token)) return insertion(failed, index, 'is')
  const isRow = is(first, t.UseWord) ? isName(previous) && isName(token) : isValue(previous) && isValue(token)
  return isRow ? insertion(failed, index, ',') : []
}

const isWord = (token: IToken | undefined): boolean => isName(token) || is(token, quoted.Text)

/** `when url where …`, `when url in code`, `must handler where …`: a kind that nobody asked for. */
export const beforeKind: Corrector = (failed) => {
  const { tokens, index } = failed
  if (is(tokens[index], t.Where) && isName(tokens[index - 1])) return insertion(failed, index - 1, 'some')
  // Behind "when" no subject is around that could have a field.
  const isScoped = is(tokens[index], t.In) && isWord(tokens[index + 1]) && is(tokens[index - 2], t.When)
  if (isScoped && isName(tokens[index - 1])) return insertion(failed, index - 1, 'some')
  if (!isName(tokens[index])) return []
  if (is(tokens[index - 1], t.When)) return insertion(failed, index, 'some')
  const counts = [t.Least, t.Most, t.Exactly].some((type) => is(tokens[index - 1], type))
  return counts ? insertion(failed, index, '1') : []
}

/** `no url scheme is "http"` */
export const beforeCondition: Corrector = (failed) => {
  const { tokens, index } = failed
  const [before, previous, token] = [tokens[index - 2], tokens[index - 1], tokens[index]]
  const isSubject = before !== undefined && (isQuantifier(before) || is(before, t.NumberToken) || is(before, t.As))
  return isSubject && isName(previous) && isCondition(token) ? insertion(failed, index, 'where') : []
}

/** `local not placeholder`: nobody knows which of the two words is meant. */
export const betweenConditions: Corrector = (failed) => {
  const { tokens, index } = failed
  return isCondition(tokens[index]) ? insertion(failed, index, 'and', ['and', 'or']) : []
}

/** `must have errexit nounset pipefail`: names in a row behind what has to hold all have to. */
export const rowOfNames: Corrector = ({ tokens, index, context }) => {
  let end = index
  while (isName(tokens[end])) end++
  const row = tokens.slice(index, end)
  const [first] = row
  const isWhole = tokens[end] === undefined || is(tokens[end], t.And)
  const isAsked = [t.Must, t.Have, t.Be].some((type) => is(tokens[index - 2], type))
  if (first === undefined || row.length < 2 || !isWhole || !isAsked || !isName(tokens[index - 1])) return []
  // Prose, such as `have a unique id`.
  if (['a', 'an', 'the'].includes(tokens[index - 1]?.image ?? '')) return []
  const edits = row.map((token) => ({ span: before(spanOf(context, token)), text: 'and ' }))
  const fixes = [{ title: 'write and', edits }]
  const args = { words: '"and"', found: found(first) }
  const told = () => diagnose('missing-word', spanOf(context, first), args, { fixes })
  return [{ from: index, length: row.length, by: row.flatMap((token) => [made('and', token), token]), told }]
}

/** `parameter limit = 5 "…"`: the value says which type it has. */
export const parameterType: Corrector = (failed) => {
  const { tokens, index } = failed
  const [first, name, token, value] = tokens
  if (!is(first, t.ParameterWord) || !isName(name) || index !== 2) return []
  if (isName(token) && types.includes((name as IToken).tokenType)) return [swapped(failed)]
  if (!is(token, t.Equals)) return []
  const type = is(value, t.NumberToken) ? 'number' : is(value, quoted.Text) ? 'text' : 'boolean'
  return is(value, t.OpenList) ? [] : insertion(failed, index, type)
}

const types = [t.TextWord, t.NumberWord, t.BooleanWord]

function swapped({ tokens, context }: Failed): Correction {
  const [type, name] = [tokens[1] as IToken, tokens[2] as IToken]
  const edits = [
    { span: spanOf(context, type), text: name.image },
    { span: spanOf(context, name), text: type.image },
  ]
  const fixes = [{ title: `write ${name.image} ${type.image}`, edits }]
  const told = () =>
    diagnose('wrong-order', spanOf(context, type, name), { first: name.image, second: type.image }, { fixes })
  return { from: 1, length: 2, by: [name, type], told }
}

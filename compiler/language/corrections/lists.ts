/** Several values where the language wants one, or a list. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { before, behind, type Edit, write } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { Text } from '../quoted.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { type Correction, type Corrector, type Failed, made, sourceOf, spanFrom } from './correction.ts'
import { isValue } from './insertions.ts'

const isElement = (token: IToken | undefined): boolean => isValue(token) || isName(token)

/** `scheme is "http" or "ftp"`: the condition before it says what the value is to be compared with. */
export const valueAlone: Corrector = ({ tokens, index, context }) => {
  const [word, token] = [tokens[index - 1], tokens[index]]
  const isState = is(token, t.Missing) || is(token, t.Present)
  if (token === undefined || !(isValue(token) || isState) || !(is(word, t.And) || is(word, t.Or))) return []
  const start = comparisonBefore(tokens, index - 1)
  if (start === undefined) return []
  const compared = tokens.slice(start, index - 2)
  const field = compared.slice(0, compared.findIndex(isOperator))
  const kept = isState ? field : compared
  const asked = isState ? [...field, made('is', token)] : compared
  const text = `${sourceOf(spanFrom(tokens, start, kept.length, context), context)}${isState ? ' is' : ''}`
  const span = spanOf(context, token)
  const fixes = [{ title: `write ${text} ${token.image}`, edits: [{ span: before(span), text: `${text} ` }] }]
  const told = () => diagnose('value-alone', span, { condition: `${text} ${token.image}` }, { fixes })
  return [{ from: index, length: 0, by: asked, told }]
}

/** Where the comparison begins whose one value stands before `end`. */
function comparisonBefore(tokens: readonly IToken[], end: number): number | undefined {
  if (!isValue(tokens[end - 1])) return undefined
  let at = end - 2
  while (at >= 0 && isOperator(tokens[at])) at--
  if (at === end - 2 || !isName(tokens[at])) return undefined
  while (is(tokens[at - 1], t.Dot) && isName(tokens[at - 2])) at -= 2
  return at
}

const operators = [
  t.Is,
  t.Not,
  t.Like,
  t.Matches,
  t.Contains,
  t.Starts,
  t.Ends,
  t.With,
  t.Less,
  t.More,
  t.AtMost,
  t.AtLeast,
]
export const isOperator = (token: IToken | undefined): boolean => operators.some((type) => is(token, type))

/** `among ("a", "b")` and `among "a", "b"`, and the same in a definition or a parameter. */
export const unbracketed: Corrector = (failed) => {
  const { tokens, index } = failed
  if (is(tokens[index], t.Open) && holdsList(tokens[index - 1])) {
    const end = rowEnd(tokens, index + 1)
    return is(tokens[end], t.Close) ? [bracketed(failed, index, end + 1, 1)] : []
  }
  const start = index - 1
  if (!is(tokens[index], t.Comma) || !isElement(tokens[start]) || !holdsList(tokens[start - 1])) return []
  return [bracketed(failed, start, rowEnd(tokens, start), 0)]
}

const holdsList = (token: IToken | undefined): boolean => [t.Among, t.As, t.Equals].some((type) => is(token, type))

/** Behind the last of the values that stand one after another with commas between them. */
function rowEnd(tokens: readonly IToken[], start: number): number {
  let end = start
  while (isElement(tokens[end])) {
    end++
    if (!is(tokens[end], t.Comma) || !isElement(tokens[end + 1])) break
    end++
  }
  return end
}

/** The tokens from `from` to `to` as a list, `outer` of them on either side being the marks that the brackets replace. */
function bracketed({ tokens, context }: Failed, from: number, to: number, outer: number): Correction {
  const [first, last] = [tokens[from] as IToken, tokens[to - 1] as IToken]
  const by = [made('[', first), ...tokens.slice(from + outer, to - outer), made(']', last)]
  const [opening, closing] = [spanOf(context, first), spanOf(context, last)]
  const edits = [
    { span: outer === 0 ? before(opening) : opening, text: '[' },
    { span: outer === 0 ? behind(closing) : closing, text: ']' },
  ]
  const told = () =>
    diagnose('list-brackets', spanOf(context, first, last), {}, { fixes: [{ title: 'write brackets', edits }] })
  return { from, length: to - from, by, told }
}

/** `define risky[call] as …` */
export const bracketedSubject: Corrector = ({ tokens, index, context }) => {
  const [first, , opening, kind, closing] = tokens
  if (index !== 2 || !is(first, t.DefineWord) || !is(opening, t.OpenList) || !isName(kind)) return []
  if (opening === undefined || kind === undefined || closing === undefined || !is(closing, t.CloseList)) return []
  const span = spanOf(context, opening, closing)
  const word = `(${kind.image})`
  const told = () =>
    diagnose('foreign-operator', span, { found: sourceOf(span, context), word }, { fixes: [write(span, word)] })
  return [{ from: 2, length: 3, by: [t.retyped(opening, t.Open, '('), kind, t.retyped(closing, t.Close, ')')], told }]
}

/** `tags ["CWE-319"]`: what stands in a row behind a clause needs no brackets. */
export const needlessBrackets: Corrector = ({ tokens, index, context }) => {
  const [first, opening, last] = [tokens[0], tokens[1], tokens.at(-1)]
  const isRow = [t.TagsWord, t.SeeWord, t.WasWord, t.UseWord].some((type) => is(first, type))
  if (!isRow || index !== 1 || first === undefined || opening === undefined || last === undefined) return []
  if (!is(opening, t.OpenList) || !is(last, t.CloseList)) return []
  const holdsNames = is(first, t.WasWord) || is(first, t.UseWord)
  const by = tokens.slice(2, -1).map((token) => (holdsNames ? withoutQuotes(token) : token))
  const changed = [opening, ...tokens.slice(2, -1), last]
  const edits = [undefined, ...by, undefined].flatMap((token, place): readonly Edit[] => {
    const before = changed[place] as IToken
    return token === before ? [] : [{ span: spanOf(context, before), text: token?.image ?? '' }]
  })
  const told = () =>
    diagnose(
      'needless-brackets',
      spanOf(context, opening, last),
      { clause: first.image },
      { fixes: [{ title: 'leave out the brackets', edits }] },
    )
  return [{ from: 1, length: tokens.length - 1, by, told }]
}

/** A name in quotes as the name; any other token as it is. */
function withoutQuotes(token: IToken): IToken {
  const name = /^"([A-Za-z]\w*(?:-\w+)*)"$/.exec(token.image)?.[1]
  return name === undefined || !is(token, Text) ? token : t.retyped(token, t.Word, name)
}

/** `CWE 319` is one tag. */
const tagEnd = (tokens: readonly IToken[], start: number): number =>
  is(tokens[start + 1], t.NumberToken) ? start + 2 : start + 1

/** `tags CWE-319`, `use x from shared` */
export const unquoted: Corrector = ({ tokens, index, context }) => {
  const [first, token] = [tokens[0], tokens[index]]
  const wantsText =
    is(first, t.TagsWord) || is(first, t.SeeWord) || (is(first, t.UseWord) && is(tokens[index - 1], t.From))
  // A version is a text wherever a value stands.
  const isText = is(token, t.Version) || (wantsText && isName(token))
  if (!isText || token === undefined) return []
  const end = is(first, t.TagsWord) ? tagEnd(tokens, index) : index + 1
  const span = spanOf(context, token, tokens[end - 1])
  const what = end === index + 1 ? token.image : sourceOf(span, context).replace(/\s+/g, '-')
  const fixes = [write(span, `"${what}"`)]
  const told = () => diagnose('missing-quotes', span, { what }, { fixes })
  return [{ from: index, length: end - index, by: [t.retyped(token, Text, `"${what}"`)], told }]
}

/** Tokens that are too many, or stand elsewhere. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import { before, behind, type Edit, replace, write } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { Text } from '../quoted.ts'
import { is, isName } from '../starts.ts'
import * as t from '../tokens.ts'
import { plainNumber } from '../units.ts'
import { type Corrector, made, sourceOf, spanFrom } from './correction.ts'

/** `and and` */
export const doubled: Corrector = ({ tokens, index, context }) => {
  const [previous, token] = [tokens[index - 1], tokens[index]]
  if (token === undefined || token.image !== previous?.image || !t.isOperatorWord(token)) return []
  const span = spanOf(context, token)
  const space = { ...span, start: spanOf(context, previous).end }
  const fixes = [replace(space, '', `leave out one ${token.image}`)]
  const told = () => diagnose('doubled-word', span, { word: token.image }, { fixes })
  return [{ from: index, length: 1, by: [], told }]
}

/** `["a", "b",]` */
export const lastComma: Corrector = ({ tokens, index, context }) => {
  const comma = tokens[index - 1]
  if (comma === undefined || !is(tokens[index], t.CloseList) || !is(comma, t.Comma)) return []
  const span = spanOf(context, comma)
  const fixes = [replace(span, '', 'leave out the comma')]
  const told = () => diagnose('unexpected-character', span, { characters: ',', suggestion: 'Leave it out.' }, { fixes })
  return [{ from: index - 1, length: 1, by: [], told }]
}

/** `local, and not placeholder`: the word behind the comma says how the two go together. */
export const strayComma: Corrector = ({ tokens, index, context }) => {
  const [comma, next] = [tokens[index], tokens[index + 1]]
  if (comma === undefined || next === undefined || !is(comma, t.Comma)) return []
  if (![t.And, t.Or, t.Where, t.Must, t.In, t.As, t.When].some((type) => is(next, type))) return []
  const span = spanOf(context, comma)
  const fixes = [replace(span, '', 'leave out the comma')]
  const told = () => diagnose('unexpected-character', span, { characters: ',', suggestion: 'Leave it out.' }, { fixes })
  return [{ from: index, length: 1, by: [], told }]
}

/** `from_disk(origin)`: a condition is said of the subject that is there. */
export const called: Corrector = ({ tokens, index, context }) => {
  const name = tokens[index - 1]
  if (name === undefined || !isName(name) || !is(tokens[index], t.Open)) return []
  const length = is(tokens[index + 1], t.Close)
    ? 2
    : isName(tokens[index + 1]) && is(tokens[index + 2], t.Close)
      ? 3
      : 0
  if (length === 0) return []
  const span = spanFrom(tokens, index, length, context)
  const fixes = [replace(span, '', `write ${name.image}`)]
  const told = () =>
    diagnose('called', spanOf(context, name, tokens[index + length - 1]), { name: name.image }, { fixes })
  return [{ from: index, length, by: [], told }]
}

/** `arguments[0]`: an element is asked for by what it is. */
export const indexed: Corrector = ({ tokens, index, context }) => {
  const [name, number] = [tokens[index - 1], tokens[index + 1]]
  if (name === undefined || !isName(name) || !is(tokens[index], t.OpenList) || !is(number, t.NumberToken)) return []
  if (!is(tokens[index + 2], t.CloseList) || tokens[index]?.startOffset !== (name.endOffset ?? 0) + 1) return []
  const told = () => diagnose('indexed', spanOf(context, name, tokens[index + 2]), { list: name.image })
  return [{ from: index, length: 3, by: [], told }]
}

/** `read_seconds < 30 seconds`: a number stands without its unit, which its field has. */
export const unit: Corrector = ({ tokens, index, context }) => {
  const [number, word] = [tokens[index - 1], tokens[index]]
  if (number === undefined || word === undefined || !is(number, t.NumberToken) || !isName(word)) return []
  const span = spanOf(context, number, word)
  const written = sourceOf(span, context)
  const meant = plainNumber(written)
  if (meant === undefined) return []
  const text = String(meant)
  const told = () => diagnose('foreign-number', span, { number: written }, { fixes: [write(span, text)] })
  return [{ from: index - 1, length: 2, by: [made(text, number)], told }]
}

/** `r"^http"`: a text has no letters before its quotes. */
export const prefixed: Corrector = ({ tokens, index, context }) => {
  const [prefix, text] = [tokens[index - 1], tokens[index]]
  if (prefix === undefined || text === undefined || !is(text, Text) || !/^(?:[rbfu]|rb|br)$/i.test(prefix.image))
    return []
  if (text.startOffset !== prefix.startOffset + prefix.image.length) return []
  const span = spanOf(context, prefix)
  const fixes = [replace(span, '', `leave out ${prefix.image}`)]
  const args = { characters: prefix.image, suggestion: 'Leave it out: a text has no letters before its quotes.' }
  const told = () => diagnose('unexpected-character', span, args, { fixes })
  return [{ from: index - 1, length: 1, by: [], told }]
}

/** `no url where local in code`: a scope stands behind its kind. */
export const scopeBehind: Corrector = ({ tokens, index, context }) => {
  if (!is(tokens[index], t.In)) return []
  let end = index + 1
  const isWord = (token: IToken | undefined) => isName(token) || is(token, Text)
  while (isWord(tokens[end]) && is(tokens[end + 1], t.Comma)) end += 2
  if (!isWord(tokens[end])) return []
  if (['file', 'files'].includes(tokens[end + 1]?.image ?? '')) end++
  const where = tokens.slice(0, index).findLastIndex((token) => is(token, t.Where) || is(token, t.Must))
  const target = tokens[where]
  const previous = tokens[index - 1]
  if (target === undefined || previous === undefined) return []
  const span = spanFrom(tokens, index, end + 1 - index, context)
  const text = sourceOf(span, context).replace(/ files?$/, '')
  const edits: readonly Edit[] = [
    { span: before(spanOf(context, target)), text: `${text} ` },
    { span: { ...span, start: behind(spanOf(context, previous)).start }, text: '' },
  ]
  const fixes = [{ title: `move ${text} behind its kind`, edits }]
  const told = () => diagnose('scope-behind', span, { scope: text }, { fixes })
  return [{ from: index, length: end + 1 - index, by: [], told }]
}

/** `1,000,000`: digits stand without marks between them. */
export const groupedDigits: Corrector = ({ tokens, index, context }) => {
  const first = tokens[index - 1]
  let last = first
  let length = 1
  for (let at = index; isGroup(last, tokens[at], tokens[at + 1]); at += 2) {
    last = tokens[at + 1]
    length += 2
  }
  if (first === undefined || last === first || !is(first, t.NumberToken)) return []
  const span = spanOf(context, first, last)
  const written = sourceOf(span, context)
  const number = written.replaceAll(',', '')
  const told = () => diagnose('foreign-number', span, { number: written }, { fixes: [write(span, number)] })
  return [{ from: index - 1, length, by: [made(number, first)], told }]
}

/** A comma and three digits that touch what stands before them. */
function isGroup(previous: IToken | undefined, comma: IToken | undefined, digits: IToken | undefined): boolean {
  if (previous === undefined || digits === undefined || !is(comma, t.Comma)) return false
  return digits.startOffset === previous.startOffset + previous.image.length + 1 && /^\d{3}$/.test(digits.image)
}

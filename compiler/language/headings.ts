/**
 * The lines of fixed parts: `checklist ID VERSION "title"`, `section ID "title"`, `item ID "title"`. A part that is
 * written in another way is reported and read as what was meant, so that what follows the line has an owner.
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import { before, replace, write } from '../diagnostics/fix.ts'
import type { Span } from '../diagnostics/span.ts'
import { type FileContext, spanOf } from './leaves.ts'
import { Text } from './quoted.ts'
import { quotedToken, type Requoted } from './quotes.ts'
import { is, type Line, readsAsName } from './starts.ts'
import * as t from './tokens.ts'

export function readHeading(line: Line, context: FileContext): Requoted {
  const [word, ...rest] = line
  if (word !== undefined && isUntoldItem(line)) {
    const span = spanOf(context, word)
    const fixes = [replace(before(span), 'item ', 'write item')]
    context.report(diagnose('missing-word', span, { words: '"item"', found: `"${word.image}"` }, { fixes }))
    return { line: [t.retyped(word, t.ItemWord, 'item'), ...line] }
  }
  if (word === undefined || !headings.includes(word.tokenType) || readsAsName(line)) return { line }
  const parts = rest.filter(({ tokenType }) => !t.foreignMarks.includes(tokenType))
  const last = parts.findLastIndex((token) => is(token, Text) && !isVersion(token))
  if (last === 0 || parts.length === 0) return { line }
  const front = last === -1 ? parts : parts.slice(0, last)
  const behind = last === -1 ? [] : rest.slice(rest.indexOf(parts[last] as IToken))
  const version = is(word, t.ChecklistWord) ? versionAt(front) : front.length
  const named = front.slice(0, version)
  const { id, unquoted } = last === -1 && version === front.length ? untitled(named) : { id: named, unquoted: [] }
  if (id.length === 0 || unquoted.some((token) => !t.words.includes(token.tokenType))) return { line }
  const title = unquoted.length === 0 ? undefined : spanOver(unquoted, context)
  const made = [
    word,
    ...identifier(id, is(word, t.ChecklistWord), context),
    ...versionOf(front.slice(version), context),
    ...(title === undefined ? [] : [quotedToken(title, unquoted[0] as IToken, context)]),
    ...behind,
  ]
  const marks =
    last === -1 ? [] : rest.filter((token) => t.foreignMarks.includes(token.tokenType) && !behind.includes(token))
  return { line: [...made.slice(0, 2), ...marks, ...made.slice(2)], ...(title === undefined ? {} : { text: title }) }
}

/** `NET-01 "All connections use TLS"`: nothing else looks like an identifier and a title. */
const isUntoldItem = ([first, second, third]: Line): boolean =>
  third === undefined && is(second, Text) && first?.tokenType === t.Word && /^[A-Z]+-[A-Z0-9-]+$/.test(first.image)

const headings = [t.ChecklistWord, t.SectionWord, t.ItemWord]

/** Without a title in quotes the first word is an identifier if it looks like one; the others are the title. */
function untitled(words: readonly IToken[]): { id: readonly IToken[]; unquoted: readonly IToken[] } {
  const [first, ...others] = words
  if (first === undefined || !/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(first.image)) return { id: [], unquoted: [] }
  return { id: [first], unquoted: others }
}

const spanOver = (tokens: readonly IToken[], context: FileContext): Span =>
  spanOf(context, tokens[0] as IToken, tokens.at(-1))

/** One word as it stands; several, or one in quotes, become the identifier that they would make. */
function identifier(tokens: readonly IToken[], isChecklist: boolean, context: FileContext): readonly IToken[] {
  const [first] = tokens
  if (first === undefined || (tokens.length === 1 && is(first, t.Word))) return tokens
  const span = spanOver(tokens, context)
  const raw = context.source.text.slice(span.start, span.end)
  const inside = raw.replace(/^["'“`]|["'”`]$/g, '')
  const id = isChecklist ? joined(inside.toLowerCase(), /[a-z0-9]+/g) : joined(inside.toUpperCase(), /[A-Z0-9]+/g)
  // Without a letter at its start it is none of a checklist's, which is told of the tree.
  if (id === '' || (isChecklist && /^\d/.test(id))) return tokens
  const fixes = /^[A-Za-z]/.test(id) ? [write(span, id)] : []
  if (inside === id && inside !== raw) {
    context.report(diagnose('needless-quotes', span, { text: raw }, { fixes }))
  } else {
    context.report(diagnose(isChecklist ? 'bad-checklist-id' : 'bad-item-id', span, { id: inside }, { fixes }))
  }
  return [{ ...t.retyped(first, t.Word, id), endOffset: span.end - 1 }]
}

const joined = (text: string, parts: RegExp): string => (text.match(parts) ?? []).join('-')

const isVersion = (token: IToken): boolean => /^["'“]?v?\d+(\.\d+)*["'”]?$/.test(token.image)

function versionAt(tokens: readonly IToken[]): number {
  const at = tokens.findIndex((token, index) => index > 0 && (is(token, t.Version) || isVersion(token)))
  return at === -1 ? tokens.length : at
}

/** `1.0`, `v1.0.0` and `"1.0.0"` as the version that was meant. */
function versionOf(tokens: readonly IToken[], context: FileContext): readonly IToken[] {
  const [first] = tokens
  if (first === undefined || (tokens.length === 1 && is(first, t.Version))) return tokens
  const span = spanOver(tokens, context)
  const raw = context.source.text.slice(span.start, span.end)
  const [numbers] = /\d+(\.\d+)*/.exec(raw) ?? ['1']
  const meant = [...numbers.split('.'), '0', '0'].slice(0, Math.max(3, numbers.split('.').length)).join('.')
  if (raw === `"${meant}"`) {
    context.report(diagnose('needless-quotes', span, { text: raw }, { fixes: [write(span, meant)] }))
    return [t.retyped(first, t.Version, meant)]
  }
  context.report(
    diagnose('bad-version', span, { version: raw.replace(/["'“”]/g, ''), meant }, { fixes: [write(span, meant)] }),
  )
  return [{ ...t.retyped(first, t.Version, meant), endOffset: span.end - 1 }]
}

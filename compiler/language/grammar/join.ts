/** How conditions stand side by side. */
import { type IToken, tokenMatcher } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import type { Edit, Fix } from '../../diagnostics/fix.ts'
import type { Span } from '../../diagnostics/span.ts'
import { type FileContext, spanOf } from '../leaves.ts'
import { Or } from '../tokens.ts'
import type { Predicate } from '../tree.ts'

type Word = 'and' | 'or'

/** How many conditions in a row a hint repeats. */
const longest = 5

/**
 * Operands and the words between them as one predicate. A mix of both words has no agreed meaning: it is reported with
 * its two readings, and goes on as the reading in which `and` binds closer.
 */
export function joined(
  context: FileContext,
  operands: readonly [Predicate, ...Predicate[]],
  between: readonly IToken[],
  span: Span,
): Predicate {
  const words = between.map((token): Word => (tokenMatcher(token, Or) ? 'or' : 'and'))
  const mixed = words.findIndex((word) => word !== words[0])
  if (mixed === -1) return join(words[0] ?? 'and', operands, span)
  // Of a long row only what stands beside the first change of the word is shown.
  const from = operands.length > longest ? mixed - 1 : 0
  const to = operands.length > longest ? mixed + 2 : operands.length
  const texts = operands.slice(from, to).map((operand) => textOf(context, operand))
  const shown = words.slice(from, to - 1)
  const readings = { first: reading(texts, shown, 'and'), second: reading(texts, shown, 'or') }
  const fixes = [grouped(context, words, between, span, 'and'), grouped(context, words, between, span, 'or')]
  context.report(diagnose('mixed-and-or', spanOf(context, between[mixed] as IToken), readings, { fixes }))
  const alternatives = groups(operands, words, 'or').map((group) => {
    const [first, last] = [group[0] as Predicate, group.at(-1) as Predicate]
    return join('and', group, { ...first.span, end: last.span.end })
  })
  return join('or', alternatives, span)
}

function join(kind: Word, operands: readonly Predicate[], span: Span): Predicate {
  return operands.length === 1 ? (operands[0] as Predicate) : { kind, operands, span }
}

/** Parentheses around each run of conditions that the `closer` of the two words joins. */
function grouped(
  context: FileContext,
  words: readonly Word[],
  between: readonly IToken[],
  span: Span,
  closer: Word,
): Fix {
  const { text } = context.source
  const edits: Edit[] = []
  let from = 0
  while (from < words.length) {
    let to = from
    while (words[to] === closer) to++
    if (to > from) {
      const [before, after] = [between[from - 1], between[to]]
      const start = before === undefined ? span.start : behindSpace(text, spanOf(context, before).end)
      const end = after === undefined ? span.end : beforeSpace(text, after.startOffset)
      edits.push({ span: { ...span, start, end: start }, text: '(' }, { span: { ...span, start: end, end }, text: ')' })
    }
    from = to + 1
  }
  return { title: `read "${closer}" as the closer of the two`, edits }
}

const behindSpace = (text: string, from: number): number => {
  let at = from
  while (/\s/.test(text.charAt(at))) at++
  return at
}

const beforeSpace = (text: string, to: number): number => {
  let at = to
  while (/\s/.test(text.charAt(at - 1))) at--
  return at
}

/** The runs between the words that are `separator`. */
function groups<T>(operands: readonly T[], words: readonly Word[], separator: Word): readonly (readonly T[])[] {
  const found: T[][] = [[]]
  for (const [index, operand] of operands.entries()) {
    if (index > 0 && words[index - 1] === separator) found.push([])
    found.at(-1)?.push(operand)
  }
  return found
}

/** `(a and b) or c` when `and` binds closer, `a and (b or c)` when `or` does. */
function reading(texts: readonly string[], words: readonly Word[], closer: Word): string {
  const other = closer === 'and' ? 'or' : 'and'
  const group = (members: readonly string[]) => (members.length > 1 ? `(${members.join(` ${closer} `)})` : members[0])
  return groups(texts, words, other).map(group).join(` ${other} `)
}

/** Enough of a condition to know it again. The span of one in parentheses lies inside them. */
function textOf(context: FileContext, { kind, span }: Predicate): string {
  const line = context.source.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const short = line.length <= 32 ? line : `${line.slice(0, 31)}…`
  return kind === 'and' || kind === 'or' ? `(${short})` : short
}

/** After `must have` a bare name asks for presence, on both sides of `and`, `or` and `not`. */
export function presentAfterHave(predicate: Predicate): Predicate {
  switch (predicate.kind) {
    case 'bare':
      return { ...predicate, have: true }
    case 'not':
      return { ...predicate, operand: presentAfterHave(predicate.operand) }
    case 'and':
    case 'or':
      return { ...predicate, operands: predicate.operands.map(presentAfterHave) }
    default:
      return predicate
  }
}

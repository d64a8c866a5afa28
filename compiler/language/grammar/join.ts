/** How conditions stand side by side. */
import { type IToken, tokenMatcher } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
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
  context.report(
    diagnose('mixed-and-or', spanOf(context, between[mixed] as IToken), {
      first: reading(texts, shown, 'and'),
      second: reading(texts, shown, 'or'),
    }),
  )
  const alternatives = groups(operands, words, 'or').map((group) => {
    const [first, last] = [group[0] as Predicate, group.at(-1) as Predicate]
    return join('and', group, { ...first.span, end: last.span.end })
  })
  return join('or', alternatives, span)
}

function join(kind: Word, operands: readonly Predicate[], span: Span): Predicate {
  return operands.length === 1 ? (operands[0] as Predicate) : { kind, operands, span }
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

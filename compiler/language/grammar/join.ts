/** How conditions stand side by side. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import type { Span } from '../../diagnostics/span.ts'
import { type LeafContext, spanOf } from '../leaves.ts'
import type { Predicate } from '../tree.ts'

/**
 * Operands and the words between them as one predicate. A mix of both words has no agreed meaning: it is reported with
 * its two readings, and goes on as the reading in which `and` binds closer.
 */
export function joined(
  context: LeafContext,
  operands: readonly Predicate[],
  words: readonly IToken[],
  span: Span,
): Predicate {
  const [first] = operands
  if (first === undefined || words.length === 0) return first as Predicate
  const mixed = words.find((word) => word.image !== words[0]?.image)
  if (mixed === undefined) return { kind: words[0]?.image === 'and' ? 'and' : 'or', operands, span }
  const letters = operands.map((_, index) => String.fromCharCode(65 + (index % 26)))
  context.report(
    diagnose('mixed-and-or', spanOf(context, mixed), {
      first: grouped(letters, words, 'and'),
      second: grouped(letters, words, 'or'),
    }),
  )
  const alternatives = groups(operands, words, 'or').map((group): Predicate => {
    const [only, ...others] = group
    if (only === undefined || others.length === 0) return only as Predicate
    const end = group.at(-1)?.span.end ?? only.span.end
    return { kind: 'and', operands: group, span: { ...only.span, end } }
  })
  return { kind: 'or', operands: alternatives, span }
}

/** The runs between the words that are `separator`. */
function groups<T>(
  operands: readonly T[],
  words: readonly IToken[],
  separator: 'and' | 'or',
): readonly (readonly T[])[] {
  const found: T[][] = [[]]
  for (const [index, operand] of operands.entries()) {
    if (index > 0 && words[index - 1]?.image === separator) found.push([])
    found.at(-1)?.push(operand)
  }
  return found
}

/** `(A and B) or C` when `and` binds closer, `A and (B or C)` when `or` does; A is the first condition, and so on. */
function grouped(letters: readonly string[], words: readonly IToken[], closer: 'and' | 'or'): string {
  const other = closer === 'and' ? 'or' : 'and'
  const text = groups(letters, words, other)
    .map((group) => (group.length > 1 ? `(${group.join(` ${closer} `)})` : group[0]))
    .join(` ${other} `)
  return `"${text}"`
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

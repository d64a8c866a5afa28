/** What is legal in a sentence and probably not meant. */
import type { Checking } from '../context.ts'
import type { Bound, Condition, Subject } from '../typed.ts'
import { lintContradictions } from './contradictions.ts'
import { lintJoins, speaksOf } from './joins.ts'
import { lintOptional } from './optional.ts'

/** The sentence of a check or of a question. */
export function lintSentence(
  checking: Checking,
  subject: Subject,
  where: Condition,
  must: Condition | undefined,
): void {
  const clause = must === undefined ? [where] : [where, must]
  lintOptional(checking, subject, { where, must })
  lintContradictions(checking, where, must)
  for (const condition of clause) lintJoins(checking, [subject], condition)
}

/** A condition by itself: what a definition says of its subject, or when an item applies. */
export function lintCondition(checking: Checking, subject: Bound | undefined, condition: Condition): void {
  lintOptional(checking, subject, { where: condition, must: undefined })
  lintContradictions(checking, condition)
  lintJoins(checking, subject === undefined || isOfAll(condition, subject) ? [] : [subject], condition)
}

/**
 * A named condition that is a quantifier, and says nothing of its subject, is meant so: it is the same for all, and is
 * found out once. Within a sentence it is more likely that an equality was forgotten.
 */
const isOfAll = (condition: Condition, subject: Bound): boolean =>
  (condition.kind === 'quantified' || condition.kind === 'every') && !speaksOf(condition, new Set([subject.name]))

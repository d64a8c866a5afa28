/** A question for a person: whether it applies, and the matches that an answer is bound to. */
import type { TypedItem, TypedReview } from '../../check/typed.ts'
import { assert } from '../../unreachable.ts'
import {
  apply,
  array,
  arrayOf,
  assign,
  builtin,
  object,
  ref,
  rule,
  ruleRef,
  scalar,
  type Term,
  variable,
} from '../tree.ts'
import { addRule, type Environment, type Lowering } from './context.ts'
import { identifies } from './definitions.ts'
import { countOf, firstFindings, select, unreadOf } from './examined.ts'
import { iterate } from './lists.ts'
import { findingAt, textOf } from './messages.ts'
import { local } from './names.ts'
import { domainCondition, listOf } from './search.ts'
import { conditionsOf, identifiedIn, sentenceOfReview } from './walk.ts'

export interface LoweredReview {
  /** A list of the question, or an empty one where it does not apply. */
  readonly list: Term
  /** What could make it apply; absent where nothing could. */
  readonly unread: Term | undefined
}

export function lowerReview(lowering: Lowering, item: TypedItem, prefix: string, index: number): LoweredReview {
  const review = item.reviews[index]
  assert(review !== undefined, `${item.id} has a review ${index}`)
  const environment: Environment = {
    section: 'items',
    prefix: lowering.names.take(`${prefix}_review_${index + 1}`),
    source: `${item.id}, review ${index + 1}.`,
    subjects: [],
    identified: identifiedIn(conditionsOf(sentenceOfReview(review)), (definition) => identifies(lowering, definition)),
  }
  const { when, question } = review
  if (when === undefined) {
    const text = textOf(lowering, environment, `${environment.prefix}_question`, question)
    return {
      list: array([object({ question: text, matched: scalar(0), evidence: array([]) })]),
      unread: undefined,
    }
  }
  return conditionalReview(lowering, environment, { question, when })
}

function conditionalReview(
  lowering: Lowering,
  environment: Environment,
  { question, when }: { readonly question: TypedReview['question']; readonly when: NonNullable<TypedReview['when']> },
): LoweredReview {
  const { prefix } = environment
  const { subject, where, raises } = when
  const { items } = lowering.rules
  const first = items.length
  const asked = [domainCondition(subject), subject.narrowed, where]
  const all = listOf(lowering, environment, subject)
  const matches = select(lowering, environment, 'matches', subject, all, asked)
  const finding = findingAt(lowering, environment, subject, `${prefix}_finding`, question)
  const evidence = addRule(lowering, environment, `${prefix}_evidence`, {
    value: firstFindings(lowering, subject, matches, finding),
  })
  // One question for all matches: it reads as the first of them makes it read.
  const onlyFirst = { ...matches, term: builtin('array.slice', matches.term, scalar(0), scalar(1)) }
  const asks = object({
    question: ref(variable(local.finding), 'message'),
    matched: countOf(matches),
    evidence: ruleRef(evidence),
  })
  const list = rule(prefix, {
    value: arrayOf(variable(local.review), [
      ...iterate(lowering, subject, onlyFirst),
      assign(local.finding, finding),
      assign(local.review, asks),
    ]),
    comments: [environment.source],
  })
  items.splice(first, 0, list)
  const applies = builtin('gt', countOf(matches), scalar(0))
  const unread = apply(lowering.prelude.couldChange, applies, unreadOf(lowering, -1, raises), array([]))
  return { list: ruleRef(prefix), unread }
}

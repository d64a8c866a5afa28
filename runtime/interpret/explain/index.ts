/** Explains an item on a facts document: all of it, or what it makes of one place. */
import type { FactsDocument, ItemAnswer, TypedChecklist, TypedItem, TypedReview } from '../../../compiler/index.ts'
import { judgeItem, judgeReview } from '../items.ts'
import { type World, worldOf } from '../world.ts'
import { explainCheck } from './checks.ts'
import { clausesOf } from './clauses.ts'
import type { About, Explanation, PlaceExplanation } from './model.ts'
import { explainPlace } from './places.ts'

export { asksForMore } from './checks.ts'
export type {
  About,
  CheckExplanation,
  Clause,
  Explanation,
  PlaceExplanation,
  Shown,
  SubjectExplanation,
} from './model.ts'

export function explainItem(checklist: TypedChecklist, document: FactsDocument, item: TypedItem): Explanation {
  const world = worldOf(checklist, document)
  const answer = judgeItem(world, item)
  const { checks, reviews, undecided } = answer
  return {
    ...aboutItem(world, item, answer),
    checks: checks.length === 0 ? [] : item.checks.map((check, index) => explainCheck(world, check, index)),
    reviews: reviews.length === 0 ? [] : item.reviews.flatMap((review) => askedBy(world, review)),
    undecided,
  }
}

/** A question that applies, with its place in the checklist. */
function askedBy(world: World, review: TypedReview): Explanation['reviews'] {
  const { answer } = judgeReview(world, review)
  return answer === undefined ? [] : [{ ...answer, line: review.line }]
}

/** `path` is relative to the git root, as every path of the document. */
export function explainAt(
  checklist: TypedChecklist,
  document: FactsDocument,
  item: TypedItem,
  path: string,
  line: number | undefined,
): PlaceExplanation {
  const world = worldOf(checklist, document)
  return { ...aboutItem(world, item, judgeItem(world, item)), ...explainPlace(world, item, path, line) }
}

function aboutItem(world: World, item: TypedItem, { verdict }: ItemAnswer): About {
  const { id, title, severity, applies } = item
  return {
    item: { id, title, severity },
    verdict,
    applies: applies === undefined ? [] : clausesOf(world, undefined, undefined, [applies.condition]),
  }
}

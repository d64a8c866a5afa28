/** Explains an item on a facts document: all of it, or what it makes of one place. */
import type { FactsDocument, TypedChecklist, TypedItem } from '../../../compiler/index.ts'
import { judgeItem } from '../items.ts'
import { worldOf } from '../world.ts'
import { explainCheck } from './checks.ts'
import { clausesOf } from './clauses.ts'
import type { Explanation, PlaceExplanation } from './model.ts'
import { explainPlace } from './places.ts'

export type { CheckExplanation, Clause, Explanation, PlaceExplanation, Shown, SubjectExplanation } from './model.ts'

export function explainItem(checklist: TypedChecklist, document: FactsDocument, item: TypedItem): Explanation {
  const world = worldOf(checklist, document)
  const { verdict, checks, reviews, undecided } = judgeItem(world, item)
  const { id, title, severity } = item
  return {
    item: { id, title, severity },
    verdict,
    applies: item.applies === undefined ? [] : clausesOf(world, undefined, undefined, [item.applies.condition]),
    checks: checks.length === 0 ? [] : item.checks.map((check, index) => explainCheck(world, check, index)),
    reviews,
    undecided,
  }
}

/** `path` is relative to the git root, as every path of the document. */
export function explainAt(
  checklist: TypedChecklist,
  document: FactsDocument,
  item: TypedItem,
  path: string,
  line: number | undefined,
): PlaceExplanation {
  return explainPlace(worldOf(checklist, document), item, path, line)
}

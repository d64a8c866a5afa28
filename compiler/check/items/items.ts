/** Items: what is said of them, when they apply, their checks and their questions. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Lines } from '../../diagnostics/lines.ts'
import type { Item } from '../../language/tree.ts'
import { checkCondition } from '../conditions.ts'
import { type Checking, type FileNames, outermostFrame } from '../context.ts'
import { lintCondition } from '../lints/index.ts'
import { lintTexts } from '../lints/texts.ts'
import { withoutLifted } from '../reach/lifted.ts'
import { type Definitions, distinct, eitherWay, influenceOn, kindsOf } from '../reach/polarity.ts'
import { withTemplates } from '../reach/templates.ts'
import type { TypedItem, TypedReview } from '../typed.ts'
import { checksOf } from './checks.ts'
import { checkClauses, clausesOf, saidOf } from './clauses.ts'
import { reviewOf } from './reviews.ts'

export interface ItemContext {
  readonly checking: Checking
  readonly home: FileNames
  readonly lines: Lines
  /** Those that have been checked so far: what a sentence uses is among them once it is checked itself. */
  readonly definitions: Definitions
  readonly section: TypedItem['section']
}

/** Undefined where a mistake leaves it incomplete; all of its mistakes have been said. */
export function checkItem(context: ItemContext, node: Item): TypedItem | undefined {
  const found: Diagnostic[] = []
  const checking: Checking = { ...context.checking, report: (diagnostic) => found.push(diagnostic) }
  const item = typedItem({ ...context, checking }, node)
  const isOwn = ({ span }: Diagnostic) =>
    span.path === node.span.path && span.start >= node.span.start && span.end <= node.span.end
  // What is probably not meant is said once nothing stands that is certainly wrong.
  const isWrong = node.damaged || found.some((diagnostic) => diagnostic.severity === 'error' && isOwn(diagnostic))
  for (const diagnostic of found) {
    if (!isWrong || diagnostic.severity === 'error' || !isOwn(diagnostic)) context.checking.report(diagnostic)
  }
  return item
}

function typedItem(context: ItemContext, node: Item): TypedItem | undefined {
  const { checking, lines, section } = context
  checkClauses(checking, node)
  lintTexts(checking, node)
  const said = saidOf(checking, node)
  const applies = appliesOf(context, node)
  const checks = checksOf(context, node)
  const reviews: readonly (TypedReview | undefined)[] = clausesOf(node, 'review').map((clause) =>
    reviewOf(context, node, clause),
  )
  if (node.damaged || said === undefined || applies === 'broken' || !whole(checks) || !whole(reviews)) return undefined
  const reaches = [
    ...checks.flatMap((check) => [...check.adds, ...check.removes]),
    ...reviews.flatMap(({ when }) => when?.reads ?? []),
    ...(applies?.reads ?? []),
  ]
  const item = {
    id: node.id.text,
    title: node.title.value,
    section,
    ...said,
    applies,
    checks,
    reviews,
    needs: kindsOf(distinct(reaches)).toSorted(),
    line: lines.position(node.span.start).line,
    span: node.span,
  }
  return withoutLifted(item, context.definitions)
}

const whole = <T>(values: readonly (T | undefined)[]): values is readonly T[] =>
  values.every((value) => value !== undefined)

function appliesOf({ checking, home, definitions, lines }: ItemContext, node: Item): TypedItem['applies'] | 'broken' {
  const [clause] = clausesOf(node, 'applies')
  if (clause === undefined) return undefined
  const condition = checkCondition(outermostFrame(checking, home, []), clause.when)
  if (condition === undefined) return 'broken'
  lintCondition(checking, undefined, condition)
  const influence = withTemplates(influenceOn(condition, definitions), [condition], definitions)
  const { line } = lines.position(clause.span.start)
  return { condition, line, reads: eitherWay(influence), ...influence }
}

/** An item: whether the document can judge it, whether it applies, its checks and its questions. */
import type { Applies, TypedItem } from '../../check/typed.ts'
import { kinds } from '../../schema/kinds.ts'
import {
  type Annotations,
  apply,
  array,
  arrayOf,
  assign,
  type Expr,
  holds,
  not,
  type Rule,
  rule,
  ruleRef,
  scalar,
  someIn,
  type Term,
  variable,
} from '../tree.ts'
import { lowerCheck } from './checks.ts'
import { conditionBody } from './conditions.ts'
import { addRule, type Environment, type Lowering } from './context.ts'
import { identifies } from './definitions.ts'
import { unreadOf } from './examined.ts'
import { cutAtWord, local } from './names.ts'
import { lowerReview } from './reviews.ts'
import { isEmpty, isNotEmpty } from './verdicts.ts'
import { conditionsIn, identifiedIn } from './walk.ts'

/** Gives the name of the item's rule. */
export function lowerItem(lowering: Lowering, item: TypedItem): string {
  const { names, prelude, rules } = lowering
  const name = names.take(item.id.toLowerCase())
  const first = rules.items.length
  const withoutFacts = withoutNeeded(lowering, item)
  const applies = item.applies === undefined ? undefined : lowerApplies(lowering, item.id, name, item.applies)
  const checks = item.checks.map((_, index) => ruleRef(lowerCheck(lowering, item, name, index)))
  const reviews = item.reviews.map((_, index) => lowerReview(lowering, item, name, index))
  const judged = apply(
    prelude.judged,
    array(checks),
    flattened(reviews.map(({ list }) => list)),
    array(reviews.flatMap(({ unread }) => (unread === undefined ? [] : [unread]))),
    scalar(item.checks.some(({ form }) => form === 'every')),
  )
  const lackingNothing = not(withoutFacts)
  const answers: readonly Rule[] = [
    rule(name, { value: withoutFacts, annotations: annotationsOf(item) }),
    ...(applies === undefined || item.applies === undefined
      ? [rule(name, { value: judged, body: [lackingNothing] })]
      : appliedAnswers(lowering, name, item.applies, { lackingNothing, applies, judged })),
  ]
  rules.items.splice(first, 0, ...answers)
  return name
}

/** What items that need the same facts come to where the document lacks some; undefined where it has them all. */
function withoutNeeded(lowering: Lowering, { needs }: TypedItem): Term {
  const { prelude } = lowering
  // Scopes look at the file of a fact, whether or not files were asked for.
  const lists = !needs.includes('file') && needs.some((kind) => kinds[kind].inFile) ? ['file'] : []
  const missing = variable(local.missing)
  const name = addRule(
    lowering,
    { section: 'scopes', source: `What items come to where the document lacks ${needs.join(' or ')}.` },
    cutAtWord(`without_${needs.join('_')}`, 40),
    {
      value: apply(prelude.unjudged, scalar('undecided'), missing),
      body: [
        assign(local.missing, apply(prelude.lacking, array(needs.map(scalar)), array(lists.map(scalar)))),
        isNotEmpty(missing),
      ],
    },
  )
  return ruleRef(name)
}

interface Answered {
  readonly lackingNothing: Expr
  readonly applies: Term
  readonly judged: Term
}

/** Of an item with a condition: what could not be read might turn it, whether it holds or not. */
function appliedAnswers(
  lowering: Lowering,
  name: string,
  { raises, lowers }: Applies,
  { lackingNothing, applies, judged }: Answered,
): readonly Rule[] {
  const { prelude } = lowering
  const doesNotApply = rule(name, {
    value: apply(prelude.doesNotApply, unreadOf(lowering, -1, raises)),
    body: [lackingNothing, not(applies)],
  })
  const does = [lackingNothing, holds(applies)]
  if (lowers.length === 0) return [rule(name, { value: judged, body: does }), doesNotApply]
  const unread = unreadOf(lowering, -1, lowers)
  return [
    rule(name, { value: judged, body: [...does, isEmpty(unread)] }),
    rule(name, {
      value: apply(prelude.unjudged, scalar('undecided'), unread),
      body: [...does, isNotEmpty(unread)],
    }),
    doesNotApply,
  ]
}

const annotationsOf = ({ id, title, severity, section, tags, line, span }: TypedItem): Annotations => ({
  scope: 'document',
  title: `${id}: ${title}`,
  custom: {
    severity,
    source: `${span.path}:${line}`,
    ...(section === undefined ? {} : { section: section.title }),
    ...(tags.length === 0 ? {} : { tags }),
  },
})

/** `applies when`, with a body for each way in which it may hold. */
function lowerApplies(lowering: Lowering, id: string, prefix: string, { condition, line }: Applies): Term {
  const name = lowering.names.take(`${prefix}_applies`)
  const environment: Environment = {
    section: 'items',
    prefix: name,
    source: `${id}, line ${line}: applies when.`,
    subjects: [],
    identified: identifiedIn(conditionsIn(condition), (definition) => identifies(lowering, definition)),
  }
  const { items } = lowering.rules
  const first = items.length
  const alternatives = condition.kind === 'any' ? condition.operands : [condition]
  const bodies = alternatives.map((operand) => conditionBody(lowering, environment, operand))
  const rules = bodies.map((body, index) => rule(name, { body, comments: index === 0 ? [environment.source] : [] }))
  items.splice(first, 0, ...rules)
  return ruleRef(name)
}

function flattened(lists: readonly Term[]): Term {
  const [only, ...others] = lists
  if (only === undefined) return array([])
  if (others.length === 0) return only
  return arrayOf(variable(local.review), [
    someIn(local.reviews, array(lists)),
    someIn(local.review, variable(local.reviews)),
  ])
}

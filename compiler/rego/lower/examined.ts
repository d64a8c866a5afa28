/** What a check or a review looks at first, and what is said of it. */
import type { Condition, Reach, Subject } from '../../check/typed.ts'
import {
  apply,
  array,
  arrayOf,
  builtin,
  type Expr,
  holds,
  object,
  ref,
  ruleRef,
  scalar,
  type Term,
  variable,
} from '../tree.ts'
import { conditionBody } from './conditions.ts'
import { addRule, type Environment, type Lowering, within } from './context.ts'
import { filtered, iterate, type List } from './lists.ts'
import { cutAtWord } from './names.ts'
import { fewPlaces } from './prelude.ts'
import { unreadTerms } from './scope.ts'
import { domainCondition, listOf } from './search.ts'
import { conjuncts } from './walk.ts'

/** The subjects that meet the scope, the derived kinds' conditions and what an extractor may select by. */
export function examined(lowering: Lowering, environment: Environment, subject: Subject): List {
  const list = listOf(lowering, environment, subject)
  const asked = [domainCondition(subject), subject.narrowed]
  return select(lowering, environment, 'subjects', subject, list, asked)
}

/** Those of a list that meet conditions; the list itself where nothing is asked. */
export function select(
  lowering: Lowering,
  environment: Environment,
  what: string,
  subject: Subject,
  list: List,
  conditions: readonly Condition[],
): List {
  const inner = within(environment, subject)
  const body = conjuncts(...conditions).flatMap((condition) => conditionBody(lowering, inner, condition))
  return filtered(lowering, environment, `${environment.prefix}_${what}`, subject, list, body)
}

export const countOf = ({ term }: List): Term => builtin('count', term)

/** The places of the first few of a list. */
export function placesOf(lowering: Lowering, subject: Subject, list: List): Term {
  const { prelude, names } = lowering
  if (list.holds !== 'indices') return apply(prelude.places, list.term)
  const few = { ...list, term: builtin('array.slice', list.term, scalar(0), scalar(fewPlaces)) }
  return arrayOf(ref(variable(names.variable(subject.name)), 'at'), iterate(lowering, subject, few))
}

/** A finding for each of a list that is among the first `input.limit`. */
export function firstFindings(lowering: Lowering, subject: Subject, list: List, finding: Term): Term {
  const shown = { ...list, term: apply(lowering.prelude.shown, list.term) }
  return arrayOf(finding, iterate(lowering, subject, shown))
}

/** What could not be read of some reaches, under the index of a check; -1 stands for the item. */
export function unreadOf(lowering: Lowering, check: number, reaches: readonly Reach[]): Term {
  if (reaches.length === 0) return array([])
  const terms = unreadTerms(lowering, reaches)
  const rows = terms.map(([kind, unread]) => object({ kind: scalar(kind), unread }))
  const kinds = terms.map(([kind]) => kind)
  const [about, whose] = [kinds.join(' and '), check < 0 ? 'an item' : `check ${check + 1} of an item`]
  const name = addRule(
    lowering,
    { section: 'scopes', source: `What could not be read of ${about}, for ${whose}.` },
    cutAtWord(`unread_${kinds.join('_and_')}`, 40),
    { value: apply(lowering.prelude.unread, scalar(check), array(rows)) },
  )
  return ruleRef(name)
}

/** Whether findings are shown at all. */
export const someFindings = (lowering: Lowering): Expr =>
  holds(builtin('gt', ruleRef(lowering.prelude.limit), scalar(0)))

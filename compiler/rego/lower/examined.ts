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
import { type Environment, type Lowering, within } from './context.ts'
import { filtered, iteratePositions, type List } from './lists.ts'
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
  const { body, position } = iteratePositions(lowering, subject, list)
  const isFew = holds(builtin('lt', position, scalar(fewPlaces)))
  return arrayOf(ref(variable(names.variable(subject.name)), 'at'), [...body, isFew])
}

/** A finding for each of a list that is among the first `input.limit`. */
export function firstFindings(lowering: Lowering, subject: Subject, list: List, finding: Term): Term {
  const { body, position } = iteratePositions(lowering, subject, list)
  return arrayOf(finding, [...body, holds(builtin('lt', position, ruleRef(lowering.prelude.limit)))])
}

/** What could not be read of some reaches, under the index of a check; -1 stands for the item. */
export function unreadOf(lowering: Lowering, check: number, reaches: readonly Reach[]): Term {
  if (reaches.length === 0) return array([])
  const rows = unreadTerms(lowering, reaches).map(([kind, unread]) => object({ kind: scalar(kind), unread }))
  return apply(lowering.prelude.unread, scalar(check), array(rows))
}

/** Whether findings are shown at all. */
export const someFindings = (lowering: Lowering): Expr =>
  holds(builtin('gt', ruleRef(lowering.prelude.limit), scalar(0)))

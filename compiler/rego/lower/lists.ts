/**
 * Lists of facts: what is filtered once and gone through by several. A list holds the facts themselves, or their
 * indices in the document where a sentence asks which fact is which:
 *
 *     own_calls         [<call 0>, <call 3>, …]         some call in own_calls
 *     own_call_indices  [0, 3, …]                       some call_index in own_call_indices
 *                                                       call := input.call[call_index]
 *     input.call        all of them, as the document    some call_index, call in input.call
 */
import type { Bound } from '../../check/typed.ts'
import type { KindName } from '../../schema/kinds.ts'
import { unreachable } from '../../unreachable.ts'
import { arrayOf, assign, type Expr, grouped, input, ref, ruleRef, someIn, type Term, variable } from '../tree.ts'
import { addRule, type Environment, type Lowering, variablesOf } from './context.ts'
import { local } from './names.ts'

export interface List {
  readonly term: Term
  readonly holds: 'document' | 'facts' | 'indices'
  readonly of: KindName
}

/** Goes through a list, each fact in the variables of the subject. */
export function iterate(lowering: Lowering, subject: Bound, { term, holds, of }: List): readonly Expr[] {
  const [fact, index] = variablesOf(lowering, subject)
  switch (holds) {
    case 'document':
      return [someIn(fact, term, index)]
    case 'facts':
      return [someIn(fact, term)]
    case 'indices':
      return [someIn(index, term), assign(fact, ref(input, of, variable(index)))]
    default:
      return unreachable(holds)
  }
}

/** Goes through a list with the position of each fact in it. */
export function iteratePositions(
  lowering: Lowering,
  subject: Bound,
  list: List,
): { readonly body: readonly Expr[]; readonly position: Term } {
  const [fact, index] = variablesOf(lowering, subject)
  switch (list.holds) {
    case 'document':
      return { body: iterate(lowering, subject, list), position: variable(index) }
    case 'facts':
      return { body: [someIn(fact, list.term, local.position)], position: variable(local.position) }
    case 'indices':
      return {
        body: [someIn(index, list.term, local.position), assign(fact, ref(input, list.of, variable(index)))],
        position: variable(local.position),
      }
    default:
      return unreachable(list.holds)
  }
}

/** The facts of a list for which a body holds, as a rule of its own. A body that asks for nothing changes nothing. */
export function filtered(
  lowering: Lowering,
  environment: Environment,
  wanted: string,
  subject: Bound,
  list: List,
  body: readonly Expr[],
): List {
  if (body.length === 0) return list
  const identified = environment.identified.has(subject.name)
  const [fact, index] = variablesOf(lowering, subject)
  const name = addRule(lowering, environment, wanted, {
    value: arrayOf(variable(identified ? index : fact), [...iterate(lowering, subject, list), ...body]),
  })
  return { term: ruleRef(name), holds: identified ? 'indices' : 'facts', of: list.of }
}

/** The facts of a list by what `by` is of each: an index, built once as a whole and then looked up. */
export function indexed(
  lowering: Lowering,
  environment: Environment,
  wanted: string,
  subject: Bound,
  list: List,
  by: (fact: Term, index: Term) => Term,
): string {
  const identified = environment.identified.has(subject.name)
  const [fact, index] = variablesOf(lowering, subject)
  const item = identified ? index : fact
  const fromIndex = by(ref(input, list.of, variable(index)), variable(index))
  return addRule(lowering, environment, wanted, {
    value: identified
      ? grouped(indicesOf(lowering, environment, wanted, subject, list), item, fromIndex)
      : grouped(list.term, item, by(variable(fact), variable(index))),
  })
}

function indicesOf(lowering: Lowering, environment: Environment, wanted: string, subject: Bound, list: List): Term {
  if (list.holds === 'indices') return list.term
  const [fact, index] = variablesOf(lowering, subject)
  const name = addRule(lowering, environment, `${wanted}_indices`, {
    value: arrayOf(variable(index), [someIn(fact, list.term, index)]),
  })
  return ruleRef(name)
}

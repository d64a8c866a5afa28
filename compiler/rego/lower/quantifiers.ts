/** Quantified conditions: helpers of the subjects around them, so that no subject is found twice. */
import type { Condition } from '../../check/typed.ts'
import { assert, unreachable } from '../../unreachable.ts'
import { arrayOf, builtin, type Expr, holds, scalar, type Term } from '../tree.ts'
import { callTerm } from './conditions.ts'
import { addRule, argumentsOf, type Environment, type Lowering } from './context.ts'
import { search } from './search.ts'
import { quantifierWords } from './words.ts'

type Quantified = Extract<Condition, { readonly kind: 'quantified' | 'every' }>

/** A term that, where the condition is true, holds or does not. */
export interface Found {
  readonly term: Term
  readonly holds: boolean
}

export function quantifierTerm(lowering: Lowering, environment: Environment, condition: Quantified): Found {
  const { subject, where } = condition
  const helper = (words: string, body: readonly Expr[]): Term => {
    const args = argumentsOf(lowering, environment, [body])
    const name = addRule(lowering, environment, `${environment.prefix}_${words}`, {
      ...(args.length === 0 ? {} : { args }),
      body,
    })
    return callTerm(name, args)
  }
  if (condition.kind === 'every') {
    // Rego's own `every` is not needed: there is no subject that fails.
    const must: Condition = { kind: 'not', operand: condition.must }
    const body = search(lowering, environment, subject, [where, must])
    return { term: helper(`${quantifierWords('some', undefined, subject.name)}_fails`, body), holds: false }
  }
  const body = search(lowering, environment, subject, [where])
  const { quantifier, count } = condition
  switch (quantifier) {
    case 'some':
    case 'no':
      return { term: helper(quantifierWords('some', undefined, subject.name), body), holds: quantifier === 'some' }
    case 'at least':
    case 'at most':
    case 'exactly': {
      assert(count !== undefined, `${quantifier} says how many`)
      const found = builtin('count', arrayOf(scalar(1), body))
      return {
        term: helper(quantifierWords(quantifier, count, subject.name), [
          holds(builtin(bounds[quantifier], found, scalar(count))),
        ]),
        holds: true,
      }
    }
    default:
      return unreachable(quantifier)
  }
}

const bounds = { 'at least': 'gte', 'at most': 'lte', exactly: 'equal' } as const

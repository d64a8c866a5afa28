/**
 * Conditions as bodies. Two-valued: what is missing makes a comparison false, and `not` is the negation of the whole,
 * so whatever is negated becomes a helper of its own that is given whole facts, unless it is one already.
 */
import type { Condition } from '../../check/typed.ts'
import { assert, unreachable } from '../../unreachable.ts'
import { apply, type Expr, holds, not, rule, ruleRef, type Term, variable } from '../tree.ts'
import { comparisonBody, never, partAmong } from './comparisons.ts'
import { argumentsOf, type Environment, type Lowering, shareRule } from './context.ts'
import { quantifierTerm } from './quantifiers.ts'
import { valueTerm } from './values.ts'
import { wordsOf } from './words.ts'

/** The expressions that hold together where the condition holds. None of them has more than one way to hold. */
export function conditionBody(lowering: Lowering, environment: Environment, condition: Condition): readonly Expr[] {
  switch (condition.kind) {
    case 'always':
      return []
    case 'all':
      return condition.operands.flatMap((operand) => conditionBody(lowering, environment, operand))
    case 'any': {
      const [only, ...others] = condition.operands
      if (only === undefined) return [never]
      if (others.length === 0) return conditionBody(lowering, environment, only)
      return [holds(conditionHelper(lowering, environment, condition))]
    }
    case 'not':
      return negated(lowering, environment, condition.operand)
    case 'among': {
      const parted = partAmong(lowering, condition)
      return parted.kind === 'among'
        ? comparisonBody(lowering, environment, parted)
        : conditionBody(lowering, environment, parted)
    }
    case 'apply':
      return [holds(definitionTerm(lowering, condition.definition, condition.subject))]
    case 'quantified':
    case 'every': {
      const found = quantifierTerm(lowering, environment, condition)
      return [found.holds ? holds(found.term) : not(found.term)]
    }
    case 'holds':
    case 'present':
    case 'equal':
    case 'order':
    case 'affix':
    case 'match':
    case 'same':
      return comparisonBody(lowering, environment, condition)
    default:
      return unreachable(condition)
  }
}

function negated(lowering: Lowering, environment: Environment, operand: Condition): readonly Expr[] {
  switch (operand.kind) {
    case 'always':
      return [never]
    case 'not':
      return conditionBody(lowering, environment, operand.operand)
    case 'holds': {
      const { value } = operand
      // A reference within a reference would be followed before the negation.
      const isFlat = value.kind === 'parameter' || (value.kind === 'field' && value.steps.length === 1)
      return [not(isFlat ? valueTerm(lowering, value) : conditionHelper(lowering, environment, operand))]
    }
    case 'apply':
      return [not(definitionTerm(lowering, operand.definition, operand.subject))]
    case 'quantified':
    case 'every': {
      const found = quantifierTerm(lowering, environment, operand)
      return [found.holds ? not(found.term) : holds(found.term)]
    }
    default:
      return [not(conditionHelper(lowering, environment, operand))]
  }
}

/** A condition as a rule of its own, with a body for each of the ways in which it may hold. */
function conditionHelper(lowering: Lowering, environment: Environment, condition: Condition): Term {
  const alternatives = condition.kind === 'any' ? condition.operands : [condition]
  const bodies = alternatives.map((operand) => conditionBody(lowering, environment, operand))
  const args = argumentsOf(lowering, environment, bodies)
  const wanted = wordsOf(condition, environment.subjects.at(-1)?.name)
  const name = shareRule(lowering, JSON.stringify([wanted, args, bodies]), () => {
    const taken = lowering.names.take(wanted)
    const parts = args.length === 0 ? {} : { args }
    lowering.rules.conditions.push(
      ...bodies.map((body, index) =>
        rule(taken, { ...parts, body, comments: index === 0 ? [environment.source] : [] }),
      ),
    )
    return taken
  })
  return callTerm(name, args)
}

/** A rule of the module, given the variables that it takes. */
export const callTerm = (name: string, args: readonly string[]): Term =>
  args.length === 0 ? ruleRef(name) : apply(name, ...args.map(variable))

function definitionTerm(lowering: Lowering, definition: string, subject: string): Term {
  const known = lowering.definitions.get(definition)
  assert(known !== undefined, `the definition ${definition} stands before its use`)
  const { names } = lowering
  const variables = { fact: names.variable(subject), index: names.index(subject) }
  return callTerm(
    known.rule,
    known.takes.map((what) => variables[what]),
  )
}

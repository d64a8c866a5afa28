/** Comparisons as expressions. A missing field makes each of them false; so does a value of another type. */
import type { Condition, Value } from '../../check/typed.ts'
import { assert, unreachable } from '../../unreachable.ts'
import { apply, builtin, type Expr, holds, ruleRef, scalar, set, type Term } from '../tree.ts'
import type { Environment, Lowering } from './context.ts'
import { patternTerm } from './patterns.ts'
import { identityTerm, isListParameter, isText, parameterOf, valueTerm } from './values.ts'

export type Comparison = Extract<
  Condition,
  { readonly kind: 'holds' | 'present' | 'equal' | 'order' | 'among' | 'affix' | 'match' | 'same' }
>

export function comparisonBody(lowering: Lowering, environment: Environment, condition: Comparison): readonly Expr[] {
  const term = (value: Value) => valueTerm(lowering, value)
  const textGuards = (...values: readonly Value[]) =>
    values.filter((value) => !isText(environment, value)).map((value) => holds(builtin('is_string', term(value))))
  switch (condition.kind) {
    case 'holds':
      return [holds(term(condition.value))]
    case 'present':
      return [holds(apply(lowering.prelude.present, term(condition.value)))]
    case 'equal':
      return [holds(builtin('equal', term(condition.left), term(condition.right)))]
    case 'order': {
      // Rego orders values of all types: "x" > 5.
      const { left, right, operator } = condition
      const guards = [left, right].filter(isField).map((value) => holds(builtin('is_number', term(value))))
      return [...guards, holds(builtin(orders[operator], term(left), term(right)))]
    }
    case 'among':
      return [holds(builtin(member, term(condition.value), listTerm(lowering, condition.list)))]
    case 'affix': {
      const { left, right, operator } = condition
      return [...textGuards(left, right), holds(builtin(affixes[operator], term(left), term(right)))]
    }
    case 'match': {
      const { value, pattern } = condition
      return [...textGuards(value), holds(builtin('regex.match', patternTerm(pattern), term(value)))]
    }
    case 'same':
      return [holds(builtin('equal', identityTerm(lowering, condition.left), identityTerm(lowering, condition.right)))]
    default:
      return unreachable(condition)
  }
}

const member = 'internal.member_2'
const orders = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const
const affixes = { contains: 'contains', 'starts with': 'startswith', 'ends with': 'endswith' } as const

const isField = (value: Value): boolean => value.kind === 'field' || value.kind === 'element'

type Among = Extract<Condition, { readonly kind: 'among' }>

function listTerm(lowering: Lowering, list: Among['list']): Term {
  if ('parameter' in list) return ruleRef(parameterOf(lowering, list.parameter).rule)
  return set(list.map((value) => valueTerm(lowering, value)))
}

/**
 * `among`, parted so that each list is a parameter or a set of constants: a list parameter in a list stands for its
 * values, and a field that is missing must not take the whole set with it.
 */
export function partAmong(lowering: Lowering, { value, list }: Among): Condition {
  if ('parameter' in list) return { kind: 'among', value, list }
  const values = distinct(list)
  const parameters = values.filter((each) => isListParameter(lowering, each))
  const fields = values.filter(isField)
  const constants = values.filter((each) => !parameters.includes(each) && !fields.includes(each))
  const operands: readonly Condition[] = [
    ...(constants.length === 0 ? [] : [isAmong(value, constants)]),
    ...parameters.map((each) => ({ kind: 'among', value, list: { parameter: nameOf(each) } }) as const),
    ...fields.map((right) => ({ kind: 'equal', left: value, right }) as const),
  ]
  const [only] = operands
  return only !== undefined && operands.length === 1 ? only : { kind: 'any', operands }
}

/** A set says each of its values once. */
const distinct = (list: readonly Value[]): readonly Value[] => [
  ...new Map(list.map((value) => [JSON.stringify(value), value])).values(),
]

const isAmong = (value: Value, [only, ...others]: readonly Value[]): Condition =>
  only !== undefined && others.length === 0
    ? { kind: 'equal', left: value, right: only }
    : { kind: 'among', value, list: only === undefined ? [] : [only, ...others] }

function nameOf(value: Value): string {
  assert(value.kind === 'parameter', 'a list within a list is a parameter')
  return value.name
}

export const never: Expr = holds(scalar(false))

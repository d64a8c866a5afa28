/** Whether a condition holds. Two-valued: a comparison with what is missing is false, and `not` negates the whole. */
import type { Condition, Value } from '../../compiler/index.ts'
import { assert, unreachable } from '../../compiler/index.ts'
import { matches } from '../patterns.ts'
import { bind, type Environment, identityIn, instanceOf, valueIn } from './instances.ts'
import { matching } from './subjects.ts'
import type { World } from './world.ts'

export function holds(world: World, environment: Environment, condition: Condition): boolean {
  const value = (of: Value) => valueIn(world, environment, of)
  switch (condition.kind) {
    case 'always':
      return true
    case 'all':
      return condition.operands.every((operand) => holds(world, environment, operand))
    case 'any':
      return condition.operands.some((operand) => holds(world, environment, operand))
    case 'not':
      return !holds(world, environment, condition.operand)
    case 'holds':
      return value(condition.value) === true
    case 'present':
      return value(condition.value) !== undefined
    case 'equal':
      return areEqual(value(condition.left), value(condition.right))
    case 'order':
      return isOrdered(value(condition.left), condition.operator, value(condition.right))
    case 'among':
      return valuesOf(world, environment, condition.list).some((each) => areEqual(value(condition.value), each))
    case 'affix':
      return hasAffix(value(condition.left), condition.operator, value(condition.right))
    case 'match': {
      const text = value(condition.value)
      return typeof text === 'string' && matches(condition.pattern, text)
    }
    case 'same': {
      const left = identityIn(world, environment, condition.left)
      return left !== undefined && left === identityIn(world, environment, condition.right)
    }
    case 'apply': {
      const definition = world.definitions.get(condition.definition)
      assert(definition !== undefined, `the checklist defines ${condition.definition}`)
      const said = bind(undefined, definition.subject.name, instanceOf(environment, condition.subject))
      return holds(world, said, definition.condition)
    }
    case 'quantified':
      return isMet(condition, matching(world, environment, condition.subject, condition.where).length)
    case 'every': {
      const { subject, where, must } = condition
      const found = matching(world, environment, subject, where)
      return found.every((instance) => holds(world, bind(environment, subject.name, instance), must))
    }
    default:
      return unreachable(condition)
  }
}

function areEqual(left: unknown, right: unknown): boolean {
  return left !== undefined && left === right
}

type Order = Extract<Condition, { kind: 'order' }>['operator']

function isOrdered(left: unknown, operator: Order, right: unknown): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return false
  switch (operator) {
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    default:
      return unreachable(operator)
  }
}

type Affix = Extract<Condition, { kind: 'affix' }>['operator']

function hasAffix(text: unknown, operator: Affix, part: unknown): boolean {
  if (typeof text !== 'string' || typeof part !== 'string') return false
  switch (operator) {
    case 'contains':
      return text.includes(part)
    case 'starts with':
      return text.startsWith(part)
    case 'ends with':
      return text.endsWith(part)
    default:
      return unreachable(operator)
  }
}

/** The values of a list. A parameter in it that is a list itself stands for its values. */
export function valuesOf(
  world: World,
  environment: Environment,
  list: readonly Value[] | { readonly parameter: string },
): readonly unknown[] {
  if ('parameter' in list) return [world.parameters.get(list.parameter)].flat()
  return list.flatMap((value) => valueIn(world, environment, value))
}

function isMet({ quantifier, count = 0 }: Extract<Condition, { kind: 'quantified' }>, found: number): boolean {
  switch (quantifier) {
    case 'some':
      return found > 0
    case 'no':
      return found === 0
    case 'at least':
      return found >= count
    case 'at most':
      return found <= count
    case 'exactly':
      return found === count
    default:
      return unreachable(quantifier)
  }
}

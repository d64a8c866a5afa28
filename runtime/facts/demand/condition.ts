/** Whether a fact meets a condition on itself, as the compiled checklist would judge it. */
import { type OwnCondition, type Scalar, unreachable } from '../../../compiler/index.ts'
import { matches } from '../../patterns.ts'

export type Fields = Readonly<Record<string, unknown>>

export function meets(fact: Fields, condition: OwnCondition): boolean {
  switch (condition.kind) {
    case 'always':
      return true
    case 'all':
      return condition.operands.every((operand) => meets(fact, operand))
    case 'any':
      return condition.operands.some((operand) => meets(fact, operand))
    case 'not':
      return !meets(fact, condition.operand)
    case 'holds':
      return fact[condition.field] === true
    case 'present':
      return fact[condition.field] !== undefined
    case 'among':
      return condition.values.includes(fact[condition.field] as Scalar)
    case 'order':
      return isOrdered(fact[condition.field], condition.operator, condition.value)
    case 'affix':
      return hasAffix(fact[condition.field], condition.operator, condition.value)
    case 'match': {
      const value = fact[condition.field]
      return typeof value === 'string' && matches(condition.pattern, value)
    }
    case 'some': {
      const records = fact[condition.field] as readonly Fields[]
      return records.some((record) => meets(record, condition.operand))
    }
    default:
      return unreachable(condition)
  }
}

function isOrdered(left: unknown, operator: '<' | '<=' | '>' | '>=', right: number): boolean {
  if (typeof left !== 'number') return false
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

function hasAffix(text: unknown, operator: 'contains' | 'starts with' | 'ends with', affix: string): boolean {
  if (typeof text !== 'string') return false
  switch (operator) {
    case 'contains':
      return text.includes(affix)
    case 'starts with':
      return text.startsWith(affix)
    case 'ends with':
      return text.endsWith(affix)
    default:
      return unreachable(operator)
  }
}

/** Fields that are there wherever a condition holds: a comparison with one that is missing is false. */
import type { Condition, Value } from '../typed.ts'

/** A value by what it is, however often it is written. */
export const keyOf = (value: Value): string => JSON.stringify(value)

const known = new WeakMap<Condition, ReadonlySet<string>>()

/** By their keys. Each part of a condition is looked at once, however deep it lies. */
export function requiredBy(condition: Condition): ReadonlySet<string> {
  const before = known.get(condition)
  if (before !== undefined) return before
  const keys = keysOf(condition)
  known.set(condition, keys)
  return keys
}

const none: ReadonlySet<string> = new Set()

function keysOf(condition: Condition): ReadonlySet<string> {
  switch (condition.kind) {
    case 'all':
      return new Set(condition.operands.flatMap((operand) => [...requiredBy(operand)]))
    case 'any': {
      const [first = none, ...others] = condition.operands.map(requiredBy)
      return new Set([...first].filter((key) => others.every((other) => other.has(key))))
    }
    case 'present':
    case 'holds':
    case 'match':
    case 'among':
      return optional(condition.value)
    case 'equal':
    case 'order':
    case 'affix':
      return optional(condition.left, condition.right)
    case 'quantified':
      return condition.quantifier === 'some' ? requiredBy(condition.where) : none
    default:
      return none
  }
}

const optional = (...values: readonly Value[]): ReadonlySet<string> =>
  new Set(values.flatMap((value) => (value.kind === 'field' && value.optional ? [keyOf(value)] : [])))

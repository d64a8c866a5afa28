/**
 * Which parts of a `where` an extractor may apply in advance: those that look at the fact's own always-present scalars
 * and compare them with constants and parameters. They narrow the subject; what is left is asked of each that remains.
 */
import { fieldOf } from '../context.ts'
import type { Bound, Condition, Subject, Value } from '../typed.ts'
import { isFixed } from '../values/value-types.ts'
import type { Definitions } from './polarity.ts'

export interface Narrowed {
  readonly narrowed: Condition
  readonly where: Condition
}

export function narrow(subject: Subject, where: Condition, definitions: Definitions): Narrowed {
  const parts = where.kind === 'all' ? where.operands : [where]
  const early = parts.filter((part) => mayComeFirst(part, subject, definitions))
  const late = parts.filter((part) => !early.includes(part))
  return { narrowed: all([subject.narrowed, ...early]), where: all(late) }
}

/** All of some conditions, written as simply as can be. */
export function all(conditions: readonly Condition[]): Condition {
  const operands = conditions.flatMap((condition): readonly Condition[] => {
    if (condition.kind === 'always') return []
    return condition.kind === 'all' ? condition.operands : [condition]
  })
  const [only, ...others] = operands
  if (only === undefined) return { kind: 'always' }
  return others.length === 0 ? only : { kind: 'all', operands }
}

function mayComeFirst(condition: Condition, subject: Bound, definitions: Definitions): boolean {
  const own = (value: Value) => isOwnScalar(value, subject)
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.every((operand) => mayComeFirst(operand, subject, definitions))
    case 'not':
      return mayComeFirst(condition.operand, subject, definitions)
    case 'holds':
    case 'match':
      return own(condition.value)
    case 'equal':
    case 'order':
    case 'affix':
      return own(condition.left) && isFixed(condition.right)
    case 'among':
      return own(condition.value) && ('parameter' in condition.list || condition.list.every(isFixed))
    case 'apply': {
      const definition = condition.subject === subject.name ? definitions.get(condition.definition) : undefined
      return definition !== undefined && mayComeFirst(definition.condition, definition.subject, definitions)
    }
    default:
      return false
  }
}

/** A parameter that stands alone is the same for every fact, and may come first as well. */
function isOwnScalar(value: Value, { name, is }: Bound): boolean {
  if (isFixed(value)) return true
  if (value.kind !== 'field' || value.subject !== name || value.optional || is.kind !== 'fact') return false
  const [step, ...further] = value.steps
  if (step === undefined || further.length > 0 || step.to !== undefined) return false
  return fieldOf(is, step.field)?.type.kind !== 'list'
}

/** Which records of a fact a condition looks into: of the arguments of a call, of the origins of each argument. */
import type { Condition, Subject } from '../check/typed.ts'
import type { AskedRecords } from './extraction.ts'
import { type Names, ownRecords, weakened } from './own-condition.ts'

/** Of the lists that `subject` has itself, each that `condition` looks into, as often as it does. */
export function askedRecords(condition: Condition, subject: string, names: Names): readonly AskedRecords[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.flatMap((operand) => askedRecords(operand, subject, names))
    case 'not':
      return askedRecords(condition.operand, subject, names)
    case 'apply': {
      const definition = condition.subject === subject ? names.definitions.get(condition.definition) : undefined
      return definition === undefined ? [] : askedRecords(definition.condition, definition.subject.name, names)
    }
    case 'quantified':
      return askedOf(condition.subject, [condition.where], [], subject, names)
    case 'every':
      return askedOf(condition.subject, [condition.where], [condition.must], subject, names)
    default:
      return []
  }
}

/**
 * `asked` chooses the records that are spoken of, `said` is said of them: a record that `asked` does not choose makes no
 * sentence true or false, whichever its quantifier.
 */
function askedOf(
  of: Subject,
  asked: readonly Condition[],
  said: readonly Condition[],
  subject: string,
  names: Names,
): readonly AskedRecords[] {
  const chosen: Condition = { kind: 'all', operands: [of.narrowed, ...asked] }
  const whole: Condition = { kind: 'all', operands: [chosen, ...said] }
  // What is asked of the records may look into the subject's lists once more.
  const further = askedRecords(whole, subject, names)
  const field = ownRecords(of, subject)
  if (field === undefined) return further
  const { name } = of
  return [{ field, condition: weakened(chosen, name, names), records: askedRecords(whole, name, names) }, ...further]
}

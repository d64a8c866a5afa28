/**
 * Whether a fact may come to meet a condition when more is known of it. An extractor that asks this first makes only what
 * somebody may want; what it is not sure of is decided when the document is put together.
 *
 *     origins   [literal, result of load()]      some origin with form "environment"      perhaps: load() is not read yet
 *     origins   [literal, parameter]             some origin with form "environment"      no
 */
import { type KindName, type OwnCondition, unreachable } from '../../../compiler/index.ts'
import { type Fields, meets } from './condition.ts'
import type { Wanted } from './demand.ts'
import { inScope, type Scoped } from './scope.ts'

/** Whether a record of a fact is one of which other files decide. */
export type IsOpen = (record: Fields) => boolean

/** Whether somebody may want a fact; one that is sure not to be wanted need not be given. */
export type MayWant = (kind: KindName, isOpen: IsOpen) => (fact: Fields) => boolean

/** What may be wanted of the facts of a file. */
export function possibleIn(file: Scoped, wanted: Wanted): MayWant {
  return (kind, isOpen) => {
    const conditions = (wanted.get(kind) ?? [])
      .filter(({ scope }) => inScope(file, scope))
      .map(({ condition }) => condition)
    if (conditions.some((condition) => condition.kind === 'always')) return () => true
    return (fact) => conditions.some((condition) => answerOf(fact, condition, isOpen) !== 'no')
  }
}

type Answer = 'yes' | 'no' | 'perhaps'

const sure = (holds: boolean): Answer => (holds ? 'yes' : 'no')

/** Fields are read in the order of the condition, and no further than is needed: they may be costly to find out. */
function answerOf(fact: Fields, condition: OwnCondition, isOpen: IsOpen): Answer {
  switch (condition.kind) {
    case 'all':
      return worst(condition.operands, (operand) => answerOf(fact, operand, isOpen))
    case 'any':
      return opposite(worst(condition.operands, (operand) => opposite(answerOf(fact, operand, isOpen))))
    case 'not':
      return opposite(answerOf(fact, condition.operand, isOpen))
    case 'some': {
      const records = fact[condition.field] as readonly Fields[]
      return opposite(
        worst(records, (record) => {
          const answer = answerOf(record, condition.operand, isOpen)
          return isOpen(record) ? 'perhaps' : opposite(answer)
        }),
      )
    }
    case 'always':
    case 'holds':
    case 'present':
    case 'among':
    case 'order':
    case 'affix':
    case 'match':
      return sure(meets(fact, condition))
    default:
      return unreachable(condition)
  }
}

const opposite = (answer: Answer): Answer => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'perhaps')

/** "no" if one of them is, else "perhaps" if one of them is. */
function worst<T>(each: readonly T[], answer: (one: T) => Answer): Answer {
  let found: Answer = 'yes'
  for (const one of each) {
    const said = answer(one)
    if (said === 'no') return 'no'
    if (said === 'perhaps') found = 'perhaps'
  }
  return found
}

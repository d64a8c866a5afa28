/**
 * Whether a fact may come to meet a condition when more is known of it. An extractor that asks this first makes only what
 * somebody may want; what it is not sure of is decided when the document is put together.
 *
 *     origins   [literal, result of load()]      some origin with form "environment"      perhaps: load() is not read yet
 *     origins   [literal, parameter]             some origin with form "environment"      no: it stays one, or is the command line
 */
import { type KindName, type OwnCondition, unreachable } from '../../../compiler/index.ts'
import { type Fields, meets } from './condition.ts'
import type { Wanted } from './demand.ts'
import { inScope, type Scoped } from './scope.ts'

/** What a record may turn out to be. */
export interface Prospect {
  readonly fields: Fields
  /** The fields that will say what they say, or not be there; all the others may say anything. */
  readonly known: ReadonlySet<string>
}

/** All that a record may turn out to be; undefined where it stays what it is. */
export type Prospects = (record: Fields) => readonly Prospect[] | undefined

/** Whether somebody may want a fact; one that is sure not to be wanted need not be given. */
export type MayWant = (kind: KindName, prospects: Prospects) => (fact: Fields) => boolean

/** What may be wanted of the facts of a file. */
export function possibleIn(file: Scoped, wanted: Wanted): MayWant {
  return (kind, prospects) => {
    const conditions = (wanted.get(kind) ?? [])
      .filter(({ scope }) => inScope(file, scope))
      .map(({ condition }) => condition)
    if (conditions.some((condition) => condition.kind === 'always')) return () => true
    return (fact) => conditions.some((condition) => answerOf(fact, condition, prospects) !== 'no')
  }
}

/** Whether a fact may meet a condition of which only these fields are known, and no records. */
export const mayMeet = (known: Fields, condition: OwnCondition): boolean =>
  answerOf(known, condition, () => undefined, new Set(Object.keys(known))) !== 'no'

type Answer = 'yes' | 'no' | 'perhaps'

const sure = (holds: boolean): Answer => (holds ? 'yes' : 'no')

/**
 * Fields are read in the order of the condition, and no further than is needed: they may be costly to find out. Without
 * `known`, all fields are.
 */
function answerOf(fact: Fields, condition: OwnCondition, prospects: Prospects, known?: ReadonlySet<string>): Answer {
  switch (condition.kind) {
    case 'always':
      return 'yes'
    case 'all':
      return worst(condition.operands, (operand) => answerOf(fact, operand, prospects, known))
    case 'any':
      return opposite(worst(condition.operands, (operand) => opposite(answerOf(fact, operand, prospects, known))))
    case 'not':
      return opposite(answerOf(fact, condition.operand, prospects, known))
    case 'some': {
      const records = fact[condition.field] as readonly Fields[]
      return opposite(worst(records, (record) => opposite(ofRecord(record, condition.operand, prospects))))
    }
    case 'holds':
    case 'present':
    case 'among':
    case 'order':
    case 'affix':
    case 'match':
      return known === undefined || known.has(condition.field) ? sure(meets(fact, condition)) : 'perhaps'
    default:
      return unreachable(condition)
  }
}

/** One that may turn out to be another may also turn out to be none. */
function ofRecord(record: Fields, condition: OwnCondition, prospects: Prospects): Answer {
  const those = prospects(record)
  if (those === undefined) return answerOf(record, condition, prospects)
  const isPossible = those.some(({ fields, known }) => answerOf(fields, condition, prospects, known) !== 'no')
  return isPossible ? 'perhaps' : 'no'
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

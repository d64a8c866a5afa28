/** What of a fact comes into the document: see `docs/decisions/facts-are-left-out-by-value.md`. */
import { type AskedRecords, recordLists, recordShapes, type Shape } from '../../../compiler/index.ts'
import { type Fields, meets } from '../demand/condition.ts'

/** A fact that is there to be counted: its records, and the way that a value took to it, are left out. */
export function outlineOf<F extends Fields>(shape: Shape, fact: F): F {
  return { ...fact, ...Object.fromEntries(recordLists(shape).map(({ field }) => [field, []])) }
}

/** A fact, or a record, with those of its records that are asked for, and with the way that a value took to it. */
export function withAsked<F extends Fields>(shape: Shape, fact: F, asked: readonly AskedRecords[]): F {
  const lists = recordLists(shape).filter(({ record }) => record !== 'step')
  const kept = lists.map(({ field, record }) => {
    const ofField = asked.filter((each) => each.field === field)
    const records = fact[field] as readonly Fields[]
    return [field, ofField.length === 0 ? [] : records.flatMap((each) => recordWithAsked(record, each, ofField))]
  })
  return { ...fact, ...Object.fromEntries(kept) }
}

function recordWithAsked(name: string, record: Fields, asked: readonly AskedRecords[]): readonly Fields[] {
  const those = asked.filter(({ condition }) => meets(record, condition))
  if (those.length === 0) return []
  const shape: Shape = recordShapes[name as keyof typeof recordShapes]
  return [
    withAsked(
      shape,
      record,
      those.flatMap(({ records }) => records),
    ),
  ]
}

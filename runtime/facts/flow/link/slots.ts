/** The lists of origins in a fact, found through the schema: its own, and those of its records. */

import type { Shape } from '../../../../compiler/index.ts'
import { type KindName, kinds } from '../../../../compiler/index.ts'
import { recordShape } from '../../document/references.ts'
import type { Term } from '../term.ts'

export interface Slots {
  /** Fields that hold origins. */
  readonly own: readonly string[]
  /** Fields that hold records with origins. */
  readonly nested: readonly string[]
}

export type AnyFact = Readonly<Record<string, unknown>>

export const slotsOf = (kind: KindName): Slots => slots.get(kind) ?? { own: [], nested: [] }

const slots: ReadonlyMap<KindName, Slots> = new Map(
  (Object.keys(kinds) as KindName[]).flatMap((kind) => {
    const shape: Shape = kinds[kind]
    const own = listsOf(shape, (record) => record === 'origin')
    const nested = listsOf(shape, (record) => record !== 'origin' && originsOfRecord(record).length > 0)
    return own.length + nested.length === 0 ? [] : [[kind, { own, nested }] as const]
  }),
)

/** The kinds of which facts have origins. */
export const kindsWithOrigins: readonly KindName[] = [...slots.keys()]

function listsOf({ fields }: Shape, isMeant: (record: string) => boolean): readonly string[] {
  return Object.entries(fields).flatMap(([name, { type }]) =>
    type.kind === 'list' && type.of.kind === 'record' && isMeant(type.of.record) ? [name] : [],
  )
}

function originsOfRecord(record: string): readonly string[] {
  return listsOf(recordShape(record), (name) => name === 'origin')
}

export const termsIn = (fact: AnyFact, field: string): readonly Term[] => fact[field] as readonly Term[]

/** Records hold their origins in the field `origins`. */
export const recordsIn = (fact: AnyFact, field: string): readonly AnyFact[] => fact[field] as readonly AnyFact[]

/** The fact with all its lists of origins changed. */
export function withOrigins(
  kind: KindName,
  fact: AnyFact,
  change: (terms: readonly Term[]) => readonly Term[],
): AnyFact {
  const { own, nested } = slotsOf(kind)
  const changed = own.map((field) => [field, change(termsIn(fact, field))] as const)
  const records = nested.map((field) => {
    const list = recordsIn(fact, field)
    return [field, list.map((record) => ({ ...record, origins: change(termsIn(record, 'origins')) }))] as const
  })
  return { ...fact, ...Object.fromEntries([...changed, ...records]) }
}

/** The references of facts, found through the schema. */
import { type FieldType, type KindName, kinds, recordShapes, type Shape } from '../../../compiler/index.ts'

type Fields = Readonly<Record<string, unknown>>

/** Calls `visit` with every fact that a fact refers to, through its records, too. */
export function eachReference(shape: Shape, fact: Fields, visit: (to: KindName, index: number) => void): void {
  for (const [name, { type }] of Object.entries(shape.fields)) {
    const value = fact[name]
    if (value === undefined) continue
    if (type.kind === 'reference') visit(type.to as KindName, value as number)
    else if (type.kind === 'list' && type.of.kind !== 'text') {
      for (const element of value as readonly unknown[]) {
        if (type.of.kind === 'reference') visit(type.of.to as KindName, element as number)
        else eachReference(recordShape(type.of.record), element as Fields, visit)
      }
    }
  }
}

/** These kinds and all that their facts refer to, which has to be in the document, too. */
export function withReferred(asked: ReadonlySet<KindName>): ReadonlySet<KindName> {
  const found = new Set(asked)
  // A set is walked with what is added on the way.
  for (const kind of found) for (const to of referredBy[kind]) found.add(to)
  return found
}

function referredKinds(shape: Shape): readonly KindName[] {
  return Object.values(shape.fields).flatMap(({ type }) => referredIn(type))
}

function referredIn(type: FieldType): readonly KindName[] {
  if (type.kind === 'reference') return [type.to as KindName]
  if (type.kind !== 'list' || type.of.kind === 'text') return []
  return type.of.kind === 'reference' ? [type.of.to as KindName] : referredKinds(recordShape(type.of.record))
}

export const recordShape = (record: string): Shape => recordShapes[record as keyof typeof recordShapes]

/** By kind, those that its facts refer to: the schema stays the same, and every file asks. */
const referredBy = Object.fromEntries(
  Object.entries(kinds).map(([kind, shape]) => [kind, referredKinds(shape)]),
) as Readonly<Record<KindName, readonly KindName[]>>

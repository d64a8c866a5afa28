/**
 * The facts schema: every kind of fact and every record, with their fields. One source for the extractors, the type
 * checker, the JSON Schema and the documentation. Names are singular and are the words of the language.
 */
import { codeKinds } from './kinds/code.ts'
import { configurationKinds } from './kinds/configuration.ts'
import { documentKinds } from './kinds/documents.ts'
import { effectKinds } from './kinds/effects.ts'
import { fileKinds } from './kinds/files.ts'
import { recordShapes } from './kinds/records.ts'
import { scriptKinds } from './kinds/scripts.ts'
import type { FactFields, Place, Shape } from './types.ts'

export { recordShapes }

/** The version of the facts document, in its `schema` field; a module refuses any other. */
export const schemaVersion = 1

/** In this order they stand in the document. */
export const kinds = {
  ...fileKinds,
  ...codeKinds,
  ...effectKinds,
  ...scriptKinds,
  ...documentKinds,
  ...configurationKinds,
} as const

export type KindName = keyof typeof kinds
export type RecordName = keyof typeof recordShapes

/** A fact as it stands in the document, `file` being an index into the list of files. */
export type Fact<K extends KindName> = { readonly at: Place } & ((typeof kinds)[K] extends { readonly inFile: true }
  ? { readonly file: number }
  : unknown) &
  FactFields<(typeof kinds)[K]['fields']>

export type RecordFact<R extends RecordName> = { readonly at: Place } & FactFields<(typeof recordShapes)[R]['fields']>

/** Whether facts of the kind stand at the callers of functions that hand values on, too; see `liftedFields`. */
export const isLifted = (kind: KindName): boolean => (kinds[kind] as Shape).lifted !== undefined

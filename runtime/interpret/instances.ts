/** What a sentence speaks of: the facts, records and texts that its subjects stand for, and the values that they have. */
import type { FactsDocument, Identity, KindName, Place, Scalar, Step, Value } from '../../compiler/index.ts'
import { unreachable } from '../../compiler/index.ts'

/** The fields of a fact or a record, as they stand in the document. */
export type Fields = Readonly<Record<string, unknown>>

/** One thing that a subject stands for. A fact is what it is by its kind and its index in the document. */
export type Instance =
  | { readonly kind: 'fact'; readonly of: KindName; readonly index: number; readonly fields: Fields }
  | { readonly kind: 'record'; readonly fields: Fields }
  | { readonly kind: 'text'; readonly text: string }

/** The subjects of a sentence with what they stand for just now, the innermost first. */
export type Environment =
  | { readonly name: string; readonly instance: Instance; readonly around: Environment }
  | undefined

export const bind = (around: Environment, name: string, instance: Instance): Environment => ({ name, instance, around })

export function instanceOf(environment: Environment, name: string): Instance {
  for (let here = environment; here !== undefined; here = here.around) if (here.name === name) return here.instance
  throw new Error(`Nothing stands for the subject ${name}. This is a bug in Proviso.`)
}

/** Where it stands; a text is at no place of its own. */
export const placeOf = (instance: Instance): Place | undefined =>
  instance.kind === 'text' ? undefined : (instance.fields.at as Place | undefined)

/** The list of a kind; empty where the document has none. */
export function listOf(document: FactsDocument, of: KindName): readonly Fields[] {
  const list: unknown = document[of]
  return Array.isArray(list) ? list : []
}

export function factAt(document: FactsDocument, of: KindName, index: unknown): Instance | undefined {
  const fields = typeof index === 'number' ? listOf(document, of)[index] : undefined
  return fields === undefined ? undefined : { kind: 'fact', of, index: index as number, fields }
}

/** Follows fields, all but the last being references. Undefined where something on the way is missing. */
export function follow(document: FactsDocument, from: Instance, steps: readonly Step[]): unknown {
  if (from.kind === 'text') return undefined
  let fields: Fields | undefined = from.fields
  let value: unknown
  for (const [index, { field }] of steps.entries()) {
    const before = steps[index - 1]?.to
    if (before !== undefined) fields = listOf(document, before)[value as number]
    value = fields?.[field]
    if (value === undefined) return undefined
  }
  return value
}

/** Where values come from. */
export interface Source {
  readonly document: FactsDocument
  readonly parameters: ReadonlyMap<string, Scalar | readonly Scalar[]>
}

/** Undefined where a field is missing. */
export function valueIn({ document, parameters }: Source, environment: Environment, value: Value): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value
    case 'parameter':
      return parameters.get(value.name)
    case 'field':
      return follow(document, instanceOf(environment, value.subject), value.steps)
    case 'element': {
      const instance = instanceOf(environment, value.subject)
      return instance.kind === 'text' ? instance.text : undefined
    }
    default:
      return unreachable(value)
  }
}

/** Which fact of its kind is meant: its index. Undefined where the field that would refer to one is missing. */
export function identityIn({ document }: Source, environment: Environment, identity: Identity): number | undefined {
  const instance = instanceOf(environment, identity.subject)
  if (identity.kind === 'subject') return instance.kind === 'fact' ? instance.index : undefined
  const index = follow(document, instance, identity.steps)
  return typeof index === 'number' ? index : undefined
}

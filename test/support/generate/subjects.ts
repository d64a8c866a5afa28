/** Subjects of generated sentences, and what can be said of one: its fields, its lists, the facts that it refers to. */
import { fieldNames, fieldOf } from '../../../compiler/check/context.ts'
import type { SubjectType } from '../../../compiler/check/typed.ts'
import { type Field, type KindName, kinds, languages, type RecordName, roleScopes } from '../../../compiler/index.ts'
import type { Random } from './random.ts'
import { scopeGlobs } from './vocabulary.ts'

/** A subject by the name that conditions call it. */
export interface Named {
  readonly name: string
  readonly is: SubjectType
}

/** A way to a value of a subject, as a checklist writes it after the subject's name. */
export interface Path {
  readonly written: string
  readonly field: Field
}

/** All single values of a subject, those of the facts that it refers to included. */
export function pathsOf(is: SubjectType, depth = 2): readonly Path[] {
  return fieldNames(is).flatMap((name): readonly Path[] => {
    const field = fieldOf(is, name) as Field
    if (field.type.kind === 'list') return []
    if (field.type.kind !== 'reference') return [{ written: name, field }]
    const further = depth === 0 ? [] : pathsOf({ kind: 'fact', of: field.type.to as KindName }, depth - 1)
    return [{ written: name, field }, ...further.map((path) => ({ ...path, written: `${name}.${path.written}` }))]
  })
}

export const isReference = ({ field }: Path): boolean => field.type.kind === 'reference'

export const refersTo = ({ field }: Path, of: string): boolean =>
  field.type.kind === 'reference' && field.type.to === of

/** The lists of a subject, by what one of their elements is called. */
export function listsOf(is: SubjectType): readonly { readonly singular: string; readonly is: SubjectType }[] {
  return fieldNames(is).flatMap((name) => {
    const type = fieldOf(is, name)?.type
    if (type?.kind !== 'list') return []
    const { of } = type
    const element: SubjectType =
      of.kind === 'text'
        ? of
        : of.kind === 'record'
          ? { kind: 'record', of: of.record as RecordName }
          : { kind: 'fact', of: of.to as KindName }
    return [{ singular: type.singular, is: element }]
  })
}

/** What may stand after a kind that lies in files. Mostly nothing. */
export function scopeFor(random: Random, of: KindName): string {
  if ((of !== 'file' && !kinds[of].inFile) || random.chance(0.55)) return ''
  const words = [
    ...random.some([...Object.keys(roleScopes), 'vendored'], 0.2),
    ...random.some(languages.slice(0, 5), 0.12),
    ...random.some(
      scopeGlobs.map((glob) => JSON.stringify(glob)),
      0.15,
    ),
  ]
  const scope = words.length === 0 ? '' : ` in ${words.join(', ')}`
  return scope + (random.chance(0.35) ? ' anywhere' : '')
}

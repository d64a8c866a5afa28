/**
 * How the facts schema is written: kinds and records are data, and the TypeScript type of a fact, the type checker's
 * view of a field, the JSON Schema and the documentation all come from it.
 */

/** What `like` means for a text: segments of a path, parts of a dotted name, or plain characters. */
export type GlobSense = 'path' | 'dotted' | 'text'

export type FieldType =
  | { readonly kind: 'text'; readonly like: GlobSense }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  /** A literal of the scanned code: text, number, boolean or null. */
  | { readonly kind: 'literal' }
  /** The index of a fact in its kind's list. */
  | { readonly kind: 'reference'; readonly to: string }
  | { readonly kind: 'list'; readonly of: ElementType; readonly singular: string }

export type ElementType =
  | { readonly kind: 'text'; readonly like: GlobSense }
  | { readonly kind: 'record'; readonly record: string }
  | { readonly kind: 'reference'; readonly to: string }

export interface Field {
  readonly type: FieldType
  /** Always there, or possibly missing from a fact. */
  readonly optional: boolean
  /** One sentence for the documentation. */
  readonly about: string
}

export type Fields = { readonly [name: string]: Field }

/** A kind of fact, or a record that stands only inside a list field (`argument`, `origin`). */
export interface Shape {
  readonly about: string
  /** Whether the facts have a `file`: all but `repository`, `file`, `path` and `external`. */
  readonly inFile: boolean
  /**
   * Whether a call that hands a value on to such a fact, through functions of the repository, is a fact of the kind as
   * well. Lifted facts have `through`, and only checks that follow origins see them. It says where a finding stands: at
   * the call, which gives something away that is not for others, or where the thing is done, which has to be safe whatever
   * it is given.
   */
  readonly lifted?: 'at the call' | 'where it is done'
  readonly fields: Fields
}

/** A place: lines and columns from 1, columns in UTF-16 units, the end exclusive, the path relative to the git root. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

type TypeOf<T extends FieldType> = T extends { kind: 'text' }
  ? string
  : T extends { kind: 'choice'; values: readonly (infer V)[] }
    ? V
    : T extends { kind: 'number' | 'reference' }
      ? number
      : T extends { kind: 'boolean' }
        ? boolean
        : T extends { kind: 'literal' }
          ? string | number | boolean | null
          : T extends { kind: 'list'; of: infer E }
            ? readonly ElementOf<E>[]
            : never

type ElementOf<E> = E extends { kind: 'text' }
  ? string
  : E extends { kind: 'reference' }
    ? number
    : // A record: its own type is `RecordFact` of `kinds.ts`; extractors build it through that.
      { readonly at: Place; readonly [field: string]: unknown }

/** The TypeScript type of a fact with these fields, `at` and `file` left out. */
export type FactFields<F extends Fields> = {
  readonly [K in keyof F as F[K]['optional'] extends false ? K : never]: TypeOf<F[K]['type']>
} & {
  readonly [K in keyof F as F[K]['optional'] extends true ? K : never]?: TypeOf<F[K]['type']>
}

export const text = <const S extends GlobSense = 'text'>(about: string, like: S = 'text' as S) =>
  ({ type: { kind: 'text', like }, optional: false, about }) as const

export const choice = <const V extends readonly string[]>(about: string, values: V) =>
  ({ type: { kind: 'choice', values }, optional: false, about }) as const

export const number = (about: string) => ({ type: { kind: 'number' }, optional: false, about }) as const

export const boolean = (about: string) => ({ type: { kind: 'boolean' }, optional: false, about }) as const

export const literal = (about: string) => ({ type: { kind: 'literal' }, optional: false, about }) as const

export const reference = <const K extends string>(about: string, to: K) =>
  ({ type: { kind: 'reference', to }, optional: false, about }) as const

export const texts = (about: string, singular: string, like: GlobSense = 'text') =>
  ({ type: { kind: 'list', of: { kind: 'text', like }, singular }, optional: false, about }) as const

export const records = <const R extends string>(about: string, record: R, singular: string = record) =>
  ({ type: { kind: 'list', of: { kind: 'record', record }, singular }, optional: false, about }) as const

export const references = <const K extends string>(about: string, to: K, singular: string) =>
  ({ type: { kind: 'list', of: { kind: 'reference', to }, singular }, optional: false, about }) as const

export const optional = <const T extends FieldType>(field: { readonly type: T; readonly about: string }) =>
  ({ type: field.type, optional: true, about: field.about }) as const

/** What facts of lifted kinds have besides; those that stand where something is done have no `through`, and an empty `via`. */
export const liftedFields = {
  through: optional(
    text('The function of the repository that does it, where a call hands a value on to it.', 'dotted'),
  ),
  via: records('The places that the value passes after that call, the last one being where it is done.', 'step'),
} as const

/** The fields of a fact or a record that are lists of records, each with what its records are. */
export const recordLists = ({ fields }: Shape): readonly { readonly field: string; readonly record: string }[] =>
  Object.entries(fields).flatMap(([field, { type }]) =>
    type.kind === 'list' && type.of.kind === 'record' ? [{ field, record: type.of.record }] : [],
  )

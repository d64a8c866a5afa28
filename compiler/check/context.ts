/** What checking carries along: the names of a file, the subjects around, and where mistakes go. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Span } from '../diagnostics/span.ts'
import { everything } from '../language/index.ts'
import type { Definition, File, Parameter } from '../language/tree.ts'
import { type KindName, kinds, type RecordName, recordShapes } from '../schema/kinds.ts'
import type { Field, Shape } from '../schema/types.ts'
import type { Bound, Condition, SubjectType, TypedDefinition } from './typed.ts'
import type { Values } from './values/lists.ts'

/** A definition or a parameter, with the file whose names it sees. */
export interface Declared {
  readonly node: Definition | Parameter
  readonly home: FileNames
}

export interface FileNames {
  readonly path: string
  readonly file: File
  readonly names: ReadonlyMap<string, Declared>
  /** Names that would stand for something if nothing else were wrong: they have caused a diagnostic already. */
  readonly lost: ReadonlySet<string>
}

/** Whether a name may have been meant by something that could not be read. */
export const isLost = ({ lost }: FileNames, name: string): boolean => lost.has(name) || lost.has(everything)

/** What the whole checklist shares. */
export interface Checking {
  readonly report: (diagnostic: Diagnostic) => void
  /** Definitions that were checked, by node; undefined where one could not be made sense of. */
  readonly typed: Map<Definition, TypedDefinition | undefined>
  /** Those that make sense, by the name that they have in the typed checklist. */
  readonly named: Map<string, TypedDefinition>
  /** The same for definitions of lists. */
  readonly lists: Map<Definition, Values | undefined>
  /** Those that are being checked now, for cycles. */
  readonly open: Set<Definition>
  /** Names that definitions have in the typed checklist: two files may use one name. */
  readonly taken: Set<string>
  /** Parameters that something uses. */
  readonly parameters: Set<Parameter>
  readonly used: Set<Definition>
  /** Where conditions were written, for what is said of them when their sentence is known. */
  readonly places: Map<Condition, Span>
}

/** A subject as conditions name it, and as the typed tree does. */
export interface Named extends Bound {
  /** The name that is written. */
  readonly written: string
}

/** Where a condition stands. */
export interface Frame {
  readonly checking: Checking
  readonly home: FileNames
  /** The subjects around, the innermost last. */
  readonly subjects: readonly Named[]
  /** Names that were given in this sentence: those of the typed tree, each once, by which they were written. */
  readonly given: Map<string, string>
}

export const innermost = (frame: Frame): Named | undefined => frame.subjects.at(-1)

/** Where a sentence begins, or a definition with what it is about: no other subject is around. */
export function outermostFrame(checking: Checking, home: FileNames, subjects: readonly Named[]): Frame {
  return { checking, home, subjects, given: new Map(subjects.map(({ name, written }) => [name, written])) }
}

export const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name)
export const isRecord = (name: string): name is RecordName => Object.hasOwn(recordShapes, name)

export const shapeOf = (type: SubjectType): Shape | undefined =>
  type.kind === 'fact' ? kinds[type.of] : type.kind === 'record' ? recordShapes[type.of] : undefined

/** The reference to its file that every fact in a file has, beside the fields of its kind. */
const fileField: Field = {
  type: { kind: 'reference', to: 'file' },
  optional: false,
  about: 'The file that it stands in.',
}

export function fieldOf(type: SubjectType, name: string): Field | undefined {
  const shape = shapeOf(type)
  if (shape === undefined) return undefined
  if (name === 'file' && shape.inFile) return fileField
  return Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined
}

export function fieldNames(type: SubjectType): readonly string[] {
  const shape = shapeOf(type)
  return shape === undefined ? [] : [...Object.keys(shape.fields), ...(shape.inFile ? ['file'] : [])]
}

/** The list field whose elements are called `singular`. */
export function listFieldOf(type: SubjectType, singular: string): string | undefined {
  return fieldNames(type).find((name) => {
    const field = fieldOf(type, name)
    return field?.type.kind === 'list' && field.type.singular === singular
  })
}

/** How a subject's type is said in a sentence. */
export const typeName = (type: SubjectType): string => (type.kind === 'text' ? 'text' : type.of)

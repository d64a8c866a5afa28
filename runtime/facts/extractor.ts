/**
 * What an extractor is. The frame lists and classifies the files, reads them within budgets, hands each text to the
 * extractors that ask for it, and puts the facts document together from what they give.
 */
import type { Fact, KindName, languages, roles } from '../../compiler/index.ts'
import type { Budget } from './budget.ts'
import type { MayWant } from './demand/possible.ts'
import type { LineTable } from './line-table.ts'
import type { Parse } from './syntax/parse.ts'
import type { RepositoryTree } from './tree/tree.ts'

export type Language = (typeof languages)[number]
export type Role = (typeof roles)[number]

export interface Extractor {
  /** Its folder: "python". */
  readonly name: string
  /** The kinds that it can give. A kind may come from several extractors. */
  readonly kinds: readonly KindName[]
  /** Whether it wants to read a file: by language, role and name, never by content. */
  reads(file: ListedFile): boolean
  /** Whether it follows values: most of what a run takes, by code that each thread has to warm up for itself. */
  readonly followsValues?: true
  /** Pure: the same input gives the same facts. Text that does not parse is `undecided`, not an exception. */
  extract(input: FileInput): Extraction | Promise<Extraction>
}

/** A file of the scanned folder, classified. */
export interface ListedFile {
  /** From the scanned folder, with `/`: what `file.path` says, and what globs and roles are judged by. */
  readonly path: string
  /** From the git root: what places say. */
  readonly rootPath: string
  /** The last part of the path. */
  readonly name: string
  /** What follows the last dot of the name, in lower case; empty where there is none. */
  readonly extension: string
  readonly language: Language
  readonly role: Role
  readonly vendored: boolean
  readonly generated: boolean
}

export interface FileInput {
  readonly file: ListedFile
  /** The whole text, without a byte order mark. */
  readonly text: string
  /** `lines.placeOf(start, end)` gives the place of a piece of `text`. */
  readonly lines: LineTable
  readonly tree: RepositoryTree
  /** The kinds that are asked for, with those that their facts refer to. Others may be given; they are dropped. */
  readonly wanted: ReadonlySet<KindName>
  /** What looking at the text may take: who asks questions about its expressions takes a step for each. */
  readonly budget: Budget
  /** For all that is to be parsed of the text: in this thread, or in one beside it. */
  readonly parse: Parse
  /** Which facts of these somebody may want, where that is known. Others may be left out, and count in `found`. */
  readonly mayWant?: MayWant
}

export interface Extraction {
  readonly facts: LocalFacts
  /** How many facts of a kind the file has, where those were left out that nobody can want. */
  readonly found?: { readonly [K in KindName]?: number }
  /** What could not be read in this file, for which kinds. */
  readonly undecided: readonly Gap[]
  /** What the linker of this extractor has to know of the file: plain data, of a form that only the two know. */
  readonly summary?: unknown
}

/** Facts of one file by kind, in any order. */
export type LocalFacts = { readonly [K in KindName]?: readonly LocalFact<K>[] }

/**
 * A fact as an extractor gives it. A field that refers to a fact holds that fact's index in the list of its kind in the
 * same extraction; the frame sorts, renumbers through the schema and adds `file`.
 */
export type LocalFact<K extends KindName> = Omit<Fact<K>, 'file'>

export interface Gap {
  /** Said of the file, after its path: "does not parse at line 3". */
  readonly reason: string
  readonly kinds: readonly KindName[]
}

/** What can be told only when all files were read: a script is the wrapper because the documentation starts it. */
import type { KindName } from '../../compiler/index.ts'
import type { Extraction, ListedFile, RepositoryTree } from './extractor.ts'

/** A file with what one extractor found in it. */
export interface FileExtraction {
  readonly file: ListedFile
  readonly extractor: string
  readonly extraction: Extraction
}

export interface Linker {
  readonly name: string
  /** The kinds whose facts it may change. It runs if one of them is asked for … */
  readonly sets: readonly KindName[]
  /** … and then these are gathered for it in the repository's own material, asked for or not. */
  readonly reads: readonly KindName[]
  /** Pure: the same extractions in the same order, with fields of facts set; kinds that no fact refers to may gain and lose facts. */
  link(extractions: readonly FileExtraction[], tree: RepositoryTree): readonly FileExtraction[]
}

export function link(
  extractions: readonly FileExtraction[],
  tree: RepositoryTree,
  linkers: readonly Linker[],
): readonly FileExtraction[] {
  return linkers.reduce((linked, linker) => linker.link(linked, tree), extractions)
}

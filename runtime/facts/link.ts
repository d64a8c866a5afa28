/** What can be told only when all files were read: a script is the wrapper because the documentation starts it. */
import type { KindName } from '../../compiler/index.ts'
import { type Budget, Spent } from './budget.ts'
import type { Extraction, Gap, ListedFile } from './extractor.ts'
import type { RepositoryTree } from './tree/tree.ts'

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
  /**
   * Pure: the same extractions in the same order, with fields of facts set; kinds that no fact refers to may gain and lose
   * facts. Who follows values takes a step of the budget for each.
   */
  link(extractions: readonly FileExtraction[], tree: RepositoryTree, budget: Budget): readonly FileExtraction[]
}

export interface Linked {
  readonly extractions: readonly FileExtraction[]
  /** What is not known for want of steps or time, by the path of the file. */
  readonly gaps: ReadonlyMap<string, readonly Gap[]>
  /** Whether another run on the same files comes to the same. */
  readonly final: boolean
}

export function link(
  extractions: readonly FileExtraction[],
  tree: RepositoryTree,
  linkers: readonly Linker[],
  budget: Budget,
): Linked {
  const gaps = new Map<string, Gap[]>()
  let [linked, final] = [extractions, true]
  for (const linker of linkers) {
    try {
      linked = linker.link(linked, tree, budget)
    } catch (error) {
      if (!(error instanceof Spent)) throw error
      final &&= error.final
      for (const path of pathsOfThoseLinked(linked, linker)) {
        const gap = { reason: error.reason, kinds: linker.sets }
        gaps.set(path, [...(gaps.get(path) ?? []), gap])
      }
    }
  }
  return { extractions: linked, gaps, final }
}

/** The files whose facts a linker would have changed, or given others. */
function pathsOfThoseLinked(extractions: readonly FileExtraction[], { sets }: Linker): ReadonlySet<string> {
  const those = extractions.filter(
    ({ extraction: { facts, summary } }) =>
      summary !== undefined || sets.some((kind) => (facts[kind]?.length ?? 0) > 0),
  )
  return new Set(those.map(({ file }) => file.path))
}

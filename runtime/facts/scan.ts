/** What a report says about the run itself. */
import type { Folder } from './files/folder.ts'
import type { Listing } from './files/list.ts'
import { readText } from './files/read.ts'
import type { GatheredFile } from './gathered-file.ts'

export interface Scan extends ScanAccount {
  /** The git root, or the scanned folder where there is none; absolute. */
  readonly root: string
  /** The text of a file, by its path from the root, to show lines of it; nothing where it cannot be shown. */
  textOf(path: string): string | undefined
}

/** As far as it is plain data. */
export interface ScanAccount {
  /** The scanned folder below the root, with `/`; empty where it is the root. */
  readonly prefix: string
  readonly revision?: string
  readonly branch?: string
  /** How many files were listed. */
  readonly files: number
  /** How many of them are no material of the repository's own, each counted once, by the first of these that it is. */
  readonly leftOut: LeftOut
  /** Where the list comes from. */
  readonly source: Listing['source']
  /** Sentences about what the list leaves out. */
  readonly notes: readonly string[]
}

/** Files that a kind does not mean unless a checklist says so. */
export interface LeftOut {
  readonly vendored: number
  readonly generated: number
  readonly tests: number
}

export function accountOf({ prefix, head, entries, source, notes }: Listing, leftOut: LeftOut): ScanAccount {
  return { prefix, ...head, files: entries.length, leftOut, source, notes }
}

export function scanOf(account: ScanAccount, root: Folder, maxFileSize: number): Scan {
  return {
    root: root.root,
    ...account,
    textOf(path) {
      const reading = readText(root, path, maxFileSize)
      return reading.kind === 'text' ? reading.text : undefined
    },
  }
}

export function leftOutOf(files: readonly GatheredFile[]): LeftOut {
  const counts = { vendored: 0, generated: 0, tests: 0 }
  for (const { vendored, generated, role } of files) {
    if (vendored) counts.vendored++
    else if (generated) counts.generated++
    else if (role === 'test') counts.tests++
  }
  return counts
}

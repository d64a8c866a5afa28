/** What a thread is told when it starts, copied: all that looking at a file takes, as plain data. */
import type { Wanted } from '../demand/demand.ts'
import { extractors } from '../extractors.ts'
import { Folder } from '../files/folder.ts'
import { Looker, type Surroundings } from '../look.ts'
import { Tree } from '../tree/tree.ts'

export interface Assignment {
  /** The folder that paths are read from. */
  readonly root: string
  /** The bytes of names that are not UTF-8. */
  readonly spellings: ReadonlyMap<string, Uint8Array>
  readonly paths: ReadonlySet<string>
  readonly keyed: boolean
  readonly wanted: Wanted
  readonly maxFileSize: number
  /** In milliseconds since 1970: each thread has a clock of its own. */
  readonly deadline: number | undefined
}

export function assignmentOf({
  root,
  tree,
  keyed,
  wanted,
  maxFileSize,
  deadline,
}: Omit<Surroundings, 'extractors'>): Assignment {
  const absolute = deadline === undefined ? undefined : performance.timeOrigin + deadline
  return {
    root: root.root,
    spellings: root.spellings,
    paths: tree.paths,
    keyed,
    wanted,
    maxFileSize,
    deadline: absolute,
  }
}

export function lookerFor({ root, spellings, paths, keyed, wanted, maxFileSize, deadline }: Assignment): Looker {
  return new Looker({
    root: new Folder(root, undefined, spellings),
    tree: new Tree(paths),
    keyed,
    wanted,
    extractors,
    maxFileSize,
    deadline: deadline === undefined ? undefined : deadline - performance.timeOrigin,
  })
}

/** Lists what a folder holds, for trees without an index and for what git does not track. Links are not followed. */
import { isUtf8 } from 'node:buffer'
import { type Dirent, readdirSync } from 'node:fs'
import { attempt } from '../attempt.ts'
import type { Folder } from './folder.ts'

export interface Walk {
  /** Everything but folders, from `root`. */
  readonly paths: readonly string[]
  /** The folders that were listed, from `root`; '' is the root itself. */
  readonly folders: ReadonlySet<string>
  /** Folders that could not be listed, from `root`. */
  readonly unread: readonly string[]
  /** Paths that stand for several names, of which only one is seen. */
  readonly ambiguous: readonly string[]
}

export interface WalkOptions {
  /** Paths are given from here … */
  readonly root: Folder
  /** … and the walk starts in this folder below it; empty for the root itself. */
  readonly prefix: string
  /** Whether the walk goes into a folder, given from the root. One that it does not go into is not even listed. */
  readonly enters: (folder: string) => boolean
  /** Is told of a folder below with a repository of its own, which is left out then. Without it all are walked. */
  readonly leavesOut?: (repository: string) => void
}

/** Listing a folder takes a fraction of a millisecond. */
const foldersAtATime = 100

export async function walk({ root, prefix, enters, leavesOut }: WalkOptions): Promise<Walk> {
  const [paths, unread, ambiguous]: [string[], string[], string[]] = [[], [], []]
  const folders = new Set<string>()
  const open = [prefix]
  for (let folder = open.pop(), count = 1; folder !== undefined; folder = open.pop(), count++) {
    if (count % foldersAtATime === 0) await new Promise(setImmediate)
    if (folder !== prefix && !enters(folder)) continue
    const found = entriesOf(folder)
    if (found === undefined) {
      unread.push(folder === '' ? '.' : folder)
      continue
    }
    if (folder !== prefix && leavesOut !== undefined && found.some(({ name }) => name === '.git')) {
      leavesOut(folder)
      continue
    }
    folders.add(folder)
    if (found.some(({ name }) => name.includes('\ufffd'))) spell(folder)
    for (const entry of found) {
      if (entry.name === '.git') continue
      const path = below(folder, entry.name)
      if (entry.isDirectory()) open.push(path)
      else paths.push(path)
    }
  }
  return { paths, folders, unread, ambiguous }

  /** Each path once. */
  function entriesOf(folder: string): readonly Dirent[] | undefined {
    const entries = attempt(() => readdirSync(root.nativePath(folder), { withFileTypes: true }))
    const isPlain = entries?.every(({ name }) => !name.includes('\ufffd')) ?? true
    return isPlain ? entries : [...new Map(entries?.map((entry) => [entry.name, entry])).values()]
  }

  /** Remembers the names of a folder that are not UTF-8 by their bytes. */
  function spell(folder: string): void {
    const names = attempt(() => readdirSync(root.nativePath(folder), { encoding: 'buffer' })) ?? []
    const taken = new Set(names.filter((name) => isUtf8(name)).map(String))
    for (const name of names.filter((each) => !isUtf8(each)).sort(Buffer.compare)) {
      const path = below(folder, name.toString())
      if (taken.has(name.toString()) || !root.spell(path, name)) ambiguous.push(path)
    }
  }
}

const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

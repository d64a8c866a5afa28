/** Lists what a folder holds, for trees without an index and for what git does not track. Links are not followed. */
import { isUtf8 } from 'node:buffer'
import { type Dirent, readdir, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { globby } from 'globby'
import { attempt } from '../attempt.ts'
import type { Folder } from './folder.ts'

export interface Walk {
  /** Everything but folders, from `root`. */
  readonly paths: readonly string[]
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
}

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void

export async function walk({ root, prefix, enters }: WalkOptions): Promise<Walk> {
  const start = join(root.root, prefix)
  const unread: string[] = []
  const ambiguous: string[] = []

  /** The file system as globby sees it: folders that are not entered are empty, and names have no line ends. */
  function list(folder: string, _options: unknown, callback: Listed): void {
    const below = decoded(relative(start, folder))
    const path = join(prefix, below)
    if (below !== '' && !enters(path)) {
      callback(null, [])
      return
    }
    readdir(root.nativePath(path), { withFileTypes: true }, (error, entries) => {
      if (error) unread.push(path)
      const seen = (entries ?? []).filter((entry) => entry.name !== '.git')
      if (seen.some(({ name }) => name.includes('\ufffd'))) spell(path)
      for (const entry of seen) entry.name = encoded(entry.name)
      callback(null, seen)
    })
  }

  /** Remembers the names of a folder that are not UTF-8 by their bytes. */
  function spell(folder: string): void {
    const names = attempt(() => readdirSync(root.nativePath(folder), { encoding: 'buffer' })) ?? []
    const taken = new Set(names.filter((name) => isUtf8(name)).map(String))
    for (const name of names.filter((each) => !isUtf8(each)).sort(Buffer.compare)) {
      const path = join(folder, name.toString())
      if (taken.has(name.toString()) || !root.spell(path, name)) ambiguous.push(path)
    }
  }

  const entries = await globby('**', {
    cwd: start,
    fs: { readdir: list as typeof readdir },
    dot: true,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    gitignore: false,
    objectMode: true,
  })
  const files = entries.filter(({ dirent }) => !dirent.isDirectory())
  return { paths: files.map(({ path }) => join(prefix, decoded(path))), unread, ambiguous }
}

// The matcher's dot stands for no line end, so that it would pass over names that hold one.
const encoded = (name: string): string => name.replace(/[%\n\r\u2028\u2029]/g, encodeURIComponent)
const decoded = (path: string): string => path.replace(/(?:%[0-9A-F]{2})+/g, decodeURIComponent)

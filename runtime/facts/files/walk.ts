/** Lists what a folder holds, for trees without an index and for what git does not track. Links are not followed. */
import { type Dirent, readdir } from 'node:fs'
import { join, relative } from 'node:path'
import { globby } from 'globby'

export interface Walk {
  /** Everything but folders, from `root`. */
  readonly paths: readonly string[]
  /** Folders that could not be listed, from `root`. */
  readonly unread: readonly string[]
}

export interface WalkOptions {
  /** Absolute. Paths are given from here … */
  readonly root: string
  /** … and the walk starts in this folder below it; empty for the root itself. */
  readonly prefix: string
  /** Whether the walk goes into a folder, given from the root. One that it does not go into is not even listed. */
  readonly enters: (folder: string) => boolean
}

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void

export async function walk({ root, prefix, enters }: WalkOptions): Promise<Walk> {
  const start = join(root, prefix)
  const unread: string[] = []

  /** The file system as globby sees it: folders that are not entered are empty, and names have no line ends. */
  function list(folder: string, _options: unknown, callback: Listed): void {
    const below = decoded(relative(start, folder))
    const path = join(prefix, below)
    if (below !== '' && !enters(path)) {
      callback(null, [])
      return
    }
    readdir(join(start, below), { withFileTypes: true }, (error, entries) => {
      if (error) unread.push(path)
      const seen = (entries ?? []).filter((entry) => entry.name !== '.git')
      for (const entry of seen) entry.name = encoded(entry.name)
      callback(null, seen)
    })
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
  return { paths: files.map(({ path }) => join(prefix, decoded(path))), unread }
}

// The matcher's dot stands for no line end, so that it would pass over names that hold one.
const encoded = (name: string): string => name.replace(/[%\n\r\u2028\u2029]/g, encodeURIComponent)
const decoded = (path: string): string => path.replace(/(?:%[0-9A-F]{2})+/g, decodeURIComponent)

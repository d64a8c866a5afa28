/** Lists what a folder holds, for trees without an index and for what git does not track. Links are not followed. */
import { isUtf8 } from 'node:buffer'
import { type Dirent, type readdir, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { globby } from 'globby'
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

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void

export async function walk({ root, prefix, enters, leavesOut }: WalkOptions): Promise<Walk> {
  const [unread, ambiguous]: [string[], string[]] = [[], []]
  const folders = new Set<string>()
  const start = join(root.root, prefix)

  /** The file system as globby sees it: folders that are not entered are empty, and names have no line ends. */
  function list(native: string, _options: unknown, callback: Listed): void {
    const folder = join(prefix, decoded(relative(start, native)))
    const entries = listed(folder === '.' ? '' : folder).map((entry) =>
      Object.assign(entry, { name: encoded(entry.name) }),
    )
    // Whoever answered at once would go down the whole tree in one call.
    queueMicrotask(() => callback(null, entries))
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
  return { paths: files.map(({ path }) => join(prefix, decoded(path))), folders, unread, ambiguous }

  function listed(folder: string): readonly Dirent[] {
    if (folder !== prefix && !enters(folder)) return []
    const found = entriesOf(folder)
    if (found === undefined) {
      unread.push(folder === '' ? '.' : folder)
      return []
    }
    if (folder !== prefix && leavesOut !== undefined && found.some(({ name }) => name === '.git')) {
      leavesOut(folder)
      return []
    }
    folders.add(folder)
    if (found.some(({ name }) => name.includes('\ufffd'))) spell(folder)
    return found.filter(({ name }) => name !== '.git')
  }

  /** Each path once. */
  function entriesOf(folder: string): readonly Dirent[] | undefined {
    const entries = root.list(folder)
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

// The matcher's dot stands for no line end, so that it would pass over names that hold one.
const encoded = (name: string): string => name.replace(/[%\n\r\u2028\u2029]/g, encodeURIComponent)
const decoded = (path: string): string => path.replace(/(?:%[0-9A-F]{2})+/g, decodeURIComponent)

const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

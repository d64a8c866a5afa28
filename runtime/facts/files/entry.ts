/** What stands at a listed path, without opening it. */
import type { Stats } from 'node:fs'
import type { Folder } from './folder.ts'
import type { IgnoreRules } from './ignore.ts'

export interface ListedEntry {
  /** From the scanned folder. */
  readonly path: string
  /** From the git root. */
  readonly rootPath: string
  readonly type: 'file' | 'link' | 'special'
  /** In bytes. */
  readonly size: number
  /** The permission bits: of what git tracks as git has them, whatever the checkout made of them. */
  readonly mode: number
  /** What a link says. */
  readonly target: string | undefined
  readonly tracked: boolean
  /** Found out when it is first asked for: of most files nobody does. */
  readonly ignored: boolean
}

export interface ListingGap {
  /** From the git root; absent where there is no one path. */
  readonly path?: string
  /** Said of the path; where there is none, a whole sentence. */
  readonly reason: string
  /** Whether there may be files that are not listed, or only what git knows of the files is in doubt. */
  readonly hides: 'files' | 'git'
}

export interface Surroundings {
  readonly root: Folder
  readonly prefix: string
  readonly tracked: ReadonlySet<string>
  readonly executables: ReadonlySet<string>
  readonly rules: IgnoreRules
  /** What a walk met, so that it is there. */
  readonly met: ReadonlySet<string>
}

/** Nothing for a file that git tracks and that is not there. */
export function entryAt(rootPath: string, surroundings: Surroundings): ListedEntry | ListingGap | undefined {
  const { root, prefix, tracked, rules, met } = surroundings
  const status = root.status(rootPath)
  if (status === undefined) {
    return met.has(rootPath) ? { path: rootPath, reason: 'may not be looked at', hides: 'files' } : undefined
  }
  if (status.isDirectory()) return undefined
  let ignored: boolean | undefined
  return {
    path: prefix === '' ? rootPath : rootPath.slice(prefix.length + 1),
    rootPath,
    type: status.isFile() ? 'file' : status.isSymbolicLink() ? 'link' : 'special',
    size: status.size,
    mode: modeOf(rootPath, status, surroundings),
    target: status.isSymbolicLink() ? root.target(rootPath) : undefined,
    tracked: tracked.has(rootPath),
    get ignored() {
      ignored ??= rules.decide(rootPath).ignored
      return ignored
    },
  }
}

/**
 * A checkout's umask is no part of the repository, and some file systems have no modes at all. The bits that git does not
 * know, such as set-user-ID, can only come from the file system.
 */
function modeOf(rootPath: string, status: Stats, { tracked, executables }: Surroundings): number {
  const mode = status.mode & 0o7777
  if (!tracked.has(rootPath) || !status.isFile()) return mode
  return (mode & 0o7000) | (executables.has(rootPath) ? 0o755 : 0o644)
}

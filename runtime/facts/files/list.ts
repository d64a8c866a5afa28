/**
 * The files of the scanned folder: what git tracks and is there, and what is there and not ignored. An ignored file that
 * git does not track is no part of the repository (virtual environments, caches, a developer's own secrets). Where there
 * is no repository, everything that the folder holds.
 */
import { realpathSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { attempt } from '../attempt.ts'
import { FactsError } from '../errors.ts'
import { byCodePoint } from '../order.ts'
import { Folder } from './folder.ts'
import { type Head, readHead } from './git/head.ts'
import { type Index, parseIndex } from './git/index-file.ts'
import { findRepository, type Repository } from './git/repository.ts'
import { type IgnoreRules, ignoreRules } from './ignore.ts'
import { walk } from './walk.ts'

export interface Listing {
  /** The git root, or the scanned folder where there is no repository. */
  readonly root: Folder
  /** The scanned folder below `root`, with `/`; empty where they are the same. */
  readonly prefix: string
  readonly head: Head
  /** Sorted by path (code points). */
  readonly entries: readonly ListedEntry[]
  /** What git tracks in the whole repository, from `root`; whether the files are there or not. */
  readonly tracked: ReadonlySet<string>
  /** The rules that the repository itself carries. */
  readonly rules: IgnoreRules
  /** Where the list comes from. */
  readonly source: 'index' | 'walk'
  /** What a reader of the report should know about the list, each a sentence. */
  readonly notes: readonly string[]
  /** Trouble that may hide files or what git knows of them. */
  readonly gaps: readonly ListingGap[]
}

export interface ListedEntry {
  /** From the scanned folder. */
  readonly path: string
  /** From the git root. */
  readonly rootPath: string
  readonly type: 'file' | 'link' | 'special'
  /** In bytes. */
  readonly size: number
  /** The permission bits. */
  readonly mode: number
  /** What a link says. */
  readonly target: string | undefined
  readonly tracked: boolean
  readonly ignored: boolean
}

export interface ListingGap {
  /** From the git root; absent where there is no one path. */
  readonly path?: string
  readonly reason: string
  /** Whether there may be files that are not listed, or only what git knows of the files is in doubt. */
  readonly hides: 'files' | 'git'
}

const longestIndex = 1 << 28
const longestExclude = 1 << 18

/**
 * Lists the files below `folder`.
 * @throws FactsError if the folder is missing, is no folder, or may not be listed.
 */
export async function listFiles(folder: string): Promise<Listing> {
  const scanned = openFolder(folder)
  const found = findRepository(scanned)
  if (found.kind === 'none') {
    const note = `There is no git repository, so every file of the folder counts and none is tracked.`
    const root = new Folder(scanned)
    const walked = await walk({ root: scanned, prefix: '', enters: () => true })
    const notes = found.note === undefined ? [note] : [`${found.note}.`, note]
    return assemble({ root, prefix: '', head: {}, tracked: new Set(), source: 'walk', notes }, walked)
  }
  return listRepository(found.repository, relative(found.repository.root, scanned))
}

async function listRepository(repository: Repository, prefix: string): Promise<Listing> {
  const root = new Folder(repository.root)
  const head = readHead(repository)
  const index = readIndex(repository)
  const rules = ignoreRules(root, excludeOf(repository))
  const notes: string[] = []
  if (index.kind === 'entries' && index.sparse)
    notes.push('The checkout is sparse: files that are not there were not read.')

  const known = index.kind === 'entries' ? index.entries : []
  const tracked = new Set(known.filter(({ type }) => type !== 'repository').map(({ path }) => path))
  const others = new Set(known.filter(({ type }) => type === 'repository').map(({ path }) => path))

  // Somebody who names an ignored folder wants it scanned.
  const everything = prefix !== '' && rules.decide(`${prefix}/`).ignored
  if (everything) notes.push('The scanned folder is ignored by git, so that ignored files below it count as well.')
  const walked = await walk({
    root: repository.root,
    prefix,
    enters(path) {
      if (others.has(path) || root.status(`${path}/.git`) !== undefined) {
        notes.push(`${path} is a repository of its own and was not scanned.`)
        return false
      }
      return everything || !rules.decide(`${path}/`).ignored
    },
  })
  const shown = walked.paths.filter((path) => everything || tracked.has(path) || !rules.decide(path).ignored)
  const below = prefix === '' ? '' : `${prefix}/`
  const paths = [...new Set([...[...tracked].filter((path) => path.startsWith(below)), ...shown])]
  const gaps: ListingGap[] = []
  if (index.kind === 'unsupported') gaps.push({ reason: `git's index cannot be read: ${index.reason}`, hides: 'git' })
  return assemble(
    {
      root,
      prefix,
      head,
      tracked,
      source: index.kind === 'entries' ? 'index' : 'walk',
      notes: notes.sort(byCodePoint),
    },
    { paths, unread: walked.unread },
    gaps,
  )
}

function assemble(
  about: Pick<Listing, 'root' | 'prefix' | 'head' | 'tracked' | 'source' | 'notes'>,
  { paths, unread }: { readonly paths: readonly string[]; readonly unread: readonly string[] },
  troubles: readonly ListingGap[] = [],
): Listing {
  const rules = ignoreRules(about.root)
  const gaps = [
    ...troubles,
    ...unread.map((path) => ({ path, reason: 'the folder cannot be listed', hides: 'files' as const })),
  ]
  const entries: ListedEntry[] = []
  for (const rootPath of [...paths].sort(byCodePoint)) {
    const entry = look(about, rules, rootPath)
    if (entry !== undefined && 'reason' in entry) gaps.push(entry)
    else if (entry !== undefined) entries.push(entry)
  }
  for (const [path, reason] of rules.unread) gaps.push({ path, reason, hides: 'git' })
  return { ...about, entries, rules, gaps }
}

/** Nothing for a file that git tracks and that is not there. */
function look(
  { root, prefix, tracked }: Pick<Listing, 'root' | 'prefix' | 'tracked'>,
  rules: IgnoreRules,
  rootPath: string,
): ListedEntry | ListingGap | undefined {
  const status = attempt(() => root.status(rootPath))
  if (status === undefined) {
    const unnamed = rootPath.includes('\ufffd')
    return unnamed ? { path: rootPath, reason: 'its name is not valid UTF-8', hides: 'files' } : undefined
  }
  if (status.isDirectory()) return undefined
  return {
    path: prefix === '' ? rootPath : rootPath.slice(prefix.length + 1),
    rootPath,
    type: status.isFile() ? 'file' : status.isSymbolicLink() ? 'link' : 'special',
    size: status.size,
    mode: status.mode & 0o7777,
    target: status.isSymbolicLink() ? root.target(rootPath) : undefined,
    tracked: tracked.has(rootPath),
    ignored: rules.decide(rootPath).ignored,
  }
}

function openFolder(folder: string): string {
  try {
    const path = realpathSync(folder)
    if (statSync(path).isDirectory()) return path
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    const code = missing ? 'folder-missing' : 'folder-unreadable'
    throw new FactsError(code, `The folder ${folder} ${missing ? 'does not exist' : 'cannot be read'}.`, {
      cause: error,
    })
  }
  throw new FactsError('folder-not-a-directory', `${folder} is not a folder.`)
}

function readIndex({ gitDirectory, configuration }: Repository): Index {
  // A repository to which nothing was ever added has none.
  if (gitDirectory.status('index') === undefined) return { kind: 'entries', entries: [], sparse: false }
  const content = gitDirectory.read('index', longestIndex)
  if (content.kind === 'failure') return { kind: 'unsupported', reason: content.reason }
  if (!content.whole) return { kind: 'unsupported', reason: `it is larger than ${longestIndex} bytes` }
  return parseIndex(content.bytes, configuration.get('extensions.objectformat') ?? 'sha1')
}

function excludeOf({ commonDirectory }: Repository): string {
  const content = commonDirectory.read('info/exclude', longestExclude)
  return content.kind === 'bytes' && content.whole ? content.bytes.toString('utf8') : ''
}

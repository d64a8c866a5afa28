/**
 * The files of the scanned folder: what git tracks and is there, and what is there and not ignored. An ignored file that
 * git does not track is no part of the repository (virtual environments, caches, a developer's own secrets). Where there
 * is no repository, everything that the folder holds. The reasons are in docs/decisions/which-files-are-scanned.md.
 */
import { byCodePoint } from '../order.ts'
import { entryAt, type ListedEntry, type ListingGap } from './entry.ts'
import { type Folder, parentOf } from './folder.ts'
import { type Head, readHead } from './git/head.ts'
import { type Repository, readExclude, readIndex } from './git/repository.ts'
import { type IgnoreRules, ignoreRules } from './ignore.ts'
import { locate } from './locate.ts'
import type { Trace } from './trace.ts'
import { type Walk, walk } from './walk.ts'

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
  /** Those of them that git has as executable. */
  readonly executables: ReadonlySet<string>
  /** The rules that the repository itself carries. */
  readonly rules: IgnoreRules
  /** Where the list comes from. */
  readonly source: 'index' | 'walk'
  /** What a reader of the report should know about the list, each a sentence. */
  readonly notes: readonly string[]
  /** Trouble that may hide files or what git knows of them. */
  readonly gaps: readonly ListingGap[]
}

/** A listing before the paths are looked at. */
type Outline = Pick<Listing, 'root' | 'prefix' | 'head' | 'tracked' | 'executables' | 'source' | 'notes' | 'gaps'>

/**
 * Lists the files below `folder`.
 * @throws FactsError if the folder is missing, is no folder, or may not be read.
 */
export async function listFiles(folder: string, trace?: Trace): Promise<Listing> {
  const { root, prefix, found } = locate(folder, trace)
  switch (found.kind) {
    case 'repository':
      return listRepository(found.repository, root, prefix)
    case 'none': {
      const notes = ['There is no git repository, so every file of the folder counts and none is tracked.']
      if (found.note !== undefined) notes.unshift(found.note)
      const walked = await walk({ root, prefix: '', enters: () => true })
      return lookAt(
        { root, prefix: '', head: {}, tracked: new Set(), executables: new Set(), source: 'walk', notes, gaps: [] },
        walked.paths,
        walked,
      )
    }
  }
}

async function listRepository(repository: Repository, root: Folder, prefix: string): Promise<Listing> {
  const index = readIndex(repository)
  const rules = ignoreRules(root, readExclude(repository))
  const known = index.kind === 'entries' ? index.entries : []
  const tracked = new Set(known.filter(({ type }) => type !== 'repository').map(({ path }) => path))
  const executables = new Set(known.filter(({ executable }) => executable).map(({ path }) => path))
  const inner = new Set(known.filter(({ type }) => type === 'repository').map(({ path }) => path))

  const notes: string[] = []
  const gaps: ListingGap[] = []
  // Somebody who names an ignored folder wants it scanned; and what is ignored may be tracked where nobody can tell.
  const isIgnored = prefix !== '' && rules.decide(`${prefix}/`).ignored
  const everything = isIgnored || index.kind === 'unsupported'
  if (isIgnored) notes.push('The scanned folder is ignored by git, so ignored files below it count as well.')
  if (index.kind === 'unsupported') {
    notes.push("Git's index cannot be read, so ignored files count as well.")
    gaps.push({ reason: `git's index ${index.reason}`, hides: 'git' })
  } else if (index.sparse) {
    notes.push('The checkout is sparse: files that are not there were not read.')
  }

  const leaveOut = (path: string) => notes.push(`${path} is a repository of its own and was not scanned.`)
  const walked = await walk({
    root,
    prefix,
    enters(path) {
      if (inner.has(path)) leaveOut(path)
      const isAsked = everything || !rules.decide(`${path}/`).ignored
      if (!isAsked && !inner.has(path) && root.status(`${path}/.git`) !== undefined) leaveOut(path)
      return isAsked && !inner.has(path)
    },
    leavesOut: leaveOut,
  })
  const below = prefix === '' ? '' : `${prefix}/`
  const ours = [...tracked].filter((path) => path.startsWith(below))
  const others = walked.paths.filter((path) => !tracked.has(path) && (everything || !rules.decide(path).ignored))
  const source = index.kind === 'entries' ? 'index' : 'walk'
  const head = readHead(repository)
  notes.sort(byCodePoint)
  return lookAt({ root, prefix, head, tracked, executables, source, notes, gaps }, [...ours, ...others], walked)
}

function lookAt(outline: Outline, paths: readonly string[], walked: Walk): Listing {
  const met = new Set(walked.paths)
  const isMissing = (file: string) => walked.folders.has(parentOf(file)) && !met.has(file)
  const rules = ignoreRules(outline.root, '', isMissing)
  const surroundings = { ...outline, rules, met }
  const entries: ListedEntry[] = []
  const gaps: ListingGap[] = [...outline.gaps]
  for (const path of walked.unread) gaps.push({ path, reason: 'cannot be listed', hides: 'files' })
  for (const path of walked.ambiguous)
    gaps.push({
      path,
      reason: 'stands for several files, whose names differ in bytes that are not UTF-8, and only one was read',
      hides: 'files',
    })
  for (const path of [...new Set(paths)].sort(byCodePoint)) {
    const entry = entryAt(path, surroundings)
    rules.readFor(path)
    if (entry === undefined) continue
    if ('reason' in entry) gaps.push(entry)
    else entries.push(entry)
  }
  for (const [path, reason] of rules.unread) gaps.push({ path, reason, hides: 'git' })
  return { ...outline, entries, rules, gaps }
}

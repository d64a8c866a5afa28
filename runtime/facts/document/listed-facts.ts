/** The facts that come from the list of files alone: the repository, its files, and paths that are asked about. */
import { basename } from 'node:path'
import type { Fact } from '../../../compiler/index.ts'
import { isAmongDocumentation } from '../classify/roles.ts'
import { isInside } from '../files/folder.ts'
import type { IgnoreRule } from '../files/ignore.ts'
import type { Listing } from '../files/list.ts'
import type { GatheredFile } from '../gathered-file.ts'
import { byCodePoint } from '../order.ts'
import { type Anchors, startOf } from './anchors.ts'

export function repositoryFact({ root, head, entries }: Listing, anchors: Anchors): Fact<'repository'> {
  return {
    at: anchors.repository as Fact<'repository'>['at'],
    name: basename(root.root),
    ...head,
    root_files: entries.filter(({ path }) => !path.includes('/')).map(({ path }) => path),
  }
}

export function fileFact(file: GatheredFile): Fact<'file'> {
  const { path, name, extension, language, role, binary, vendored, generated, lines } = file
  const { size, mode, type, target, tracked, ignored } = file.entry
  const link = type === 'link'
  // The mode of a link means nothing: what it leads to has its own.
  const bits = link ? 0 : mode
  return {
    at: startOf(file),
    path,
    name,
    ...(extension === '' ? {} : { extension }),
    language,
    role,
    size,
    ...(link ? {} : { mode: mode.toString(8).padStart(4, '0') }),
    executable: (bits & 0o100) !== 0,
    setuid: (bits & 0o4000) !== 0,
    setgid: (bits & 0o2000) !== 0,
    world_readable: (bits & 0o004) !== 0,
    world_writable: (bits & 0o002) !== 0,
    symlink: link,
    ...(target === undefined ? {} : { target }),
    tracked,
    ignored,
    binary,
    vendored,
    generated,
    ...(lines === undefined ? {} : { lines }),
  }
}

/**
 * A path is asked about from the scanned folder; one that leads out of it is answered with "no". A bare name is asked
 * about in the outermost folders that hold code, because that is where a program looks for a file of that name; where
 * there is none in any of several, and one rule or the lack of one decides, that is one fact.
 */
export function pathFacts(
  probes: readonly string[],
  listing: Listing,
  files: readonly GatheredFile[],
  anchors: Anchors,
): Fact<'path'>[] {
  const folders = codeFolders(files)
  const facts = new Map<string, Fact<'path'>>()
  for (const asked of probes) {
    for (const path of placesOf(asked, folders)) {
      const { rule, governedBy, ...answer } = answerOf(path, listing)
      const nearest = governedBy === undefined ? anchors.repository : startOf({ rootPath: governedBy })
      const at = rule?.at ?? (nearest as Fact<'path'>['at'])
      const fact = { at, path, asked, ...answer, rule: rule?.text, governed: governedBy !== undefined, folders: 1 }
      const alike = JSON.stringify([asked, at, fact.rule, fact.governed, fact.exists && path])
      const first = facts.get(alike)
      facts.set(alike, first === undefined ? withoutMissing(fact) : { ...first, folders: first.folders + 1 })
    }
  }
  return [...facts.values()].sort(
    (a, b) => byCodePoint(a.at.path, b.at.path) || a.at.line - b.at.line || byCodePoint(a.path, b.path),
  )
}

interface Answer {
  readonly exists: boolean
  readonly ignored: boolean
  readonly tracked: boolean
  readonly rule?: IgnoreRule | undefined
  /** The nearest .gitignore that could name it. */
  readonly governedBy?: string | undefined
}

/** What git says of a path from the scanned folder. */
function answerOf(path: string, { root, prefix, tracked, rules }: Listing): Answer {
  const plain = path.replace(/^(\.\/)+/, '').replace(/\/+$/, '')
  if (!isInside(plain)) return { exists: false, ignored: false, tracked: false }
  const rootPath = prefix === '' ? plain : `${prefix}/${plain}`
  const status = root.status(rootPath)
  const isFolder = status?.isDirectory() ?? path.endsWith('/')
  const { ignored, rule } = rules.decide(isFolder ? `${rootPath}/` : rootPath)
  return {
    exists: status !== undefined,
    ignored,
    rule,
    tracked: isFolder ? someBelow(tracked, `${rootPath}/`) : tracked.has(rootPath),
    governedBy: ignoreFilesOf(rootPath).find((file) => root.status(file) !== undefined),
  }
}

/** The files that may say of a path that it is ignored, from its own folder up. */
export function ignoreFilesOf(rootPath: string): readonly string[] {
  const folders = rootPath.split('/').slice(0, -1)
  const below = folders.map((_, index) => `${folders.slice(0, index + 1).join('/')}/.gitignore`)
  return ['.gitignore', ...below].toReversed()
}

function withoutMissing({ rule, ...fact }: Omit<Fact<'path'>, 'rule'> & { readonly rule: string | undefined }) {
  return { ...fact, ...(rule === undefined ? {} : { rule }) }
}

const placesOf = (probe: string, folders: readonly string[]): readonly string[] =>
  probe.includes('/') || folders.length === 0 ? [probe] : folders.map((folder) => folder + probe)

/**
 * The outermost folders of the repository's own code, each with its slash; the scanned folder itself is ''. What makes the
 * documentation is no program that would look for a file there.
 */
function codeFolders(files: readonly GatheredFile[]): readonly string[] {
  const programs = files.filter(({ role, vendored, generated }) => role === 'code' && !vendored && !generated)
  const own = programs.filter((file) => !isAmongDocumentation(file))
  const folders = [...new Set(own.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)))].sort(byCodePoint)
  return folders.filter((folder) => !folders.some((other) => other !== folder && folder.startsWith(other)))
}

function someBelow(paths: ReadonlySet<string>, folder: string): boolean {
  for (const path of paths) if (path.startsWith(folder)) return true
  return false
}

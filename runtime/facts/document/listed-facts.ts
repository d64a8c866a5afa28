/** The facts that come from the list of files alone: the repository, its files, and paths that are asked about. */
import { basename } from 'node:path'
import type { Fact } from '../../../compiler/index.ts'
import { isInside } from '../files/folder.ts'
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
 * about in the outermost folders that hold code, because that is where a program looks for a file of that name.
 */
export function pathFacts(
  probes: readonly string[],
  listing: Listing,
  files: readonly GatheredFile[],
  anchors: Anchors,
): Fact<'path'>[] {
  const { root, prefix, tracked, rules } = listing
  const fallback = root.status('.gitignore')?.isFile() ? startOf({ rootPath: '.gitignore' }) : anchors.repository
  const folders = codeFolders(files)
  const asked = probes.flatMap((probe) => placesOf(probe, folders).map((path) => ({ asked: probe, path })))
  const facts = asked.map(({ asked, path }): Fact<'path'> => {
    const plain = path.replace(/^(\.\/)+/, '').replace(/\/+$/, '')
    const inside = isInside(plain)
    const rootPath = prefix === '' ? plain : `${prefix}/${plain}`
    const status = inside ? root.status(rootPath) : undefined
    const isFolder = status?.isDirectory() ?? path.endsWith('/')
    const { ignored, rule } = inside ? rules.decide(isFolder ? `${rootPath}/` : rootPath) : { ignored: false }
    return {
      at: rule?.at ?? (fallback as Fact<'path'>['at']),
      path,
      asked,
      exists: status !== undefined,
      ignored,
      ...(rule === undefined ? {} : { rule: rule.text }),
      tracked: inside && (isFolder ? someBelow(tracked, `${rootPath}/`) : tracked.has(rootPath)),
    }
  })
  return facts.sort((a, b) => byCodePoint(a.at.path, b.at.path) || a.at.line - b.at.line || byCodePoint(a.path, b.path))
}

const placesOf = (probe: string, folders: readonly string[]): readonly string[] =>
  probe.includes('/') || folders.length === 0 ? [probe] : folders.map((folder) => folder + probe)

/** The outermost folders of the repository's own code, each with its slash; the scanned folder itself is ''. */
function codeFolders(files: readonly GatheredFile[]): readonly string[] {
  const own = files.filter(({ role, vendored, generated }) => role === 'code' && !vendored && !generated)
  const folders = [...new Set(own.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)))].sort(byCodePoint)
  return folders.filter((folder) => !folders.some((other) => other !== folder && folder.startsWith(other)))
}

function someBelow(paths: ReadonlySet<string>, folder: string): boolean {
  for (const path of paths) if (path.startsWith(folder)) return true
  return false
}

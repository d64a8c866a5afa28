/** Copies of third-party code, by the folders that they stand in and what installers and authors leave there. */
import { parentOf } from '../files/folder.ts'
import { words } from './words.ts'

/** Folders whose content comes from elsewhere, wherever they stand. */
const folders = words(`node_modules bower_components jspm_packages site-packages dist-packages vendor _vendor vendored
  _vendored third_party third-party thirdparty 3rdparty 3rd_party 3rd-party`)

/** What shows that a folder is a copy: the folder is the first group. */
const marks: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [
    /^(.+)\/(?:pyvenv\.cfg|(?:bin|scripts)\/activate(?:\.[a-z0-9]+)?|lib\/python\d+(?:\.\d+)?\/.*)$/i,
    'a virtual environment',
  ],
  // An installer leaves this beside each package, whatever the folder is called.
  [/^(.+)\/[^/]+\.dist-info\//, 'a folder that packages were installed into'],
  [/^(.+)\/[^/]+\.egg-info\/installed-files\.txt$/, 'a folder that packages were installed into'],
  // What a package index hands out has this in its top folder; beside a project's own code it lies in a folder of its own.
  [/^(.+(?<!\.(?:egg|dist)-info))\/(?:PKG-INFO|WHEEL)$/, 'a package as an index hands it out'],
]

const licence = /^(licen[cs]e|copying|unlicense)([-_.].*)?$/i

/** Which of the paths, from the scanned folder, are copies: those that `copyOf` has a sign for. */
export function vendoredPaths(paths: readonly string[]): ReadonlySet<string> {
  const sign = copyOf(paths)
  return new Set(paths.filter((path) => sign(path) !== undefined))
}

/** Says of a path what it is a copy by, such as "the folder vendor": nothing where it is none. */
export function copyOf(paths: readonly string[]): (path: string) => string | undefined {
  const tops = markedFolders(paths)
  const known = new Map<string, string | undefined>([['', undefined]])
  const signOf = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder)
    const own = folders.has(lastOf(folder).toLowerCase()) ? `the folder ${folder}` : undefined
    const sign = tops.get(folder) ?? own ?? signOf(parentOf(folder))
    known.set(folder, sign)
    return sign
  }
  return (path) => signOf(parentOf(path))
}

function markedFolders(paths: readonly string[]): ReadonlyMap<string, string> {
  const tops = new Map<string, string>()
  for (const path of paths) {
    for (const [pattern, sign] of marks) {
      const top = pattern.exec(path)?.[1]
      if (top !== undefined && !tops.has(top)) tops.set(top, `${sign}, ${top}`)
    }
  }
  for (const top of licensedPackages(paths))
    if (!tops.has(top)) tops.set(top, `a package with a licence of its own, ${top}`)
  return tops
}

/** A package that brings its licence along, in a project that has one as well, was copied with it. */
function licensedPackages(paths: readonly string[]): readonly string[] {
  const licensed = new Set(paths.filter((path) => licence.test(lastOf(path))).map((path) => parentOf(path)))
  const packages = new Set(paths.filter((path) => lastOf(path) === '__init__.py').map((path) => parentOf(path)))
  const isBelowLicence = (folder: string): boolean => {
    for (let above = folder; above !== ''; ) {
      above = parentOf(above)
      if (licensed.has(above)) return true
    }
    return false
  }
  return [...licensed].filter((folder) => folder !== '' && packages.has(folder) && isBelowLicence(folder))
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

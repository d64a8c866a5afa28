/** Which of the files of a repository are modules, and which of them is meant by a name. */
import { byCodePoint } from '../order.ts'
import type { Lookup } from '../tree/tree.ts'
import { isProjectFile } from './packages.ts'

/** Folders of a project that are put on Python's path, beside the project itself. */
const sourceFolders = ['', 'src/', 'lib/']

/** The file of a module, by its dotted name, beside the file that asks. */
export const moduleBeside: Lookup<string | undefined> = {
  name: 'python module beside a file',
  over: (paths) => (module, file) => new Search(paths, file).existing(folderOf(file), module),
}

/** The file of a module, by its dotted name, as the file that asks finds it. */
export const moduleFrom: Lookup<string | undefined> = {
  name: 'python module from a file',
  over(paths) {
    // Most imports are of no module of the repository, and need not be searched for.
    const lastNames = new Set([...namesIn(paths)].map((name) => name.slice(name.lastIndexOf('.') + 1)))
    const projects = projectsIn(paths)
    return (module, file) => {
      if (!lastNames.has(module.slice(module.lastIndexOf('.') + 1))) return undefined
      const search = new Search(paths, file)
      return search.nearest(module) ?? search.among(projects, module)
    }
  },
}

/** Whether names of modules of the repository begin with a part of a name. */
export const beginsModule: Lookup<boolean> = {
  name: 'first part of a python module',
  over(paths) {
    const first = new Set([...namesIn(paths)].map((name) => firstPartOf(name)))
    return (part) => first.has(part)
  },
}

/** Whether a dotted name is that of a module of the repository, or of something in one. */
export const isInModule: Lookup<boolean> = {
  name: 'name in a python module',
  over(paths) {
    const names = namesIn(paths)
    return (dotted) => {
      for (let end = dotted.indexOf('.'); ; end = dotted.indexOf('.', end + 1)) {
        if (names.has(end < 0 ? dotted : dotted.slice(0, end))) return true
        if (end < 0) return false
      }
    }
  },
}

export const pythonLookups: readonly Lookup[] = [moduleBeside, moduleFrom, beginsModule, isInModule]

/** By its path from the scanned folder, so that a module has one name, whatever path it is imported by. */
export const nameOf = (path: string): string =>
  path
    .replace(/\.pyw?i?$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.')

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

export const firstPartOf = (dotted: string): string => dotted.split('.', 1)[0] ?? dotted

class Search {
  readonly #paths: ReadonlySet<string>
  /** The file that asks. */
  readonly #from: string

  constructor(paths: ReadonlySet<string>, from: string) {
    this.#paths = paths
    this.#from = from
  }

  /** `from jira import JIRA` in `jira.py` means the library: no file imports itself by its bare name. */
  existing(folder: string, module: string): string | undefined {
    const path = folder + module.replaceAll('.', '/')
    const isItself = !module.includes('.') && `${path}.py` === this.#from
    return [...(isItself ? [] : [`${path}.py`]), `${path}/__init__.py`].find((file) => this.#paths.has(file))
  }

  /** Beside the file, which Python itself does not see in a package unless it runs the file as a script. */
  nearest(module: string): string | undefined {
    const own = folderOf(this.#from)
    const beside = this.existing(own, module)
    if (beside !== undefined) return beside
    const parts = own.split('/')
    for (let depth = parts.length - 1; depth >= 0; depth--) {
      const folder = parts.slice(0, depth).map((part) => `${part}/`)
      const found = this.among(
        sourceFolders.map((source) => folder.join('') + source),
        module,
      )
      if (found !== undefined) return found
    }
    return undefined
  }

  among(folders: readonly string[], module: string): string | undefined {
    for (const folder of folders) {
      const file = this.existing(folder, module)
      if (file !== undefined) return file
    }
    return undefined
  }
}

const notInstalled =
  /(^|\/)(tests?|testing|examples?|samples?|fixtures?|templates?|vendor|third[-_]?party|site-packages)\//i

/**
 * The folders that the projects of a repository have their modules in: they are installed beside each other. A project of
 * tests or examples is nobody's.
 */
function projectsIn(paths: ReadonlySet<string>): readonly string[] {
  const projects = [...paths].filter((path) => isProjectFile(path) && !notInstalled.test(path)).map(folderOf)
  const folders = [...new Set(projects)].sort(byCodePoint)
  return folders.flatMap((folder) => sourceFolders.map((source) => folder + source))
}

const knownNames = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

/** The names of all modules of a repository; several lookups take them. */
function namesIn(paths: ReadonlySet<string>): ReadonlySet<string> {
  const names = knownNames.get(paths) ?? new Set([...paths].filter((path) => /\.pyw?i?$/.test(path)).map(nameOf))
  knownNames.set(paths, names)
  return names
}

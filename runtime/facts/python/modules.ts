/** How the names of modules and the files of the repository belong together. */
import type { LocalFact, RepositoryTree } from '../extractor.ts'
import { byCodePoint } from '../order.ts'
import { pythonTwoLibrary, standardLibrary } from './standard-library.ts'

export type Provenance = LocalFact<'import'>['provenance']

/** Folders of a project that are put on Python's path, beside the project itself. */
const sourceFolders = ['', 'src/', 'lib/']

export class Modules {
  /** The dotted name of the file itself, by which its functions and classes are called. */
  readonly own: string
  readonly #path: string
  readonly #tree: RepositoryTree
  readonly #own = new Map<string, boolean>()
  readonly #files = new Map<string, string | undefined>()
  /** The folder of the file, with a `/` behind; empty at the top. */
  readonly #folder: string

  constructor(path: string, tree: RepositoryTree) {
    this.#tree = tree
    this.#path = path
    this.#folder = folderOf(path)
    this.own = nameOf(path)
  }

  /** The name of an imported module by that of its file, where it is one of the repository. */
  canonical(module: string): string {
    const file = this.#fileOf(module)
    return file === undefined ? module : nameOf(file)
  }

  /** What `from` and some dots and names mean: one dot is the package of the file, each further one the package around. */
  relative(dots: number, rest: string): string {
    const parts = this.#folder.split('/').slice(0, -1)
    const around = parts.slice(0, Math.max(0, parts.length - dots + 1))
    return [...around, ...(rest === '' ? [] : [rest])].join('.')
  }

  /** A script finds what lies beside it before the standard library; a file of a package does not. */
  provenanceOf(module: string, taken: string | undefined): Provenance {
    const top = module.split('.')[0] ?? module
    const isScript = !this.#isPackage(this.#folder)
    if (isScript && this.#existing(this.#folder, top) !== undefined) return 'local'
    if (standardLibrary.has(top)) return 'stdlib'
    const names = [top, module, ...(taken === undefined ? [] : [`${module}.${taken}`])]
    if (names.some((name) => this.#fileOf(name) !== undefined)) return 'local'
    return pythonTwoLibrary.has(top) ? 'stdlib' : 'external'
  }

  #fileOf(module: string): string | undefined {
    const last = module.slice(module.lastIndexOf('.') + 1)
    if (!lastNamesIn(this.#tree).has(last)) return undefined
    if (!this.#files.has(module)) this.#files.set(module, this.#nearest(module))
    return this.#files.get(module)
  }

  /** Beside the file, which Python itself does not see in a package unless it runs the file as a script. */
  #nearest(module: string): string | undefined {
    const beside = this.#existing(this.#folder, module)
    if (beside !== undefined) return beside
    const parts = this.#folder.split('/')
    for (let depth = parts.length - 1; depth >= 0; depth--) {
      const folder = parts.slice(0, depth).map((part) => `${part}/`)
      for (const source of sourceFolders) {
        const file = this.#existing(folder.join('') + source, module)
        if (file !== undefined) return file
      }
    }
    return this.#inProject(module)
  }

  /** Projects that share a repository are installed beside each other; a project of tests or examples is nobody's. */
  #inProject(module: string): string | undefined {
    for (const folder of projectsIn(this.#tree)) {
      const file = this.#existing(folder, module)
      if (file !== undefined) return file
    }
    return undefined
  }

  /** `from jira import JIRA` in `jira.py` means the library: no file imports itself by its bare name. */
  #existing(folder: string, module: string): string | undefined {
    const path = folder + module.replaceAll('.', '/')
    const isItself = !module.includes('.') && `${path}.py` === this.#path
    return [...(isItself ? [] : [`${path}.py`]), `${path}/__init__.py`].find((file) => this.#tree.paths.has(file))
  }

  /** Whether a dotted name is that of a module of the repository, or of something in one. */
  isOwn(dotted: string): boolean {
    const known = this.#own.get(dotted)
    if (known !== undefined) return known
    const isOwn = this.#beginsWithModule(dotted)
    this.#own.set(dotted, isOwn)
    return isOwn
  }

  #beginsWithModule(dotted: string): boolean {
    const names = namesIn(this.#tree)
    for (let end = dotted.indexOf('.'); ; end = dotted.indexOf('.', end + 1)) {
      if (names.has(end < 0 ? dotted : dotted.slice(0, end))) return true
      if (end < 0) return false
    }
  }

  #isPackage(folder: string): boolean {
    return this.#tree.paths.has(`${folder}__init__.py`)
  }
}

/** Files that make a folder a project which can be installed. */
const projectFile = /(^|\/)(pyproject\.toml|setup\.py|setup\.cfg)$/
const notInstalled =
  /(^|\/)(tests?|testing|examples?|samples?|fixtures?|templates?|vendor|third[-_]?party|site-packages)\//i

const knownProjects = new WeakMap<RepositoryTree, readonly string[]>()

/** The folders that the projects of a repository have their modules in. */
function projectsIn(tree: RepositoryTree): readonly string[] {
  const known = knownProjects.get(tree)
  if (known !== undefined) return known
  const projects = [...tree.paths].filter((path) => projectFile.test(path) && !notInstalled.test(path)).map(folderOf)
  const folders = [...new Set(projects)].sort(byCodePoint)
  const found = folders.flatMap((folder) => sourceFolders.map((source) => folder + source))
  knownProjects.set(tree, found)
  return found
}

/** The names of all modules of a repository. */
const namesIn = onceForTree((tree) => new Set([...tree.paths].filter((path) => /\.pyw?i?$/.test(path)).map(nameOf)))

/** Their last parts: most imports are of no module of the repository, and need not be searched for. */
const lastNamesIn = onceForTree(
  (tree) => new Set([...namesIn(tree)].map((name) => name.slice(name.lastIndexOf('.') + 1))),
)

function onceForTree(
  find: (tree: RepositoryTree) => ReadonlySet<string>,
): (tree: RepositoryTree) => ReadonlySet<string> {
  const known = new WeakMap<RepositoryTree, ReadonlySet<string>>()
  return (tree) => {
    const found = known.get(tree) ?? find(tree)
    known.set(tree, found)
    return found
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** By its path from the scanned folder, so that a module has one name, whatever path it is imported by. */
const nameOf = (path: string): string =>
  path
    .replace(/\.pyw?i?$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.')

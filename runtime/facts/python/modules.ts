/** How the names of modules and the files of the repository belong together. */
import type { LocalFact } from '../extractor.ts'
import { isThere, type RepositoryTree } from '../tree/tree.ts'
import { beginsModule, firstPartOf, folderOf, isInModule, moduleBeside, moduleFrom, nameOf } from './module-lookups.ts'
import { pythonTwoLibrary, standardLibrary } from './standard-library.ts'

export type Provenance = LocalFact<'import'>['provenance']

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
    const top = firstPartOf(module)
    const isScript = !this.#isPackage(this.#folder)
    if (isScript && this.#tree.ask(moduleBeside, top, this.#path) !== undefined) return 'local'
    if (standardLibrary.has(top)) return 'stdlib'
    const names = [top, module, ...(taken === undefined ? [] : [`${module}.${taken}`])]
    if (names.some((name) => this.#fileOf(name) !== undefined)) return 'local'
    return pythonTwoLibrary.has(top) ? 'stdlib' : 'external'
  }

  #fileOf(module: string): string | undefined {
    if (!this.#files.has(module)) this.#files.set(module, this.#tree.ask(moduleFrom, module, this.#path))
    return this.#files.get(module)
  }

  /** Whether a dotted name is that of a module of the repository, or of something in one. */
  isOwn(dotted: string): boolean {
    const known = this.#own.get(dotted)
    if (known !== undefined) return known
    const isOwn = this.#tree.ask(beginsModule, firstPartOf(dotted)) && this.#tree.ask(isInModule, dotted)
    this.#own.set(dotted, isOwn)
    return isOwn
  }

  #isPackage(folder: string): boolean {
    return this.#tree.ask(isThere, `${folder}__init__.py`)
  }
}

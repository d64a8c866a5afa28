/** The programs of the repository itself, found by what commands call them. */
import { extensionOf, languageByName } from '../classify/languages.ts'
import { roleOf } from '../classify/roles.ts'
import { vendoredPaths } from '../classify/vendored.ts'
import { words } from '../classify/words.ts'
import { byCodePoint } from '../order.ts'
import { commandModules, isProjectFile } from '../python/packages.ts'
import type { Lookup, RepositoryTree } from '../tree/tree.ts'
import { baseName } from './evaluate.ts'

const programLanguages = words('python javascript typescript shell')
const otherPrograms = words('pl rb php lua go exe ps1 bat cmd')

class ProgramIndex {
  readonly #byName: ReadonlyMap<string, readonly string[]>
  /** The names of the folders that hold programs. */
  readonly #folders: ReadonlySet<string>
  readonly #extensions: ReadonlySet<string>
  /** Whether the repository says how its packages are installed. */
  readonly #isInstalled: boolean

  /** Tests, copies of others' code, and what only installs are no programs that an integration consists of. */
  constructor(all: ReadonlySet<string>) {
    const vendored = vendoredPaths([...all])
    const paths = [...all].filter((path) => !vendored.has(path) && isProgram(path))
    this.#isInstalled = [...all].some(isProjectFile)
    this.#byName = Map.groupBy(paths, baseName)
    this.#folders = new Set(paths.flatMap((path) => path.split('/').slice(-2, -1)))
    this.#extensions = new Set(paths.map((path) => extensionOf(baseName(path))))
  }

  hasFolder(name: string): boolean {
    return this.#folders.has(name)
  }

  hasExtension(extension: string): boolean {
    return this.#extensions.has(extension)
  }

  /** The program that is meant by a path as somebody wrote it; of several, the one that has most of it in common. */
  find(written: string, folder: string): string | undefined {
    const name = baseName(written)
    const candidates = this.#byName.get(name) ?? this.#sourcesOf(name)
    const command = this.#packageOf(name)
    if (candidates.length === 0 && command !== undefined) return command
    // A bare word without an extension is a program of the system.
    if (extensionOf(name) === '' && name === written) return undefined
    return bestOf(candidates, written.replaceAll('\\', '/'), folder)
  }

  /** What a compiler makes lies in no repository: `dist/main.js` is `src/main.ts`. */
  #sourcesOf(name: string): readonly string[] {
    return /\.[cm]?js$/.test(name) ? (this.#byName.get(name.replace(/js$/, 'ts')) ?? []) : []
  }

  /** A package of the repository installs a command of its name: `acme-collect` runs `acme_collect/cli.py`. */
  #packageOf(name: string): string | undefined {
    if (!this.#isInstalled || extensionOf(name) !== '') return undefined
    const folder = name.toLowerCase().replaceAll('-', '_')
    const files = entryFiles.flatMap((file) => this.#byName.get(file) ?? [])
    return files.find((path) => endsWith(path, `${folder}/${baseName(path)}`))
  }

  /** The file of a module, as `python -m` finds it. */
  findModule(module: string, folder: string): string | undefined {
    if (!/^\w+(\.\w+)*$/.test(module)) return undefined
    const path = module.replaceAll('.', '/')
    const own = (this.#byName.get(baseName(`${path}.py`)) ?? []).filter((each) => endsWith(each, `${path}.py`))
    const main = (this.#byName.get('__main__.py') ?? []).filter((each) => endsWith(each, `${path}/__main__.py`))
    return bestOf([...own, ...main], `${path}.py`, folder)
  }

  static readonly #known = new WeakMap<ReadonlySet<string>, ProgramIndex>()

  static of(paths: ReadonlySet<string>): ProgramIndex {
    const index = ProgramIndex.#known.get(paths) ?? new ProgramIndex(paths)
    ProgramIndex.#known.set(paths, index)
    return index
  }
}

const folderOfPrograms: Lookup<boolean> = {
  name: 'folder of programs',
  over: (paths) => (name) => ProgramIndex.of(paths).hasFolder(name),
}
const extensionOfPrograms: Lookup<boolean> = {
  name: 'extension of programs',
  over: (paths) => (extension) => ProgramIndex.of(paths).hasExtension(extension),
}
const programMeant: Lookup<string | undefined> = {
  name: 'program from a folder',
  over: (paths) => (written, folder) => ProgramIndex.of(paths).find(written, folder),
}
const moduleMeant: Lookup<string | undefined> = {
  name: 'program by its module from a folder',
  over: (paths) => (module, folder) => ProgramIndex.of(paths).findModule(module, folder),
}

export const programLookups: readonly Lookup[] = [folderOfPrograms, extensionOfPrograms, programMeant, moduleMeant]

export class Programs {
  readonly #tree: RepositoryTree

  constructor(tree: RepositoryTree) {
    this.#tree = tree
  }

  hasFolder(name: string): boolean {
    return this.#tree.ask(folderOfPrograms, name)
  }

  hasExtension(extension: string): boolean {
    return this.#tree.ask(extensionOfPrograms, extension)
  }

  /** The program that is meant by a path as somebody wrote it. */
  find(written: string, folder: string): string | undefined {
    return this.#tree.ask(programMeant, written, folder)
  }

  /** The file of a module, as `python -m` finds it. */
  findModule(module: string, folder: string): string | undefined {
    return this.#tree.ask(moduleMeant, module, folder)
  }
}

/** Where a package starts that is called like a command, in this order. */
const entryFiles = ['__main__.py', ...commandModules]

function isProgram(path: string): boolean {
  const name = baseName(path)
  const extension = extensionOf(name)
  const language = languageByName(name)
  const isCode =
    language === undefined ? extension === '' || otherPrograms.has(extension) : programLanguages.has(language)
  if (!isCode) return false
  // A program that is named for installing installs, whatever it is written in.
  const role = roleOf({ path, name, extension, language: 'shell' })
  return role !== 'test' && role !== 'installer' && name !== 'setup.py'
}

const endsWith = (path: string, end: string): boolean => path === end || path.endsWith(`/${end}`)

function bestOf(candidates: readonly string[], written: string, folder: string): string | undefined {
  const rank = (path: string) => 2 * common(path, written) + (path.startsWith(`${folder}/`) || folder === '' ? 1 : 0)
  return [...candidates].sort((a, b) => rank(b) - rank(a) || byCodePoint(a, b))[0]
}

/** How many parts two paths have in common, counted from the end. */
function common(path: string, written: string): number {
  const [left, right] = [path.split('/').reverse(), written.split('/').reverse()]
  const different = left.findIndex((part, i) => part !== right[i])
  return different < 0 ? left.length : different
}

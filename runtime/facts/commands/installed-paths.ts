/**
 * Which paths of a machine belong to the integration, as the text of one file shows: the folders in which programs of the
 * repository lie once they are installed.
 *
 *     /var/lib/guard/run.sh --once            run.sh is a program of the repository: /var/lib/guard
 *     cp main.py run.sh /var/lib/guard/       programs are copied there
 *     git clone https://… /opt/guard          so is all of it
 */
import { words } from '../classify/words.ts'
import type { FileInput } from '../extractor.ts'
import { type PathRole, pathRoleOf } from '../path-role.ts'
import { baseName } from './evaluate.ts'
import { Programs } from './programs.ts'

/** A path as people write it, variables and placeholders among its parts. */
const pathText = /[\w.~$@{}<>*-]{0,100}(?:\/[\w.~$@{}<>*-]{1,100}){1,24}\/?/g

const copying = /^\s*(?:[$#>]\s)?.{0,100}?\b(cp|install|mv|rsync|scp|COPY|ADD|git clone)\s/

/** Folders of the system that a repository may have one of its own for. */
const commonFolders = words('bin sbin lib src scripts script tools tool usr etc opt var share app apps code python')

export class InstalledPaths {
  readonly #folders = new Set<string>()
  /** Folders that something else in the text lies in, however far below, whoever they belong to. */
  readonly #parents = new Set<string>()
  readonly #programs: Programs
  readonly #folder: string

  private constructor({ text, tree, file }: FileInput) {
    this.#programs = new Programs(tree)
    this.#folder = file.path.split('/').slice(0, -1).join('/')
    for (const [path] of text.matchAll(pathText)) {
      for (const folder of foldersAbove(path)) this.#parents.add(folder)
      if (this.#isProgram(path)) this.#folders.add(parentOf(path))
    }
    for (const line of text.split('\n'))
      if (copying.test(line.slice(0, longestLine))) this.#copy(line.slice(0, longestLine))
  }

  static readonly #known = new WeakMap<FileInput, InstalledPaths>()

  static of(input: FileInput): InstalledPaths {
    const known = InstalledPaths.#known.get(input) ?? new InstalledPaths(input)
    InstalledPaths.#known.set(input, known)
    return known
  }

  /** What a path is for; `spellings` are the same path as it is written and with variables put in. */
  roleOf(...spellings: readonly string[]): PathRole {
    const named = spellings.map(pathRoleOf).find((role) => role !== 'other')
    if (named !== undefined) return named
    const isOwn = spellings.some((path) => this.#isFolder(path) || this.#isProgram(path))
    return isOwn ? 'integration' : 'other'
  }

  isDirectory(...spellings: readonly string[]): boolean {
    return spellings.some((path) => path.endsWith('/') || this.#parents.has(path) || this.#isFolder(path))
  }

  #isFolder(path: string): boolean {
    return this.#folders.has(trimmed(path)) || (path.includes('/') && this.#isProgramFolder(path))
  }

  #isProgramFolder(path: string): boolean {
    const name = baseName(path)
    return !commonFolders.has(name) && this.#programs.hasFolder(name)
  }

  #isProgram(path: string): boolean {
    return this.#programs.find(path, this.#folder) !== undefined
  }

  /** What is copied goes into the folder that is named last, or gets that name. */
  #copy(line: string): void {
    const given = line.split(/[\s"'`]+/).filter((word) => word !== '' && !word.startsWith('-'))
    const target = given.findLast((word) => word.includes('/'))
    const sources = given.filter((word) => word !== target)
    if (target === undefined || target.includes('://') || this.#isProgram(target)) return
    const isClone = /\bgit clone\b/.test(line)
    if (isClone || sources.some((source) => this.#isSource(source))) this.#folders.add(trimmed(target))
    for (const source of sources) {
      if (this.#isProgramFolder(source)) this.#folders.add(`${trimmed(target)}/${baseName(source)}`)
    }
  }

  #isSource(source: string): boolean {
    const name = baseName(source)
    if (name.startsWith('*.')) return this.#programs.hasExtension(name.slice(2))
    return this.#programs.find(`./${name}`, this.#folder) !== undefined || this.#isProgramFolder(source)
  }
}

/** In UTF-16 units; what copies more is not looked at as a whole. */
const longestLine = 2000

const trimmed = (path: string): string => path.replace(/(.)\/+$/, '$1')

/** The folder that a path lies in, the one that this lies in, and so on. */
function* foldersAbove(path: string): Generator<string> {
  for (let end = trimmed(path).lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end)
}

const parentOf = (path: string): string => path.slice(0, Math.max(trimmed(path).lastIndexOf('/'), 1))

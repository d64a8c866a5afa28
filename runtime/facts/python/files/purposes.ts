/**
 * What a file is for, by general signs: what is read and written back is state, what a logging handler writes is a log,
 * what nobody keeps is temporary; and the words of paths, settings and functions tell where nothing else does.
 */
import { isProgramOrProse } from '../../classify/languages.ts'
import { marksRun, word, wordPurpose } from '../../flow/purpose-words.ts'
import type { FilePurpose } from '../../path-role.ts'
import { textOf, typeOf } from '../../syntax/flat.ts'
import { originsOf } from '../expressions.ts'
import { ownCallee } from '../flow/own-calls.ts'
import { resultClass } from '../instances.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { credentialsFile, type Opening } from './openings.ts'
import { isKnown, keyOf, type PathValue } from './path-value.ts'
import type { Replacement } from './replacements.ts'

/** `.env`, `acme.env`, `.env.local`: settings by name, most often credentials; `.acme_key`, which is hidden. */
const environmentFile = /^\.[\w.]*[_-]keys?$|^[\w.-]*\.env(\.(?!example|sample|template|dist)[\w-]+)?$/
/** What only says that a program runs: `cursor.json.lock`. */
const marker = /\.(lock|lck|pid)$/i

/** What a person sets is no state, even where the program writes it the first time. */
const settingsWords = word('config|configuration|conf|settings|preferences|options')

const clocks = /^(datetime\.(date|datetime)\.(today|now|utcnow)|time\.(time|time_ns|strftime|localtime|gmtime|ctime))$/

/** In a folder that everybody may write to. */
const isForAll = ({ root, parts }: PathValue): boolean =>
  root === '/' && /^(tmp|var\/tmp|dev\/shm)(\/|$)/.test(parts.join('/'))

/** `/dev/null` and the like keep nothing; `/dev/shm` is a folder. */
const isDevice = ({ root, parts }: PathValue): boolean => root === '/' && /^dev\/(?!shm(\/|$))/.test(parts.join('/'))

export class Purposes {
  readonly #source: PythonSource
  readonly #read: ReadonlySet<string>
  readonly #written: ReadonlySet<string>
  /** By the path that is moved. */
  readonly #moves: ReadonlyMap<string, Replacement>

  constructor(source: PythonSource, openings: readonly Opening[], replacements: readonly Replacement[]) {
    this.#source = source
    this.#read = keysOf(openings.filter(({ reads }) => reads).flatMap(({ paths }) => paths))
    const found = openings.filter(({ writes, appends, path }) => writes && !appends && !this.#isNamedByTime(path))
    const opened = found.flatMap(({ paths }) => paths)
    this.#written = keysOf([...opened, ...replacements.flatMap(({ targets }) => targets)])
    this.#moves = new Map(
      replacements.toReversed().flatMap((one) => one.sources.map((path) => [keyOf(path), one] as const)),
    )
  }

  ofOpening(opening: Opening): FilePurpose {
    if (opening.sort === 'log') return 'log'
    if (credentialsFile.test(opening.callee)) return 'secrets'
    if (opening.paths.length > 0 && opening.paths.every(isDevice)) return 'other'
    if (namesIn(opening.paths).some(isProgramOrProse)) return 'other'
    const replaced = this.replacedBy(opening)
    if (replaced !== undefined) return this.ofTarget(replaced)
    const isMadeUp = opening.sort === 'temporary' || opening.paths.some(isForAll)
    const told = opening.path === undefined ? undefined : this.#byWords(opening.path, opening.paths, opening.appends)
    if (told !== undefined && opening.sort !== 'temporary') return told
    if (isMadeUp) return 'temporary'
    if (opening.sort === 'database') return 'state'
    return this.#isWrittenBack(opening.paths) ? 'state' : this.#byFunction(opening.call)
  }

  /** What a file is for that takes the place of another. */
  ofTarget({ target, targets, call }: Replacement): FilePurpose {
    if (namesIn(targets).some(isProgramOrProse)) return 'other'
    const told = this.#byWords(target, targets, false)
    if (told !== undefined) return told
    return this.#isWrittenBack(targets) ? 'state' : this.#byFunction(call)
  }

  /** The call that moves what was opened to its place. */
  replacedBy(opening: Opening): Replacement | undefined {
    if (!opening.writes) return undefined
    for (const path of opening.paths) {
      const move = this.#moves.get(keyOf(path))
      if (move !== undefined) return move
    }
    return undefined
  }

  #isWrittenBack(paths: readonly PathValue[]): boolean {
    if (namesIn(paths).some((name) => settingsWords.test(name))) return false
    const keys = paths.map(keyOf)
    return keys.some((key) => this.#read.has(key)) && keys.some((key) => this.#written.has(key))
  }

  /** The next run does not find what bears the time of this one. */
  #isNamedByTime(path: number | undefined): boolean {
    return path !== undefined && originsOf(this.#source, path).some(({ name }) => clocks.test(name ?? ''))
  }

  /** By the name of the file first, then by what its path is taken from. */
  #byWords(node: number, paths: readonly PathValue[], appends: boolean): FilePurpose | undefined {
    const names = namesIn(paths)
    if (names.length > 0 && names.every((name) => marker.test(name))) return 'other'
    if (marksRun(textOf(this.#source.tree, node))) return 'other'
    if (names.some((name) => environmentFile.test(name))) return 'secrets'
    return wordPurpose(names.join(' '), appends) ?? wordPurpose(this.#wordsOf(node).join(' '), appends)
  }

  /** The names, settings and constants that a path is put together from. */
  #wordsOf(node: number): readonly string[] {
    const { tree } = this.#source
    const texts = [textOf(tree, node)]
    for (const one of alternativesOf(this.#source, node)) {
      texts.push(textOf(tree, one.node), ...one.names.map((name) => textOf(tree, name)))
      for (let inner = one.node; inner < Math.min(tree.nexts[one.node] ?? 0, one.node + mostWords); inner++) {
        if (typeOf(tree, inner) !== 'identifier') continue
        // What an object is made of tells what it holds, and not which part of it the path is.
        for (const { node: leaf } of alternativesOf(this.#source, inner))
          if (!this.#makesObject(leaf)) texts.push(textOf(tree, leaf))
      }
    }
    return texts.map((text) => text.slice(0, longestText))
  }

  #makesObject(node: number): boolean {
    const own = typeOf(this.#source.tree, node) === 'call' ? ownCallee(this.#source, node) : undefined
    return own !== undefined && resultClass(own) !== undefined
  }

  #byFunction(call: number): FilePurpose {
    const { scopes } = this.#source
    return wordPurpose(scopes.nameOf(scopes.functionOf(call)) ?? '', false) ?? 'other'
  }
}

const namesIn = (paths: readonly PathValue[]): readonly string[] =>
  paths.flatMap(({ parts }) => parts.slice(-1)).filter(isKnown)

const keysOf = (paths: readonly PathValue[]): ReadonlySet<string> => new Set(paths.map(keyOf))

const mostWords = 40
const longestText = 300

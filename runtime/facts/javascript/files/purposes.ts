/** What a file is for, by general signs: what is read and written back is state; words tell where nothing else does. */
import { isProgramOrProse } from '../../classify/languages.ts'
import { purposeOf } from '../../flow/purpose.ts'
import type { FilePurpose } from '../../path-role.ts'
import { textOf } from '../../syntax/flat.ts'
import type { JavaScriptSource } from '../source.ts'
import type { Opening } from './openings.ts'
import { pathOf } from './paths.ts'
import { keyOf, type Replacement } from './replacements.ts'

export class Purposes {
  readonly #source: JavaScriptSource
  readonly #read: ReadonlySet<string>
  readonly #written: ReadonlySet<string>
  /** By the path that is moved, what it becomes. */
  readonly #moves: ReadonlyMap<string, number>

  constructor(source: JavaScriptSource, openings: readonly Opening[], replacements: readonly Replacement[]) {
    const key = (path: number) => keyOf(source, path)
    this.#source = source
    this.#read = new Set(openings.filter(({ reads }) => reads).map(({ path }) => key(path)))
    const opened = openings.filter(({ writes, appends }) => writes && !appends).map(({ path }) => key(path))
    this.#written = new Set([...opened, ...replacements.map(({ target }) => key(target))])
    this.#moves = new Map(replacements.map((one) => [key(one.source), one.target]))
  }

  of(path: number, isMoved = false): FilePurpose {
    const source = this.#source
    const key = keyOf(source, path)
    const target = isMoved ? undefined : this.#moves.get(key)
    if (target !== undefined) return this.of(target, true)
    const known = pathOf(source, path)
    if (known !== undefined && /^\/dev\/(?!shm)/.test(known)) return 'other'
    const name = known?.split('/').at(-1) ?? ''
    if (isProgramOrProse(name)) return 'other'
    if (/^[\w.-]*\.env(\.(?!example|sample|template|dist)[\w-]+)?$/.test(name)) return 'secrets'
    const told = purposeOf([name, known ?? '', textOf(source.tree, path)])
    if (told !== 'other' || known?.startsWith('/tmp/')) return told === 'other' ? 'temporary' : told
    return this.#read.has(key) && this.#written.has(key) ? 'state' : 'other'
  }
}

/**
 * What earlier runs found out, for one run: what single files gave (never what linking made of it), and the document as a
 * whole, under a key of everything that it was made from.
 */
import { deserialize, serialize } from 'node:v8'
import { attempt } from '../attempt.ts'
import { CacheFolder } from './cache-folder.ts'
import type { CarefulWriter } from './careful-writer.ts'
import type { Key } from './keys.ts'
import type { Pack } from './pack.ts'

/** A record as it lies in the cache, or comes from a thread: a structured clone. */
export type Clone = Uint8Array

export interface KeptDocument<About> {
  readonly about: About
  /** Alone in its buffer. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

export class ScanCache {
  readonly #folder: CacheFolder
  readonly #names: { readonly files: string; readonly document: string }
  readonly #before: Pack | undefined
  #writer: CarefulWriter | undefined
  /** Keys of records that are there already and hold for this run, too. */
  readonly #reused = new Set<Key>()

  private constructor(folder: CacheFolder, name: string) {
    this.#folder = folder
    this.#names = { files: `${name}.files`, document: `${name}.document` }
    this.#before = folder.pack(this.#names.files)
  }

  /** Nothing where the folder cannot be used. */
  static open(path: string, name: string): ScanCache | undefined {
    const folder = CacheFolder.open(path)
    return folder === undefined ? undefined : new ScanCache(folder, name)
  }

  /** Whether there was a run before this one. */
  get hasRecords(): boolean {
    return this.#before !== undefined
  }

  /** What an earlier run was given for the same key. */
  recall<Record>(key: Key): Record | undefined {
    const clone = this.#before?.record(key)
    const record = clone === undefined ? undefined : attempt(() => deserialize(clone) as Record)
    if (record !== undefined) this.#reused.add(key)
    return record
  }

  keep(key: Key, clone: Clone): void {
    this.#writer ??= this.#folder.writer(this.#names.files)
    this.#writer.add(key, clone)
  }

  /** Puts what was kept beside what was recalled; what no file of this run gave is given up. */
  settle(): void {
    this.#before?.touch()
    if (this.#writer === undefined) return
    for (const key of this.#reused) {
      const clone = this.#before?.record(key)
      if (clone !== undefined) this.#writer.add(key, clone)
    }
    this.#writer.finish()
    this.#folder.sweep()
  }

  /** Call it in any case: nothing stays open, and nothing half written stays behind. */
  close(): void {
    this.#writer?.abandon()
    this.#before?.close()
  }

  recallDocument<About>(key: Key): KeptDocument<About> | undefined {
    const pack = this.#folder.pack(this.#names.document)
    const [about, bytes] = [pack?.record(`${key} about`), pack?.record(key)]
    pack?.touch()
    pack?.close()
    if (about === undefined || bytes === undefined) return undefined
    return attempt(() => ({ about: deserialize(about) as About, bytes: new Uint8Array(bytes) }))
  }

  keepDocument<About>(key: Key, { about, bytes }: KeptDocument<About>): void {
    const writer = this.#folder.writer(this.#names.document)
    writer.add(`${key} about`, serialize(about))
    writer.add(key, bytes)
    writer.finish()
    this.#folder.sweep()
  }
}

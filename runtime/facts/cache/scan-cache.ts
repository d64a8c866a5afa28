/**
 * What earlier runs found out, for one run: what single files gave (never what linking made of it), the document as a whole,
 * under a key of everything that it was made from, what follows from it, and what was looked at to make it.
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

/** What of the last run is kept beside its files and its document: what it looked at, and what modules said of the document. */
type SortOfLast = 'trace' | 'answers'
type Sort = 'document' | SortOfLast

export class ScanCache {
  readonly #folder: CacheFolder
  readonly #name: string
  /** Opened when it is first asked for. */
  #before: Pack | 'missing' | undefined
  #writer: CarefulWriter | undefined
  /** Keys of records that are there already and hold for this run, too. */
  readonly #reused = new Set<Key>()

  private constructor(folder: CacheFolder, name: string) {
    this.#folder = folder
    this.#name = name
  }

  /** Nothing where the folder cannot be used. */
  static open(path: string, name: string): ScanCache | undefined {
    const folder = CacheFolder.open(path)
    return folder === undefined ? undefined : new ScanCache(folder, name)
  }

  /** Whether there was a run before this one. */
  get hasRecords(): boolean {
    return this.#filesBefore() !== undefined
  }

  /** What an earlier run was given for the same key, if it still holds. */
  recall<Record>(key: Key, holds: (record: Record) => boolean): Record | undefined {
    const clone = this.#filesBefore()?.record(key)
    const record = clone === undefined ? undefined : attempt(() => deserialize(clone) as Record)
    if (record === undefined || !holds(record)) return undefined
    this.#reused.add(key)
    return record
  }

  keep(key: Key, clone: Clone): void {
    this.#writer ??= this.#folder.writer(`${this.#name}.files`)
    this.#writer.add(key, clone)
  }

  /** Puts what was kept beside what was recalled; what no file of this run gave is given up. */
  settle(): void {
    const before = this.#filesBefore()
    before?.touch()
    if (this.#writer === undefined) return
    for (const key of this.#reused) {
      const clone = before?.record(key)
      if (clone !== undefined) this.#writer.add(key, clone)
    }
    this.#writer.finish()
    this.#folder.sweep()
  }

  /** Call it in any case: nothing stays open, and nothing half written stays behind. */
  close(): void {
    this.#writer?.abandon()
    if (this.#before !== 'missing') this.#before?.close()
  }

  recallDocument<About>(key: Key): KeptDocument<About> | undefined {
    const [about, bytes] = this.#recorded('document', [`${key} about`, key])
    if (about === undefined || bytes === undefined) return undefined
    return attempt(() => ({ about: deserialize(about) as About, bytes: new Uint8Array(bytes) }))
  }

  keepDocument<About>(key: Key, { about, bytes }: KeptDocument<About>): void {
    const records = [[`${key} about`, serialize(about)] as const, [key, bytes] as const]
    this.#record('document', records)
  }

  /** What the last run kept of a sort, if it was under this key. */
  recallLast<Kept>(sort: SortOfLast, key: Key): Kept | undefined {
    const [clone] = this.#recorded(sort, [key])
    return clone === undefined ? undefined : attempt(() => deserialize(clone) as Kept)
  }

  keepLast(sort: SortOfLast, key: Key, kept: unknown): void {
    this.#record(sort, [[key, serialize(kept)]])
  }

  #filesBefore(): Pack | undefined {
    this.#before ??= this.#folder.pack(`${this.#name}.files`) ?? 'missing'
    return this.#before === 'missing' ? undefined : this.#before
  }

  #recorded(sort: Sort, keys: readonly string[]): readonly (Buffer | undefined)[] {
    const pack = this.#folder.pack(`${this.#name}.${sort}`)
    const records = keys.map((key) => pack?.record(key))
    pack?.touch()
    pack?.close()
    return records
  }

  #record(sort: Sort, records: readonly (readonly [key: string, record: Uint8Array])[]): void {
    const writer = this.#folder.writer(`${this.#name}.${sort}`)
    for (const [key, record] of records) writer.add(key, record)
    writer.finish()
    this.#folder.sweep()
  }
}

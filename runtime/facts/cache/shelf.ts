import type { Key } from './keys.ts'
import type { ScanCache } from './scan-cache.ts'

/** For what follows from a document and from nothing else but what it is named by. */
export class Shelf {
  readonly #cache: ScanCache
  readonly #document: Key

  constructor(cache: ScanCache, document: Key) {
    this.#cache = cache
    this.#document = document
  }

  recall<Kept>(name: string): Kept | undefined {
    return this.#cache.recallLast('answers', `${this.#document} ${name}`)
  }

  /** Of all that was kept by a name, the last is there for the next run. */
  keep(name: string, kept: unknown): void {
    this.#cache.keepLast('answers', `${this.#document} ${name}`, kept)
  }
}

/**
 * The names of all files, as those who read one file may know them. They ask by lookups, which have names, so that what a file
 * gave is kept with what was asked and answered on the way: it holds in every tree that answers the same (`asked.ts`).
 */

export type Answer = string | boolean | undefined

/** Something that is found out of all paths once, and then asked again and again. Pure. */
export interface Lookup<A extends Answer = Answer> {
  /** By which it is known in what is kept. */
  readonly name: string
  /** @param paths of all files, from the scanned folder */
  over(paths: ReadonlySet<string>): (asked: string, from: string) => A
}

/** What an extractor may know of the rest of the repository: names, never contents. */
export interface RepositoryTree {
  /** `from`: the folder, or the file, that somebody asks from, if the answer depends on it. */
  ask<A extends Answer>(lookup: Lookup<A>, asked: string, from?: string): A
}

export class Tree implements RepositoryTree {
  /** Of all files, from the scanned folder. */
  readonly paths: ReadonlySet<string>
  readonly #found = new Map<Lookup, (asked: string, from: string) => Answer>()

  constructor(paths: Iterable<string>) {
    this.paths = new Set(paths)
  }

  ask<A extends Answer>(lookup: Lookup<A>, asked: string, from = ''): A {
    const found = this.#found.get(lookup) ?? lookup.over(this.paths)
    this.#found.set(lookup, found)
    return found(asked, from) as A
  }
}

/** Whether there is a file of a path. */
export const isThere: Lookup<boolean> = { name: 'file', over: (paths) => (asked) => paths.has(asked) }

/**
 * Numbers for lists of numbers: equal lists have the same one, in the order in which they first come. Lists are compared
 * as they are, because making a text of each to look it up takes longer than everything else that is done with them.
 */
export class Lists {
  readonly #lists: (readonly number[])[] = []
  /** By hash: the last list that has it. */
  readonly #last = new Map<number, number>()
  /** By list: the one before it that has the same hash, or -1. */
  readonly #before: number[] = []

  get all(): readonly (readonly number[])[] {
    return this.#lists
  }

  /** A list that is new is copied, so that the caller may go on with its own. */
  numberOf(list: readonly number[]): number {
    const hash = hashOf(list)
    const last = this.#last.get(hash) ?? -1
    for (let number = last; number !== -1; number = this.#before[number] as number) {
      if (isSame(this.#lists[number] as readonly number[], list)) return number
    }
    const number = this.#lists.push(list.slice()) - 1
    this.#before.push(last)
    this.#last.set(hash, number)
    return number
  }
}

/** FNV-1a over the numbers, kept small enough to be no object of V8's. */
function hashOf(list: readonly number[]): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < list.length; index++) hash = Math.imul(hash ^ (list[index] as number), 0x01000193)
  return hash & 0x3fffffff
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return true
}

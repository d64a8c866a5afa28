/**
 * What following a value came to, for the next search that comes by: a name that is used ten times leads to one expression.
 * A search that takes it over comes to the same, in the same steps, as one that goes there itself.
 *
 *     config = json.loads(read())     ◀── a: config["host"]     goes there, and leaves a trail
 *                                     ◀── b: config["host"]     takes it over
 */
import { searchesInTurn } from '../../flow/known-terms.ts'
import type { Term } from '../../flow/term.ts'
import type { FlatTree } from '../../syntax/flat.ts'

export interface Trail {
  /** Where the search has been, each place with the way in which it came there. */
  readonly places: readonly number[]
  readonly terms: readonly Term[]
  readonly steps: number
  /** How much deeper than where it began it went. */
  readonly levels: number
}

const trails = new WeakMap<FlatTree, Map<number, Trail>>()

export function trailsIn(tree: FlatTree): Map<number, Trail> {
  const known = trails.get(tree) ?? new Map<number, Trail>()
  trails.set(tree, known)
  return known
}

/** What a search has to know of itself to tell whether it would come to the same from anywhere else. */
export class Course {
  /** Where it has been, in turn, and when first. */
  readonly #turns = new Map<number, number>()
  readonly #places: number[] = []
  steps = 0
  /** Of the part that is being followed: the earliest place at which it came by again, and how deep it went. */
  #earliest = Number.POSITIVE_INFINITY
  #depth = 0

  get size(): number {
    return this.#places.length
  }

  /** A way that was gone once is not gone again. */
  isNew(place: number, depth: number): boolean {
    this.steps++
    const turn = this.#turns.get(place)
    if (turn !== undefined) {
      this.#earliest = Math.min(this.#earliest, turn)
      return false
    }
    this.#go(place, depth)
    return true
  }

  /** What `follow` comes to; nothing where that depends on how the search came there, or on what is being searched for. */
  recorded(found: readonly Term[], depth: number, follow: () => void): Trail | undefined {
    const [start, steps, terms, searches] = [this.size, this.steps, found.length, searchesInTurn()]
    const [earliest, deepest] = [this.#earliest, this.#depth]
    this.#earliest = Number.POSITIVE_INFINITY
    this.#depth = depth
    follow()
    const isItsOwn = this.#earliest >= start && searches === searchesInTurn()
    const trail = isItsOwn
      ? {
          places: this.#places.slice(start),
          terms: found.slice(terms),
          steps: this.steps - steps,
          levels: this.#depth - depth,
        }
      : undefined
    this.#earliest = Math.min(earliest, this.#earliest)
    this.#depth = Math.max(deepest, this.#depth)
    return trail
  }

  /** Whether the search has been nowhere yet where a trail leads. */
  isClear({ places }: Trail): boolean {
    return places.every((place) => !this.#turns.has(place))
  }

  take({ places, steps, levels }: Trail, depth: number): void {
    for (const place of places) this.#go(place, depth + levels)
    this.steps += steps
  }

  #go(place: number, depth: number): void {
    this.#turns.set(place, this.#places.length)
    this.#places.push(place)
    if (depth > this.#depth) this.#depth = depth
  }
}

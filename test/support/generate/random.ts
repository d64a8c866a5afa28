/** Chance that can be repeated: the same seed gives the same numbers on every machine. */

export interface Random {
  /** From 0, below 1. */
  readonly next: () => number
  /** A whole number from 0, below `limit`. */
  readonly below: (limit: number) => number
  readonly chance: (of: number) => boolean
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** Some of a list, in its order. */
  readonly some: <T>(list: readonly T[], share: number) => readonly T[]
}

/** Mulberry32: 32 bits of state, good enough to choose by. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (of) => next() < of,
    pick: (list) => {
      if (list.length === 0) throw new Error('Nothing can be picked from an empty list.')
      return list[below(list.length)] as (typeof list)[number]
    },
    some: (list, share) => list.filter(() => next() < share),
  }
}

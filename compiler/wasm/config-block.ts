/**
 * The block of static memory through which a linked policy tells the library about itself. The library reserves and
 * exports its address (`config`); the linker overwrites it with a small active data segment. Words of 32 bits,
 * little-endian, by offset. Must match `compiler/library/config.ts`.
 */
export const configBlock = {
  /** Where the heap begins: the end of the policy's static data, 8-byte aligned. */
  heapBase: 0,
  /** Table slot of `(entrypoint, input, data) -> result set`; 0 where no policy is linked. */
  dispatch: 4,
  /** JSON text of the builtins that the host has to bring, and its length. */
  builtins: 8,
  builtinsLength: 12,
  /** JSON text of entrypoint names to numbers, and its length. */
  entrypoints: 16,
  entrypointsLength: 20,
  /** Inline-cache sites, zeroed at every evaluation, and their length in bytes. */
  sites: 24,
  sitesLength: 28,
  /** How many functions remember their value within an evaluation. */
  memoized: 32,
  /** What is asked of the input (`compiler/wasm/asked.ts`). */
  asked: 36,
  size: 48,
} as const

/** A site is two words: the shape that was seen last, and the slot of the key in it. */
export const siteSize = 8

/** Words that mean something by themselves. Must match `compiler/library/values.ts`. */
export const words = { undefined: 0, null: 3, false: 7, true: 11, knownUndefined: 15 } as const

/** A small integer as a word: 30 bits, signed. */
export const smallInteger = (value: number): number => (value << 2) | 1

export const isSmallInteger = (value: number): boolean =>
  Number.isInteger(value) && value >= -(2 ** 29) && value < 2 ** 29 && !Object.is(value, -0)

/** Strings are nodes {pointer, length}; their word is the address of the node with this tag in its two lowest bits. */
export const stringTag = 2
export const tagMask = 3

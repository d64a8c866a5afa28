/**
 * Bytes that repeat themselves → fewer bytes (LZ77): literals and a copy of what stands some bytes before, in turn. Must
 * match `compiler/library/patterns/packed.ts`.
 *
 *     u8 count · literals[count] · u8 length of the copy · u16 how far back it begins      … until all bytes are there
 */
const shortestCopy = 5
const longest = 255
const farthest = 0xffff
/** Places looked at for each copy, so that packing stays quick whatever the bytes. */
const mostTries = 16

export function packed(bytes: Uint8Array): Uint8Array {
  // Every 255 literals have three bytes beside them, and a copy takes no more than what it stands for.
  const out = new Uint8Array(bytes.length + 4 * Math.ceil((bytes.length + 1) / longest))
  let size = 0
  const places = new Places(bytes)
  let literals = 0
  for (let at = 0; at < bytes.length; ) {
    const { length, back } = places.longestCopy(at)
    const isCopy = length >= shortestCopy
    const end = at + (isCopy ? length : 1)
    if (!isCopy) literals++
    if (isCopy || literals === longest || end === bytes.length) {
      const from = (isCopy ? at : end) - literals
      out[size] = literals
      out.set(bytes.subarray(from, from + literals), size + 1)
      out.set(isCopy ? [length, back & 0xff, back >> 8] : [0, 0, 0], size + 1 + literals)
      size += literals + 4
      literals = 0
    }
    for (; at < end; at++) places.add(at)
  }
  return out.slice(0, size)
}

/** The places behind which bytes have been seen, by the four bytes that stand there. */
class Places {
  readonly #bytes: Uint8Array
  /** By a few bits of four bytes: 1 + the last place where they stand; and by place the one before it, or 0. */
  readonly #last = new Int32Array(1 << bitsOfKey)
  readonly #before: Int32Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#before = new Int32Array(bytes.length)
  }

  add(at: number): void {
    const slot = slotOf(this.#keyAt(at))
    this.#before[at] = this.#last[slot] as number
    this.#last[slot] = at + 1
  }

  /** The longest of what began the same way, the farthest of several; it may reach into itself. */
  longestCopy(at: number): { readonly length: number; readonly back: number } {
    const bytes = this.#bytes
    const limit = Math.min(longest, bytes.length - at)
    let [length, back] = [0, 0]
    const key = this.#keyAt(at)
    let [next, tries] = [this.#last[slotOf(key)] as number, 0]
    while (next !== 0 && tries < mostTries) {
      const place = next - 1
      next = this.#before[place] as number
      // Others stand in the same slot.
      if (this.#keyAt(place) !== key) continue
      tries++
      let same = 0
      while (same < limit && bytes[place + same] === bytes[at + same]) same++
      if (same < length || same === 0 || at - place > farthest) continue
      length = same
      back = at - place
    }
    return { length, back }
  }

  #keyAt(at: number): number {
    const bytes = this.#bytes
    return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
  }
}

const bitsOfKey = 16
const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - bitsOfKey)

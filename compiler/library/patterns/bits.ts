/**
 * All positions of a pattern at once, a bit each (drawn in `compiler/patterns/bits.ts`). Must match
 * `compiler/patterns/encode.ts`.
 */
import { allocate, heapPointer, release } from '../memory'
import { unpacked } from './packed'
import { EDGE, OTHER, sortOf } from './sorts'

/** Masks lie one after another: readers by class, initial by sort, accepting by sort, shifted, staying, exceptional. */
const HEAD: usize = 20
const SORTS: usize = 5

/** While no position is under way, bytes that begin no match are passed over: their classes are below `idle`. */
export function byBits(packed: usize, site: usize, text: usize, end: usize): bool {
  // At a pattern's first use in an evaluation.
  if (load<u32>(site) == 0) store<u32>(site, <u32>unpacked(packed + 8, load<u32>(packed, 4)))
  const pattern: usize = load<u32>(site)
  const words = load<u32>(pattern)
  const size = (<usize>words) << 2
  const readers = pattern + HEAD + 256
  const initial = readers + size * <usize>load<u32>(pattern, 4)
  const accepting = initial + size * SORTS
  const shifted = accepting + size * SORTS
  const matchesEmpty = load<u32>(pattern, 8)
  const told = load<u32>(pattern, 12)
  const idle = load<u32>(pattern, 16)
  const mark = heapPointer()
  let now = allocate(size)
  let next = allocate(size)
  memory.fill(now, 0, size)
  let at = text
  let before = EDGE
  let isUnderWay: bool = false
  let found = false
  while (true) {
    if (!isUnderWay && at < end && classOf(pattern, at) < idle) {
      do at++
      while (at < end && classOf(pattern, at) < idle)
      before = toldSort(told, sortOf(load<u8>(at - 1)))
    }
    const after = at < end ? toldSort(told, sortOf(load<u8>(at))) : EDGE
    if ((matchesEmpty >> (before * 5 + after)) & 1 || meets(now, accepting + size * <usize>after, size)) {
      found = true
      break
    }
    if (at >= end) break
    const reading = readers + size * <usize>classOf(pattern, at)
    isUnderWay = step(pattern, now, next, initial + size * <usize>before, shifted, reading, size)
    const swapped = now
    now = next
    next = swapped
    before = after
    at++
  }
  release(mark)
  return found
}

function classOf(pattern: usize, at: usize): u32 {
  return load<u8>(pattern + HEAD + load<u8>(at))
}

/** Sorts that no assertion of the pattern asks for are one. */
function toldSort(told: u32, sort: u32): u32 {
  return (told >> sort) & 1 ? sort : OTHER
}

function meets(a: usize, b: usize, size: usize): bool {
  for (let word: usize = 0; word < size; word += 4) if (load<u32>(a + word) & load<u32>(b + word)) return true
  return false
}

/** Whether any position is under way afterwards. */
function step(
  pattern: usize,
  now: usize,
  next: usize,
  initial: usize,
  shifted: usize,
  reading: usize,
  size: usize,
): bool {
  const staying = shifted + size
  const exceptional = staying + size
  const further = exceptional + size
  let carry: u32 = 0
  for (let word: usize = 0; word < size; word += 4) {
    const bits = load<u32>(now + word)
    const moved = ((bits << 1) | carry) & load<u32>(shifted + word)
    carry = bits >> 31
    store<u32>(next + word, moved | (bits & load<u32>(staying + word)) | load<u32>(initial + word))
  }
  for (let word: usize = 0; word < size; word += 4) {
    let bits = load<u32>(now + word) & load<u32>(exceptional + word)
    while (bits) {
      const position = ((<usize>word) << 3) + <usize>ctz(bits)
      bits &= bits - 1
      const lists = further + (position << 3)
      addAll(next, pattern + <usize>load<u32>(lists), <u32>position)
      addAll(next, pattern + <usize>load<u32>(lists, 4), 0)
    }
  }
  let any: u32 = 0
  for (let word: usize = 0; word < size; word += 4) {
    const bits = load<u32>(next + word) & load<u32>(reading + word)
    store<u32>(next + word, bits)
    any |= bits
  }
  return any != 0
}

/** A list: its count, then positions, counted from one, as words of 16 bits. */
function addAll(bits: usize, list: usize, from: u32): void {
  const end = list + 2 + ((<usize>load<u16>(list)) << 1)
  for (let at = list + 2; at < end; at += 2) {
    const position = (from + load<u16>(at)) & 0xffff
    const word = bits + ((<usize>(position >> 5)) << 2)
    store<u32>(word, load<u32>(word) | (1 << (position & 31)))
  }
}

/**
 * Memory: one bump pointer (drawn in `compiler/library/index.ts`). Nothing is ever freed; setting the pointer back forgets
 * what lies above it.
 *
 * Memory grows in one step to what an input will need, since every step can cost the host a collection of its heap; and
 * by at least an eighth otherwise. The host may grow it too, so its size is asked for anew whenever it matters.
 */
import { heapBase } from './config'
import { opa_abort } from './host'

let pointer: usize = 0
let end: usize = 0

/** Ends the evaluation with a NUL-terminated message. */
export function fail(message: usize): void {
  opa_abort(message)
  unreachable()
}

export function heapPointer(): usize {
  return pointer
}

/** The pointer comes from the host and may be any address, so it is aligned here. */
export function setHeapPointer(address: usize): void {
  pointer = (address + 7) & ~7
  end = (<usize>memory.size()) << 16
}

export function allocate(bytes: usize): usize {
  const address = pointer
  const next = (address + bytes + 7) & ~7
  if (next > end || next < address) grow(next, address)
  pointer = next
  return address
}

/** Copies a few words: `memory.copy` is a call of the host's, and costs more than they do. */
export function copyWords(to: usize, from: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 4) store<u32>(to + at, load<u32>(from + at))
}

/** What `copyBytes` may write behind what it copies. */
export const OVERLAP: usize = 8

/** Copies bytes, eight at a time, so that up to `OVERLAP` behind them are overwritten. */
export function copyBytes(to: usize, from: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 8) store<u64>(to + at, load<u64>(from + at))
}

/** Takes back what lies above an address that `allocate` gave. */
export function release(address: usize): void {
  pointer = address
}

/** Makes sure that memory up to an address is there, without allocating it. */
export function reserve(address: usize): void {
  if (address > end) grow(address, pointer)
}

// "out of memory"
const outOfMemory = memory.data<u8>([111, 117, 116, 32, 111, 102, 32, 109, 101, 109, 111, 114, 121, 0])

export function failForMemory(): void {
  fail(outOfMemory)
}

function grow(needed: usize, from: usize): void {
  if (needed < from) failForMemory()
  const size: u64 = (<u64>memory.size()) << 16
  if (<u64>needed > size) {
    const missing = <u64>needed - size
    const wanted = max(missing, size >> 3)
    const exactly = <i32>((missing + 0xffff) >> 16)
    if (memory.grow(<i32>((wanted + 0xffff) >> 16)) < 0 && memory.grow(exactly) < 0) failForMemory()
  }
  end = (<usize>memory.size()) << 16
}

/** For the start function: where the linked policy's data ends, or the library's own where none is linked. */
export function startHeap(): void {
  const base = heapBase()
  setHeapPointer(base ? base : __heap_base)
}

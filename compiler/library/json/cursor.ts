/**
 * Where the reader stands. While a text is read, a NUL stands behind it: no NUL may stand in a text, so everything ends
 * there by itself, and eight bytes can be looked at from anywhere in it, since the heap follows.
 *
 *     text … { " a "  :  1 }  NUL | scratch: elements of open collections, a word each | values …
 *                ^ at          ^ end               ^ waiting
 */
import { allocate, failForMemory, heapPointer, reserve } from '../memory'
import { Value } from '../values'

/** Beyond this, values would not fit into the memory that 32 bits can address. */
const LONGEST: u32 = 1 << 29

let position: usize = 0
let end: usize = 0
let byteBehind: u8 = 0
let scratch: usize = 0
let scratchEnd: usize = 0
let waiting: usize = 0

/** Where few elements wait at a time, scratch stays as it is. */
const SCRATCH: usize = 1 << 14

/**
 * Memory is grown at once to what an input of this length mostly needs. The first bytes of the heap may be those behind
 * the text, where reading looks ahead.
 */
export function openText(text: usize, length: u32): void {
  if (length > LONGEST) failForMemory()
  const size = min(((<usize>length) << 1) + 64, SCRATCH)
  scratch = allocate(size + 64) + 64
  scratchEnd = scratch + size
  waiting = scratch
  reserve(heapPointer() + (<usize>length >> 1) + 64)
  position = text
  end = text + length
  byteBehind = load<u8>(end)
  store<u8>(end, 0)
}

/** Puts back the byte behind the text; whether the reader has come to it. */
export function closeText(): bool {
  store<u8>(end, byteBehind)
  return position == end
}

export function here(): usize {
  return position
}
export function moveTo(address: usize): void {
  position = address
}
export function skip(bytes: usize): void {
  position += bytes
}
export function peek(): u32 {
  return load<u8>(position)
}
/** The byte at hand, which the reader leaves behind. */
export function take(): u32 {
  return load<u8>(position++)
}

/** Whether white space stands here, or nothing that could follow: so that `skipSpace` is called where there is some. */
export function isSpaceHere(): bool {
  return peek() <= 32
}
export function skipSpace(): void {
  position = behindSpace(position)
}
export function behindSpace(at: usize): usize {
  while (true) {
    const byte = load<u8>(at)
    if (byte > 32 || (byte != 32 && byte != 10 && byte != 13 && byte != 9)) return at
    at++
  }
}

/** How many bytes wait: what waits from there on belongs to the collection that begins now. */
export function waitingSize(): usize {
  return waiting - scratch
}
/** The address of what waits from `size` bytes on, until something more has to wait. */
export function waitingFrom(size: usize): usize {
  return scratch + size
}
export function wait(value: Value): void {
  if (waiting == scratchEnd) widen()
  store<u32>(waiting, value)
  waiting += 4
}
export function dropWaiting(size: usize): void {
  waiting = scratch + size
}

function widen(): void {
  const size = waitingSize()
  const wider = allocate(size << 1)
  memory.copy(wider, scratch, size)
  scratch = wider
  scratchEnd = wider + (size << 1)
  waiting = wider + size
}

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
let waiting: usize = 0

/** Scratch and the memory for the values are sized from the text, so that memory grows once. */
export function openText(text: usize, length: u32): void {
  if (length > LONGEST) failForMemory()
  // Two bytes of text make at most one element: "1,". The first bytes of the heap may be those behind the text.
  waiting = allocate(((<usize>length) << 1) + 64) + 8
  reserve(heapPointer() + ((<usize>length) << 1) + 64)
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
  while (true) {
    const byte = load<u8>(position)
    if (byte > 32 || (byte != 32 && byte != 10 && byte != 13 && byte != 9)) return
    position++
  }
}

/** The next free word of the scratch area: what waits from there on belongs to the collection that begins now. */
export function waitingFrom(): usize {
  return waiting
}
export function wait(value: Value): void {
  store<u32>(waiting, value)
  waiting += 4
}
export function dropWaiting(from: usize): void {
  waiting = from
}

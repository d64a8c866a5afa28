/**
 * Equal texts of an input are mostly one node, so that what goes through many of them reads less memory, and what was found
 * out of one is known of the others. Of texts that meet in a place the last is remembered: nothing rests on two being one.
 *
 *     place of a text's bytes   | node | node | …        0 where none has come yet
 */
import { allocate } from '../memory'
import { sameBytes } from '../texts'
import { lengthOf, newString, textOf, Value } from '../values'

const PLACES: u32 = 2048
/** Longer ones are seldom equal. */
const LONGEST: u32 = 40

let known: usize = 0

/** For a heap that is set back; the next text makes the places. */
export function forgetTexts(): void {
  known = 0
}

/** A string of bytes that stay where they are. */
export function sharedString(text: usize, length: u32): Value {
  if (length > LONGEST) return newString(text, length)
  if (known == 0) begin()
  const place = known + ((<usize>(mixed(text, length) & (PLACES - 1))) << 2)
  const last: Value = load<u32>(place)
  if (last && lengthOf(last) == length && sameBytes(textOf(last), text, length)) return last
  const string = newString(text, length)
  store<u32>(place, string)
  return string
}

function begin(): void {
  known = allocate((<usize>PLACES) << 2)
  memory.fill(known, 0, (<usize>PLACES) << 2)
}

/** Of the bytes at both ends, which may overlap, and the length. */
function mixed(text: usize, length: u32): u32 {
  let ends: u64 = 0
  if (length >= 8) ends = load<u64>(text) ^ (load<u64>(text + length - 8) * 31)
  else if (length > 0) ends = load<u64>(text) << ((<u64>(8 - length)) << 3)
  const all = (ends ^ length) * 0x9e3779b97f4a7c15
  return <u32>(all >> 40)
}

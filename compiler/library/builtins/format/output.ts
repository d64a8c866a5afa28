/** The text under way, as strings that are put together at the end; and what stands between a `%` and its verb. */
import { arrayAppend, newArray } from '../../arrays'
import { allocate } from '../../memory'
import { join } from '../../strings'
import { codePointCount } from '../../texts'
import { lengthOf, newString, textOf, Value } from '../../values'

let pieces: Value = 0

export function startOutput(): void {
  pieces = newArray(8)
}
export function output(): Value {
  return join(pieces, newString(0, 0))
}
export function put(text: Value): void {
  arrayAppend(pieces, text)
}
export function putByte(byte: u8): void {
  putRepeated(byte, 1)
}
function putRepeated(byte: u8, count: u32): void {
  const bytes = allocate(count)
  memory.fill(bytes, byte, count)
  put(newString(bytes, count))
}

export let sharp: bool = false
export let zero: bool = false
export let plus: bool = false
export let minus: bool = false
export let space: bool = false
/** `#` and `+` with the verb `v` mean something else, and count as such only for few arguments. */
export let sharpValue: bool = false
export let plusValue: bool = false
/** -1 where there is none. */
export let width: i32 = -1
export let precision: i32 = -1

export function clearFlags(): void {
  sharp = false
  zero = false
  plus = false
  minus = false
  space = false
  sharpValue = false
  plusValue = false
  width = -1
  precision = -1
}

/** Whether a byte is a flag, which is then set. */
export function takeFlag(byte: u8): bool {
  if (byte == 0x23) sharp = true
  else if (byte == 0x30) zero = true
  else if (byte == 0x2b) plus = true
  else if (byte == 0x2d) minus = true
  else if (byte == 0x20) space = true
  else return false
  return true
}

export function setWidth(wanted: i32): void {
  width = wanted
}
/** A width below nought asks for its size, on the other side. */
export function setSignedWidth(wanted: i32): void {
  width = abs(wanted)
  if (wanted >= 0) return
  minus = true
  zero = false
}
export function setPrecision(wanted: i32): void {
  precision = wanted
}

/** The flags as the verb `v` takes them. */
export function flagsOfValue(): void {
  sharpValue = sharp
  plusValue = plus
  sharp = false
  plus = false
}

export function fillsWithZeros(): bool {
  return zero && !minus
}

/** A text in its width, counted in code points: with `fill` before it, or with spaces behind it. */
export function putPadded(text: Value, fill: u8): void {
  const missing = width - <i32>codePointCount(textOf(text), lengthOf(text))
  if (missing > 0 && !minus) putRepeated(fill, missing)
  put(text)
  if (missing > 0 && minus) putRepeated(0x20, missing)
}

/** What a text, or a number that is not told with its sign, is filled with. */
export function filling(): u8 {
  return fillsWithZeros() ? 0x30 : 0x20
}

/** Strings in whole. Offsets and lengths count code points; what is no string makes the result undefined. */
import { arrayAppend, isArray, newArray } from '../arrays'
import { scan_count, scan_value } from '../collections'
import { isWhole, left, readDecimal } from '../decimals/decimal'
import { fitsInteger, integer } from '../decimals/integer'
import { allocate } from '../memory'
import { areStrings, endsWith, find, join, startsWith } from '../strings'
import { byteOffset, decode, encode, sequenceLength } from '../texts'
import {
  isKind,
  isSmall,
  isString,
  lengthOf,
  newString,
  SET,
  smallOf,
  TYPE_NUMBER,
  textOf,
  typeOf,
  UNDEFINED,
  Value,
} from '../values'
import { lowerOf, upperOf } from './letters'

/** `length` code points from `start` on; a negative length takes all that follows. */
export function builtin_substring(text: Value, start: Value, length: Value): Value {
  if (!isString(text) || !isSmall(start) || !isSmall(length) || smallOf(start) < 0) return UNDEFINED
  const from = byteOffset(textOf(text), lengthOf(text), smallOf(start))
  const rest = lengthOf(text) - from
  const taken = smallOf(length) < 0 ? rest : byteOffset(textOf(text) + from, rest, smallOf(length))
  return newString(textOf(text) + from, taken)
}

/** The strings of an array or a set, with a delimiter between. */
export function builtin_concat(delimiter: Value, list: Value): Value {
  if (!isString(delimiter)) return UNDEFINED
  if (isArray(list)) return join(list, delimiter)
  if (!isKind(list, SET)) return UNDEFINED
  const members = newArray(scan_count(list))
  for (let i: u32 = 0; i < scan_count(list); i++) arrayAppend(members, scan_value(list, i))
  return join(members, delimiter)
}

/** An empty delimiter parts every code point. */
export function builtin_split(text: Value, delimiter: Value): Value {
  if (!areStrings(text, delimiter)) return UNDEFINED
  const parts = newArray(0)
  const end = lengthOf(text)
  let from: u32 = 0
  if (lengthOf(delimiter) == 0) {
    while (from < end) {
      const length = sequenceLength(load<u8>(textOf(text) + from))
      arrayAppend(parts, newString(textOf(text) + from, length))
      from += length
    }
    return parts
  }
  while (true) {
    const found = find(text, delimiter, from)
    if (found < 0) break
    arrayAppend(parts, newString(textOf(text) + from, found - from))
    from = found + lengthOf(delimiter)
  }
  arrayAppend(parts, newString(textOf(text) + from, end - from))
  return parts
}

/** The first parts of a split, or the last ones where `count` is negative. */
export function builtin_strings_split_n(text: Value, delimiter: Value, count: Value): Value {
  const parts = builtin_split(text, delimiter)
  if (parts == UNDEFINED || typeOf(count) != TYPE_NUMBER) return UNDEFINED
  readDecimal(left, count)
  if (!isWhole(left) || !fitsInteger()) return UNDEFINED
  const wanted = integer()
  const all = <i64>scan_count(parts)
  const from = wanted < 0 ? max(all + wanted, 0) : 0
  const to = wanted < 0 ? all : min(all, wanted)
  const taken = newArray(<u32>(to - from))
  for (let i = from; i < to; i++) arrayAppend(taken, scan_value(parts, <u32>i))
  return taken
}

export function builtin_lower(text: Value): Value {
  return isString(text) ? mapped(text, false) : UNDEFINED
}
export function builtin_upper(text: Value): Value {
  return isString(text) ? mapped(text, true) : UNDEFINED
}

function mapped(text: Value, upper: bool): Value {
  const from = textOf(text)
  const end = from + lengthOf(text)
  const to = allocate(<usize>lengthOf(text) * 2)
  let at = to
  for (let byte = from; byte < end; byte += sequenceLength(load<u8>(byte))) {
    at = encode(at, upper ? upperOf(decode(byte)) : lowerOf(decode(byte)))
  }
  return newString(to, <u32>(at - to))
}

export function builtin_trim(text: Value, cutset: Value): Value {
  return areStrings(text, cutset) ? trimmed(text, cutset, true, true) : UNDEFINED
}
export function builtin_trim_left(text: Value, cutset: Value): Value {
  return areStrings(text, cutset) ? trimmed(text, cutset, true, false) : UNDEFINED
}
export function builtin_trim_right(text: Value, cutset: Value): Value {
  return areStrings(text, cutset) ? trimmed(text, cutset, false, true) : UNDEFINED
}

/** Unicode's white space below U+3001, as UTF-8. */
const spaces = memory.data<u8>([
  9, 10, 11, 12, 13, 32, 0xc2, 0x85, 0xc2, 0xa0, 0xe1, 0x9a, 0x80, 0xe2, 0x80, 0x80, 0xe2, 0x80, 0x81, 0xe2, 0x80, 0x82,
  0xe2, 0x80, 0x83, 0xe2, 0x80, 0x84, 0xe2, 0x80, 0x85, 0xe2, 0x80, 0x86, 0xe2, 0x80, 0x87, 0xe2, 0x80, 0x88, 0xe2,
  0x80, 0x89, 0xe2, 0x80, 0x8a, 0xe2, 0x80, 0xa8, 0xe2, 0x80, 0xa9, 0xe2, 0x80, 0xaf, 0xe2, 0x81, 0x9f, 0xe3, 0x80,
  0x80,
])

export function builtin_trim_space(text: Value): Value {
  return isString(text) ? trimmed(text, newString(spaces, 61), true, true) : UNDEFINED
}

function trimmed(text: Value, cutset: Value, start: bool, end: bool): Value {
  let from = textOf(text)
  let to = from + lengthOf(text)
  while (start && from < to && hasCodePoint(cutset, from)) from += sequenceLength(load<u8>(from))
  while (end && from < to) {
    let last = to - 1
    while ((load<u8>(last) & 0xc0) == 0x80) last--
    if (!hasCodePoint(cutset, last)) break
    to = last
  }
  return newString(from, <u32>(to - from))
}

function hasCodePoint(cutset: Value, at: usize): bool {
  const wanted = decode(at)
  const end = textOf(cutset) + lengthOf(cutset)
  for (let byte = textOf(cutset); byte < end; byte += sequenceLength(load<u8>(byte)))
    if (decode(byte) == wanted) return true
  return false
}

export function builtin_trim_prefix(text: Value, part: Value): Value {
  if (!areStrings(text, part)) return UNDEFINED
  return startsWith(text, part) ? newString(textOf(text) + lengthOf(part), lengthOf(text) - lengthOf(part)) : text
}

export function builtin_trim_suffix(text: Value, part: Value): Value {
  if (!areStrings(text, part)) return UNDEFINED
  return endsWith(text, part) ? newString(textOf(text), lengthOf(text) - lengthOf(part)) : text
}

export function builtin_strings_reverse(text: Value): Value {
  if (!isString(text)) return UNDEFINED
  const reversed = allocate(lengthOf(text))
  let to = reversed + lengthOf(text)
  const end = textOf(text) + lengthOf(text)
  for (let byte = textOf(text); byte < end; ) {
    const length = sequenceLength(load<u8>(byte))
    to -= length
    memory.copy(to, byte, length)
    byte += length
  }
  return newString(reversed, lengthOf(text))
}

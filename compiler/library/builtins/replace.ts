/** Strings with other strings in the place of some. */
import { arrayAppend, newArray } from '../arrays'
import { scan_count, scan_key, scan_value } from '../collections'
import { areStrings, join } from '../strings'
import { sameBytes, sequenceLength } from '../texts'
import { isString, lengthOf, newString, TYPE_OBJECT, textOf, typeOf, UNDEFINED, Value } from '../values'
import { builtin_split } from './strings'

/** Every occurrence; an empty one stands before each code point and at the end. */
export function builtin_replace(text: Value, old: Value, replacement: Value): Value {
  if (!areStrings(text, old) || !isString(replacement)) return UNDEFINED
  const pieces = builtin_split(text, old)
  if (lengthOf(old) > 0) return join(pieces, replacement)
  const all = newArray(0)
  arrayAppend(all, replacement)
  for (let i: u32 = 0; i < scan_count(pieces); i++) {
    arrayAppend(all, scan_value(pieces, i))
    arrayAppend(all, replacement)
  }
  return join(all, newString(0, 0))
}

/**
 * The keys of an object by its values, in one pass. Of keys that fit at a place the first one in their order is taken; an
 * empty key fits everywhere, but not twice at one place.
 */
export function builtin_strings_replace_n(replacements: Value, text: Value): Value {
  if (typeOf(replacements) != TYPE_OBJECT || !isString(text)) return UNDEFINED
  for (let i: u32 = 0; i < scan_count(replacements); i++) {
    if (!areStrings(scan_key(replacements, i), scan_value(replacements, i))) return UNDEFINED
  }
  const pieces = newArray(0)
  const start = textOf(text)
  let copied: u32 = 0
  let wasEmpty: bool = false
  for (let at: u32 = 0; at <= lengthOf(text); ) {
    const found = fitting(replacements, start + at, lengthOf(text) - at, wasEmpty)
    if (found < 0) {
      wasEmpty = false
      at += at < lengthOf(text) ? sequenceLength(load<u8>(start + at)) : 1
      continue
    }
    arrayAppend(pieces, newString(start + copied, at - copied))
    arrayAppend(pieces, scan_value(replacements, found))
    at += lengthOf(scan_key(replacements, found))
    copied = at
    wasEmpty = lengthOf(scan_key(replacements, found)) == 0
  }
  arrayAppend(pieces, newString(start + copied, lengthOf(text) - copied))
  return join(pieces, newString(0, 0))
}

/** The number of the first key that a text begins with, or -1. */
function fitting(replacements: Value, at: usize, length: u32, notEmpty: bool): i32 {
  for (let i: u32 = 0; i < scan_count(replacements); i++) {
    const key = scan_key(replacements, i)
    if (lengthOf(key) == 0 && notEmpty) continue
    if (lengthOf(key) <= length && sameBytes(at, textOf(key), lengthOf(key))) return i
  }
  return -1
}

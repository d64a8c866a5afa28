/** Strings in strings. Offsets count code points; what is no string makes the result undefined. */
import { arrayAppend, newArray } from '../arrays'
import { scan_count, scan_value } from '../collections'
import { areStrings, endsWith, find, startsWith } from '../strings'
import { codePointCount, sequenceLength } from '../texts'
import {
  boolean,
  isString,
  lengthOf,
  small,
  TYPE_ARRAY,
  TYPE_OBJECT,
  textOf,
  typeOf,
  UNDEFINED,
  Value,
} from '../values'

export function builtin_contains(text: Value, part: Value): Value {
  return areStrings(text, part) ? boolean(find(text, part, 0) >= 0) : UNDEFINED
}
export function builtin_startswith(text: Value, part: Value): Value {
  return areStrings(text, part) ? boolean(startsWith(text, part)) : UNDEFINED
}
export function builtin_endswith(text: Value, part: Value): Value {
  return areStrings(text, part) ? boolean(endsWith(text, part)) : UNDEFINED
}

/** -1 where there is none; an empty part is nowhere. */
export function builtin_indexof(text: Value, part: Value): Value {
  if (!areStrings(text, part) || lengthOf(part) == 0) return UNDEFINED
  const offset = find(text, part, 0)
  return small(offset < 0 ? -1 : codePointCount(textOf(text), offset))
}

/** All offsets, of those that overlap as well. */
export function builtin_indexof_n(text: Value, part: Value): Value {
  if (!areStrings(text, part) || lengthOf(part) == 0) return UNDEFINED
  const offsets = newArray(0)
  let counted: u32 = 0
  let codePoints: u32 = 0
  let offset = find(text, part, 0)
  while (offset >= 0) {
    codePoints += codePointCount(textOf(text) + counted, offset - counted)
    counted = offset
    arrayAppend(offsets, small(codePoints))
    offset = find(text, part, offset + sequenceLength(load<u8>(textOf(part))))
  }
  return offsets
}

/** How often a part occurs, overlaps not counted; an empty one stands before each code point and at the end. */
export function builtin_strings_count(text: Value, part: Value): Value {
  if (!areStrings(text, part)) return UNDEFINED
  if (lengthOf(part) == 0) return small(codePointCount(textOf(text), lengthOf(text)) + 1)
  let count = 0
  for (let at = find(text, part, 0); at >= 0; at = find(text, part, at + lengthOf(part))) count++
  return small(count)
}

export function builtin_strings_any_prefix_match(texts: Value, parts: Value): Value {
  return anyMatch(texts, parts, false)
}
export function builtin_strings_any_suffix_match(texts: Value, parts: Value): Value {
  return anyMatch(texts, parts, true)
}

/** Either may be one string, or an array or a set of them. */
function anyMatch(texts: Value, parts: Value, suffix: bool): Value {
  const all = listOf(texts)
  const some = listOf(parts)
  if (all == UNDEFINED || some == UNDEFINED) return UNDEFINED
  let found: bool = false
  for (let i: u32 = 0; i < scan_count(all); i++) {
    for (let j: u32 = 0; j < scan_count(some); j++) {
      const text = scan_value(all, i)
      const part = scan_value(some, j)
      if (!areStrings(text, part)) return UNDEFINED
      found = found || (suffix ? endsWith(text, part) : startsWith(text, part))
    }
  }
  return boolean(found)
}

function listOf(value: Value): Value {
  if (isString(value)) {
    const list = newArray(1)
    arrayAppend(list, value)
    return list
  }
  return typeOf(value) >= TYPE_ARRAY && typeOf(value) != TYPE_OBJECT ? value : UNDEFINED
}

/** Strings as values: parts of them, and several as one. */
import { arrayCount, arrayItem } from './arrays'
import { dumped, TERM_TEXT } from './json/dump'
import { allocate, copyBytes, OVERLAP } from './memory'
import { findBytes, sameBytes } from './texts'
import { isString, lengthOf, newString, textOf, UNDEFINED, Value } from './values'

export function areStrings(a: Value, b: Value): bool {
  return isString(a) && isString(b)
}

export function startsWith(text: Value, part: Value): bool {
  return lengthOf(text) >= lengthOf(part) && sameBytes(textOf(text), textOf(part), lengthOf(part))
}

export function endsWith(text: Value, part: Value): bool {
  if (lengthOf(text) < lengthOf(part)) return false
  return sameBytes(textOf(text) + lengthOf(text) - lengthOf(part), textOf(part), lengthOf(part))
}

/** The byte offset of `part` in `text` from `start` on, or -1. */
export function find(text: Value, part: Value, start: u32): i32 {
  return findBytes(textOf(text), lengthOf(text), textOf(part), lengthOf(part), start)
}

/** The strings of an array as one, with a delimiter between; undefined where something in it is none. */
export function join(array: Value, delimiter: Value): Value {
  const count = arrayCount(array)
  let size: usize = OVERLAP
  for (let i: u32 = 0; i < count; i++) {
    const item = arrayItem(array, i)
    if (!isString(item)) return UNDEFINED
    size += lengthOf(item) + lengthOf(delimiter)
  }
  const text = allocate(size)
  let to = text
  for (let i: u32 = 0; i < count; i++) {
    if (i) to = append(to, delimiter)
    to = append(to, arrayItem(array, i))
  }
  return newString(text, <u32>(to - text))
}

/** Copies a string to an address and gives the address behind it; less than `OVERLAP` more is overwritten. */
function append(to: usize, string: Value): usize {
  const length = lengthOf(string)
  copyBytes(to, textOf(string), length)
  return to + length
}

/** How a value reads within a text: a string as it is, others as OPA writes them. */
export function readable(value: Value): Value {
  return isString(value) ? value : dumped(value, TERM_TEXT)
}

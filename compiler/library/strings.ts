/** Strings as values: parts of them, and several as one. */
import { scan_count, scan_value } from './collections'
import { dumped, TERM_TEXT } from './json/dump'
import { allocate } from './memory'
import { findBytes, sameBytes } from './texts'
import { isString, lengthOf, newString, textOf, Value } from './values'

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

/** The strings of an array or a set as one, with a delimiter between. */
export function join(strings: Value, delimiter: Value): Value {
  const count = scan_count(strings)
  let size: usize = 0
  for (let i: u32 = 0; i < count; i++) size += lengthOf(scan_value(strings, i)) + lengthOf(delimiter)
  const text = allocate(size)
  let to = text
  for (let i: u32 = 0; i < count; i++) {
    if (i) to = append(to, delimiter)
    to = append(to, scan_value(strings, i))
  }
  return newString(text, <u32>(to - text))
}

/** Copies a string to an address and gives the address behind it. */
export function append(to: usize, string: Value): usize {
  memory.copy(to, textOf(string), lengthOf(string))
  return to + lengthOf(string)
}

/** How a value reads within a text: a string as it is, others as OPA writes them. */
export function readable(value: Value): Value {
  return isString(value) ? value : dumped(value, TERM_TEXT)
}

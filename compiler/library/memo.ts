/**
 * What rules without arguments came to in this evaluation: a word a function, 0 while unknown. `with` looks at other
 * documents, so it starts a memory of its own and goes back afterwards.
 *
 *     memory   | outer memory | function 0 | function 1 | …
 */
import { memoized } from './config'
import { allocate } from './memory'
import { KNOWN_UNDEFINED, UNDEFINED, Value } from './values'

let current: usize = 0

export function forgetAll(): void {
  current = 0
  memo_push()
}

export function memo_push(): void {
  const size = ((<usize>memoized()) << 2) + 4
  const inner = allocate(size)
  memory.fill(inner, 0, size)
  store<u32>(inner, <u32>current)
  current = inner
}

export function memo_pop(): void {
  current = load<u32>(current)
}

export function memo_get(index: u32): Value {
  return load<u32>(current + ((<usize>index) << 2), 4)
}

/** What a remembered word stands for. */
export function memo_value(word: Value): Value {
  return word == KNOWN_UNDEFINED ? UNDEFINED : word
}

/** An undefined value is remembered as well, so that it is not worked out again. Gives the value. */
export function memo_set(index: u32, value: Value): Value {
  store<u32>(current + ((<usize>index) << 2), value == UNDEFINED ? KNOWN_UNDEFINED : value, 4)
  return value
}

/** Arrays: a node, and its items beside it or, once it has grown, elsewhere. */
import { allocate, copyWords } from './memory'
import { ARRAY, isKind, Value } from './values'

export function newArray(capacity: u32): Value {
  const node = allocate(16 + ((<usize>capacity) << 2))
  store<u32>(node, ARRAY)
  store<u32>(node, 0, 4)
  store<u32>(node, capacity, 8)
  store<u32>(node, <u32>node + 16, 12)
  return <u32>node
}

/** An array of words that stand one after another in memory, copied. */
export function arrayOf(words: usize, count: u32): Value {
  const array = newArray(count)
  copyWords(<usize>array + 16, words, (<usize>count) << 2)
  store<u32>(array, count, 4)
  return array
}

export function isArray(value: Value): bool {
  return isKind(value, ARRAY)
}
export function arrayCount(array: Value): u32 {
  return load<u32>(array, 4)
}
export function arrayItem(array: Value, index: u32): Value {
  return load<u32>(<usize>load<u32>(array, 12) + ((<usize>index) << 2))
}

export function arrayAppend(array: Value, value: Value): void {
  const count = load<u32>(array, 4)
  const capacity = load<u32>(array, 8)
  if (count == capacity) {
    const wider: u32 = capacity < 4 ? 8 : capacity << 1
    const items = allocate((<usize>wider) << 2)
    memory.copy(items, load<u32>(array, 12), (<usize>count) << 2)
    store<u32>(array, wider, 8)
    store<u32>(array, <u32>items, 12)
  }
  store<u32>(<usize>load<u32>(array, 12) + ((<usize>count) << 2), value)
  store<u32>(array, count + 1, 4)
}

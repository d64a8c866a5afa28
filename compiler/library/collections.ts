/** What all collections have in common: reading by key, and walking in OPA's order. */
import { arrayCount, arrayItem, isArray } from './arrays'
import { count as digitCount, digits, exponent, isWhole, left, negative, readDecimal } from './decimals'
import { heapPointer, release } from './memory'
import { fieldAt, fieldCount, shapedGet, shapeOf, slotOf, sortedFields } from './shapes'
import { entryAt, isTable, keyAt, sortedEntries, tableCount, tableGet, valueAt } from './tables'
import {
  isNode,
  isShaped,
  isSmall,
  isString,
  lengthOf,
  small,
  smallOf,
  TYPE_NUMBER,
  TYPE_OBJECT,
  textOf,
  typeOf,
  UNDEFINED,
  Value,
} from './values'

/** `source[key]`: undefined where there is no such key, or nothing has keys. A set gives the member itself. */
export function value_get(source: Value, key: Value): Value {
  if (isShaped(source)) return isString(key) ? shapedGet(source, key) : UNDEFINED
  if (isArray(source)) {
    const index = indexOf(key)
    return index >= 0 && <u32>index < arrayCount(source) ? arrayItem(source, index) : UNDEFINED
  }
  return isTable(source) ? tableGet(source, key) : UNDEFINED
}

/**
 * `object.key` at a place in the code that remembers the shape it saw last: { shape, slot } at `site`. `key` is a string.
 */
export function site_get(object: Value, site: usize, key: Value): Value {
  if (!isNode(object)) return UNDEFINED
  const shape = load<u32>(object)
  if (shape == load<u32>(site)) {
    const slot = load<u32>(site, 4)
    return slot ? fieldAt(object, slot) : UNDEFINED
  }
  if (!isShaped(object)) return value_get(object, key)
  const slot = slotOf(shape, textOf(key), lengthOf(key))
  store<u32>(site, shape)
  store<u32>(site, slot, 4)
  return slot ? fieldAt(object, slot) : UNDEFINED
}

/** A number that is a whole one from 0 on, as an index; else -1. */
export function indexOf(key: Value): i32 {
  if (isSmall(key)) return smallOf(key)
  if (typeOf(key) != TYPE_NUMBER) return -1
  const mark = heapPointer()
  readDecimal(left, key)
  let index = -1
  if (isWhole(left) && !negative(left) && exponent(left) < 10) {
    index = 0
    for (let i = 0; i < exponent(left); i++) {
      index = index * 10 + (i < digitCount(left) ? <i32>load<u8>(digits(left) + i) : 0)
    }
  }
  release(mark)
  return index
}

/** How many elements there are to walk: none in a scalar. */
export function scan_count(value: Value): u32 {
  if (isArray(value)) return arrayCount(value)
  if (isShaped(value)) return fieldCount(shapeOf(value))
  return isTable(value) ? tableCount(value) : 0
}

/** The key of the element at `index`: arrays by index, objects and sets by the order of their keys. */
export function scan_key(value: Value, index: u32): Value {
  if (isArray(value)) return small(index)
  if (isShaped(value)) return load<u32>(sortedFields(shapeOf(value)) + ((<usize>index) << 3))
  return keyAt(value, entryAt(sortedEntries(value), index))
}

export function scan_value(value: Value, index: u32): Value {
  if (isArray(value)) return arrayItem(value, index)
  if (isShaped(value)) return fieldAt(value, load<u32>(sortedFields(shapeOf(value)) + ((<usize>index) << 3), 4))
  return valueAt(value, entryAt(sortedEntries(value), index))
}

/** Elements of a collection, bytes of a string; -1 for anything else. */
export function value_length(value: Value): i32 {
  if (isString(value)) return lengthOf(value)
  return isArray(value) || typeOf(value) >= TYPE_OBJECT ? scan_count(value) : -1
}

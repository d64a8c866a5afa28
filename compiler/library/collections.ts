/** What all collections have in common: reading by key, and walking in OPA's order. */
import { arrayCount, arrayItem, isArray } from './arrays'
import { isWholeNumber, wholeNumber } from './decimals/whole'
import { isTold, opened } from './json/told'
import { fieldAt, fieldCount, knownSlot, shapedGet, shapeOf, sortedFields } from './shapes'
import { isTable, keyAt, sortEntries, tableCount, tableGet, valueAt } from './tables'
import { isNode, isShaped, isString, lengthOf, small, TYPE_OBJECT, typeOf, UNDEFINED, Value } from './values'

/** `source[key]`: undefined where there is no such key, or nothing has keys. A set gives the member itself. */
export function value_get(source: Value, key: Value): Value {
  if (isShaped(source)) return isString(key) ? shapedGet(source, key) : UNDEFINED
  if (isArray(source)) {
    const index = indexOf(key)
    return index >= 0 && <u32>index < arrayCount(source) ? arrayItem(source, index) : UNDEFINED
  }
  if (isTable(source)) return tableGet(source, key)
  return isTold(source) ? value_get(opened(source), key) : UNDEFINED
}

/**
 * `object.key` at a place in the code that remembers the shape it saw last: { shape, slot } at `site`. `key` is a static
 * string. Where facts of several shapes come by in turn, what all sites found out is looked up by shape and key.
 */
export function site_get(object: Value, site: usize, key: Value): Value {
  if (!isNode(object)) return UNDEFINED
  const shape = load<u32>(object)
  if (shape == load<u32>(site)) {
    const slot = load<u32>(site, 4)
    return slot ? fieldAt(object, slot) : UNDEFINED
  }
  if (!isShaped(object)) return value_get(object, key)
  const slot = knownSlot(shape, key)
  store<u32>(site, shape)
  store<u32>(site, slot, 4)
  return slot ? fieldAt(object, slot) : UNDEFINED
}

/** A number that is a whole one from 0 on, as an index; else -1. */
export function indexOf(key: Value): i32 {
  return isWholeNumber(key) && wholeNumber() >= 0 && wholeNumber() <= i32.MAX_VALUE ? <i32>wholeNumber() : -1
}

/** How many elements there are to walk: none in a scalar. */
export function scan_count(value: Value): u32 {
  if (isArray(value)) return arrayCount(value)
  if (isShaped(value)) return fieldCount(shapeOf(value))
  if (isTable(value)) return tableCount(value)
  return isTold(value) ? scan_count(opened(value)) : 0
}

/** The key of the element at `index`: arrays by index, objects and sets by the order of their keys. */
export function scan_key(value: Value, index: u32): Value {
  if (isArray(value)) return small(index)
  if (isShaped(value)) return load<u32>(sortedFields(shapeOf(value)) + ((<usize>index) << 3))
  if (isTold(value)) return scan_key(opened(value), index)
  sortEntries(value)
  return keyAt(value, index)
}

export function scan_value(value: Value, index: u32): Value {
  if (isArray(value)) return arrayItem(value, index)
  if (isShaped(value)) return fieldAt(value, load<u32>(sortedFields(shapeOf(value)) + ((<usize>index) << 3), 4))
  if (isTold(value)) return scan_value(opened(value), index)
  sortEntries(value)
  return valueAt(value, index)
}

/** The element at `index`, undefined behind the last one. */
export function scan_next(value: Value, index: u32): Value {
  if (isArray(value)) return index < arrayCount(value) ? arrayItem(value, index) : UNDEFINED
  return index < scan_count(value) ? scan_value(value, index) : UNDEFINED
}

/** The same elements in no order in particular, for whom none shows: nothing has to be sorted. */
export function eachCount(value: Value): u32 {
  return scan_count(value)
}
export function eachKey(value: Value, index: u32): Value {
  return isTable(value) ? keyAt(value, index) : scan_key(value, index)
}
export function eachValue(value: Value, index: u32): Value {
  return isTable(value) ? valueAt(value, index) : scan_value(value, index)
}

/** Elements of a collection, bytes of a string; -1 for anything else. */
export function value_length(value: Value): i32 {
  if (isString(value)) return lengthOf(value)
  return isArray(value) || typeOf(value) >= TYPE_OBJECT ? scan_count(value) : -1
}

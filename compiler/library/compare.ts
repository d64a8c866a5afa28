/** Equality, and OPA's total order. */
import { arrayItem } from './arrays'
import { eachCount, eachKey, eachValue, scan_count, scan_key, scan_value, value_get } from './collections'
import { compareDecimals, left, readDecimal, right } from './decimals/decimal'
import { heapPointer, release } from './memory'
import { findEntry } from './tables'
import { compareBytes, sameBytes } from './texts'
import {
  isKind,
  isSmall,
  isString,
  lengthOf,
  SET,
  smallOf,
  TYPE_ARRAY,
  TYPE_NUMBER,
  TYPE_OBJECT,
  TYPE_STRING,
  textOf,
  typeOf,
  UNDEFINED,
  Value,
} from './values'

export function equal(a: Value, b: Value): bool {
  if (a == b) return true
  if (isString(a)) {
    return isString(b) && lengthOf(a) == lengthOf(b) && sameBytes(textOf(a), textOf(b), lengthOf(a))
  }
  if (isString(b) || (isSmall(a) && isSmall(b))) return false
  const type = typeOf(a)
  if (type != typeOf(b) || type < TYPE_NUMBER) return false
  if (type == TYPE_NUMBER) return compareNumbers(a, b) == 0
  const count = eachCount(a)
  if (count != eachCount(b)) return false
  if (type == TYPE_ARRAY) {
    for (let i: u32 = 0; i < count; i++) if (!equal(arrayItem(a, i), arrayItem(b, i))) return false
    return true
  }
  for (let i: u32 = 0; i < count; i++) {
    const key = eachKey(a, i)
    if (isKind(a, SET)) {
      if (findEntry(b, key) < 0) return false
    } else {
      const other = value_get(b, key)
      if (other == UNDEFINED || !equal(eachValue(a, i), other)) return false
    }
  }
  return true
}

function compareNumbers(a: Value, b: Value): i32 {
  if (isSmall(a) && isSmall(b)) return smallOf(a) == smallOf(b) ? 0 : smallOf(a) < smallOf(b) ? -1 : 1
  const mark = heapPointer()
  readDecimal(left, a)
  readDecimal(right, b)
  const order = compareDecimals(left, right)
  release(mark)
  return order
}

/**
 * null < false < true < numbers < strings < arrays < objects < sets. Arrays element by element, then by length; objects
 * by their sorted keys and values in turn, then by size; sets by their sorted members, then by size.
 */
export function compare(a: Value, b: Value): i32 {
  if (a == b) return 0
  const type = typeOf(a)
  const other = typeOf(b)
  if (type != other) return type < other ? -1 : 1
  if (type < TYPE_NUMBER) return a < b ? -1 : 1
  if (type == TYPE_NUMBER) return compareNumbers(a, b)
  if (type == TYPE_STRING) return compareBytes(textOf(a), lengthOf(a), textOf(b), lengthOf(b))
  const aCount = scan_count(a)
  const bCount = scan_count(b)
  const shared = min(aCount, bCount)
  for (let i: u32 = 0; i < shared; i++) {
    if (type != TYPE_ARRAY) {
      const keys = compare(scan_key(a, i), scan_key(b, i))
      if (keys != 0) return keys
    }
    if (type <= TYPE_OBJECT) {
      const values = compare(scan_value(a, i), scan_value(b, i))
      if (values != 0) return values
    }
  }
  return aCount == bCount ? 0 : aCount < bCount ? -1 : 1
}

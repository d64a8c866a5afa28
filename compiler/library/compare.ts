/** Equality, OPA's total order, and hashes that agree with equality. */
import { arrayItem } from './arrays'
import { scan_count, scan_key, scan_value, value_get } from './collections'
import { compareDecimals, hashDecimal, left, readDecimal, right } from './decimals'
import { heapPointer, release } from './memory'
import { findEntry } from './tables'
import { compareBytes, hashBytes, sameBytes } from './texts'
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
  const count = scan_count(a)
  if (count != scan_count(b)) return false
  if (type == TYPE_ARRAY) {
    for (let i: u32 = 0; i < count; i++) if (!equal(arrayItem(a, i), arrayItem(b, i))) return false
    return true
  }
  for (let i: u32 = 0; i < count; i++) {
    const key = scan_key(a, i)
    if (isKind(a, SET)) {
      if (findEntry(b, key) < 0) return false
    } else {
      const other = value_get(b, key)
      if (other == UNDEFINED || !equal(scan_value(a, i), other)) return false
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

export function hash(value: Value): u32 {
  if (isString(value)) return hashBytes(textOf(value), lengthOf(value))
  const type = typeOf(value)
  if (type < TYPE_NUMBER) return value * 0x9e3779b1
  if (type == TYPE_NUMBER) {
    const mark = heapPointer()
    readDecimal(left, value)
    const found = hashDecimal(left)
    release(mark)
    return found
  }
  // The order of an object's or a set's elements must not matter, so they are summed.
  let sum: u32 = type
  const count = scan_count(value)
  for (let i: u32 = 0; i < count; i++) {
    const element = hash(scan_value(value, i))
    sum +=
      type == TYPE_ARRAY
        ? (sum << 5) ^ element
        : type == TYPE_OBJECT
          ? hash(scan_key(value, i)) ^ (element * 31)
          : element
  }
  return sum
}

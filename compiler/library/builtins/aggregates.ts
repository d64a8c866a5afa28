/** One value of many. */
import { arrayAppend, isArray, newArray } from '../arrays'
import { scan_count, scan_value } from '../collections'
import { compare } from '../compare'
import { codePointCount } from '../texts'
import {
  boolean,
  FALSE,
  isKind,
  isString,
  lengthOf,
  SET,
  small,
  TRUE,
  TYPE_ARRAY,
  TYPE_NUMBER,
  textOf,
  typeOf,
  UNDEFINED,
  Value,
} from '../values'
import { builtin_mul, builtin_plus } from './arithmetic'

function isList(value: Value): bool {
  return isArray(value) || isKind(value, SET)
}

/** Elements of a collection, code points of a string. */
export function builtin_count(value: Value): Value {
  if (isString(value)) return small(codePointCount(textOf(value), lengthOf(value)))
  return typeOf(value) >= TYPE_ARRAY ? small(scan_count(value)) : UNDEFINED
}

export function builtin_sum(list: Value): Value {
  return folded(list, small(0), false)
}
export function builtin_product(list: Value): Value {
  return folded(list, small(1), true)
}

function folded(list: Value, start: Value, product: bool): Value {
  if (!isList(list)) return UNDEFINED
  let total = start
  const count = scan_count(list)
  for (let i: u32 = 0; i < count; i++) {
    const value = scan_value(list, i)
    if (typeOf(value) != TYPE_NUMBER) return UNDEFINED
    total = product ? builtin_mul(total, value) : builtin_plus(total, value)
    if (total == UNDEFINED) return UNDEFINED
  }
  return total
}

export function builtin_max(list: Value): Value {
  return extreme(list, 1)
}
export function builtin_min(list: Value): Value {
  return extreme(list, -1)
}

function extreme(list: Value, sign: i32): Value {
  if (!isList(list)) return UNDEFINED
  let best: Value = UNDEFINED
  const count = scan_count(list)
  for (let i: u32 = 0; i < count; i++) {
    const value = scan_value(list, i)
    if (best == UNDEFINED || compare(value, best) * sign > 0) best = value
  }
  return best
}

/** An array in OPA's order. Merge sort from the bottom up, stable. */
export function builtin_sort(list: Value): Value {
  if (!isList(list)) return UNDEFINED
  const count = scan_count(list)
  let sorted = newArray(count)
  for (let i: u32 = 0; i < count; i++) arrayAppend(sorted, scan_value(list, i))
  for (let width: u32 = 1; width < count; width <<= 1) {
    const merged = newArray(count)
    for (let start: u32 = 0; start < count; start += width << 1) {
      const middle = min(start + width, count)
      const end = min(start + (width << 1), count)
      let a = start
      let b = middle
      while (a < middle || b < end) {
        const first = b >= end || (a < middle && compare(scan_value(sorted, a), scan_value(sorted, b)) <= 0)
        arrayAppend(merged, scan_value(sorted, first ? a++ : b++))
      }
    }
    sorted = merged
  }
  return sorted
}

export function builtin_any(list: Value): Value {
  if (!isList(list)) return UNDEFINED
  const count = scan_count(list)
  for (let i: u32 = 0; i < count; i++) if (scan_value(list, i) == TRUE) return TRUE
  return FALSE
}

export function builtin_all(list: Value): Value {
  if (!isList(list)) return UNDEFINED
  const count = scan_count(list)
  for (let i: u32 = 0; i < count; i++) if (scan_value(list, i) != TRUE) return FALSE
  return boolean(true)
}

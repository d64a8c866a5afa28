/** Comparisons and tests of type: total functions. */

import { scan_count, scan_key, scan_value } from '../collections'
import { compare, equal } from '../compare'
import { findEntry } from '../tables'
import {
  boolean,
  copyString,
  isKind,
  SET,
  TYPE_ARRAY,
  TYPE_BOOLEAN,
  TYPE_NULL,
  TYPE_NUMBER,
  TYPE_OBJECT,
  TYPE_SET,
  TYPE_STRING,
  typeOf,
  Value,
} from '../values'

export function builtin_equal(a: Value, b: Value): Value {
  return boolean(equal(a, b))
}
export function builtin_eq(a: Value, b: Value): Value {
  return boolean(equal(a, b))
}
export function builtin_neq(a: Value, b: Value): Value {
  return boolean(!equal(a, b))
}
export function builtin_lt(a: Value, b: Value): Value {
  return boolean(compare(a, b) < 0)
}
export function builtin_lte(a: Value, b: Value): Value {
  return boolean(compare(a, b) <= 0)
}
export function builtin_gt(a: Value, b: Value): Value {
  return boolean(compare(a, b) > 0)
}
export function builtin_gte(a: Value, b: Value): Value {
  return boolean(compare(a, b) >= 0)
}

export function builtin_is_null(value: Value): Value {
  return boolean(typeOf(value) == TYPE_NULL)
}
export function builtin_is_boolean(value: Value): Value {
  return boolean(typeOf(value) == TYPE_BOOLEAN)
}
export function builtin_is_number(value: Value): Value {
  return boolean(typeOf(value) == TYPE_NUMBER)
}
export function builtin_is_string(value: Value): Value {
  return boolean(typeOf(value) == TYPE_STRING)
}
export function builtin_is_array(value: Value): Value {
  return boolean(typeOf(value) == TYPE_ARRAY)
}
export function builtin_is_object(value: Value): Value {
  return boolean(typeOf(value) == TYPE_OBJECT)
}
export function builtin_is_set(value: Value): Value {
  return boolean(typeOf(value) == TYPE_SET)
}

// "nullbooleannumberstringarrayobjectset"
const names = memory.data<u8>([
  110, 117, 108, 108, 98, 111, 111, 108, 101, 97, 110, 110, 117, 109, 98, 101, 114, 115, 116, 114, 105, 110, 103, 97,
  114, 114, 97, 121, 111, 98, 106, 101, 99, 116, 115, 101, 116,
])
/** Where the name of each type, from null on, begins in `names`; one more for the end. */
const starts = memory.data<u8>([0, 4, 11, 17, 23, 28, 34, 37])

export function builtin_type_name(value: Value): Value {
  const index = typeOf(value) - 1
  const start = load<u8>(starts + index)
  return copyString(names + start, load<u8>(starts + index, 1) - start)
}

/** `x in xs`. Only collections have members. */
export function builtin_internal_member_2(member: Value, collection: Value): Value {
  if (isKind(collection, SET)) return boolean(findEntry(collection, member) >= 0)
  const count = scan_count(collection)
  for (let i: u32 = 0; i < count; i++) if (equal(scan_value(collection, i), member)) return boolean(true)
  return boolean(false)
}

/** `k, x in xs`. */
export function builtin_internal_member_3(key: Value, member: Value, collection: Value): Value {
  const count = scan_count(collection)
  for (let i: u32 = 0; i < count; i++) {
    if (equal(scan_key(collection, i), key) && equal(scan_value(collection, i), member)) return boolean(true)
  }
  return boolean(false)
}

/** Arrays, objects and sets. */
import { arrayAppend, arrayCount, arrayItem, isArray, newArray } from '../arrays'
import { indexOf, scan_count, scan_key, scan_value, value_get } from '../collections'
import { copyObject, object_merge } from '../interface'
import { findEntry, newObject, newSet, setAdd, tablePut } from '../tables'
import { isKind, SET, TYPE_ARRAY, TYPE_OBJECT, typeOf, UNDEFINED, Value } from '../values'

function isObject(value: Value): bool {
  return typeOf(value) == TYPE_OBJECT
}
function isSet(value: Value): bool {
  return isKind(value, SET)
}

export function builtin_array_concat(a: Value, b: Value): Value {
  if (!isArray(a) || !isArray(b)) return UNDEFINED
  const joined = newArray(arrayCount(a) + arrayCount(b))
  for (let i: u32 = 0; i < arrayCount(a); i++) arrayAppend(joined, arrayItem(a, i))
  for (let i: u32 = 0; i < arrayCount(b); i++) arrayAppend(joined, arrayItem(b, i))
  return joined
}

/** From `start` to before `stop`, both brought within the array. */
export function builtin_array_slice(array: Value, start: Value, stop: Value): Value {
  if (!isArray(array)) return UNDEFINED
  const count = <i32>arrayCount(array)
  const from = max(indexOf(start), 0)
  const to = min(indexOf(stop), count)
  const slice = newArray(to > from ? to - from : 0)
  for (let i = from; i < to; i++) arrayAppend(slice, arrayItem(array, i))
  return slice
}

export function builtin_array_reverse(array: Value): Value {
  if (!isArray(array)) return UNDEFINED
  const reversed = newArray(arrayCount(array))
  for (let i = arrayCount(array); i > 0; i--) arrayAppend(reversed, arrayItem(array, i - 1))
  return reversed
}

/** What stands under a key, or along an array of keys; else the given default. */
export function builtin_object_get(object: Value, key: Value, otherwise: Value): Value {
  if (!isObject(object)) return UNDEFINED
  if (!isArray(key)) {
    const value = value_get(object, key)
    return value == UNDEFINED ? otherwise : value
  }
  let value = object
  for (let i: u32 = 0; i < arrayCount(key); i++) {
    value = value_get(value, arrayItem(key, i))
    if (value == UNDEFINED) return otherwise
  }
  return value
}

export function builtin_object_keys(object: Value): Value {
  if (!isObject(object)) return UNDEFINED
  const keys = newSet()
  const count = scan_count(object)
  for (let i: u32 = 0; i < count; i++) setAdd(keys, scan_key(object, i))
  return keys
}

export function builtin_object_remove(object: Value, keys: Value): Value {
  return selected(object, keys, false)
}
export function builtin_object_filter(object: Value, keys: Value): Value {
  return selected(object, keys, true)
}

function selected(object: Value, keys: Value, keep: bool): Value {
  if (!isObject(object) || typeOf(keys) < TYPE_ARRAY) return UNDEFINED
  const named = newSet()
  for (let i: u32 = 0; i < scan_count(keys); i++)
    setAdd(named, isObject(keys) ? scan_key(keys, i) : scan_value(keys, i))
  const rest = newObject()
  for (let i: u32 = 0; i < scan_count(object); i++) {
    const key = scan_key(object, i)
    if (findEntry(named, key) >= 0 == keep) tablePut(rest, key, scan_value(object, i))
  }
  return rest
}

/** Deep; where both have a value that is no object, `b` counts. */
export function builtin_object_union(a: Value, b: Value): Value {
  return isObject(a) && isObject(b) ? object_merge(copyObject(b), a) : UNDEFINED
}

export function builtin_object_union_n(objects: Value): Value {
  if (!isArray(objects)) return UNDEFINED
  let all = newObject()
  for (let i: u32 = 0; i < arrayCount(objects); i++) {
    all = builtin_object_union(all, arrayItem(objects, i))
    if (all == UNDEFINED) return UNDEFINED
  }
  return all
}

export function builtin_and(a: Value, b: Value): Value {
  if (!isSet(a) || !isSet(b)) return UNDEFINED
  const shared = newSet()
  for (let i: u32 = 0; i < scan_count(a); i++) if (findEntry(b, scan_key(a, i)) >= 0) setAdd(shared, scan_key(a, i))
  return shared
}

export function builtin_or(a: Value, b: Value): Value {
  if (!isSet(a) || !isSet(b)) return UNDEFINED
  const all = newSet()
  for (let i: u32 = 0; i < scan_count(a); i++) setAdd(all, scan_key(a, i))
  for (let i: u32 = 0; i < scan_count(b); i++) setAdd(all, scan_key(b, i))
  return all
}

export function builtin_union(sets: Value): Value {
  if (!isSet(sets)) return UNDEFINED
  let all: Value = newSet()
  for (let i: u32 = 0; i < scan_count(sets); i++) {
    all = builtin_or(all, scan_key(sets, i))
    if (all == UNDEFINED) return UNDEFINED
  }
  return all
}

export function builtin_intersection(sets: Value): Value {
  if (!isSet(sets)) return UNDEFINED
  if (scan_count(sets) == 0) return newSet()
  let shared: Value = scan_key(sets, 0)
  for (let i: u32 = 0; i < scan_count(sets); i++) {
    shared = builtin_and(shared, scan_key(sets, i))
    if (shared == UNDEFINED) return UNDEFINED
  }
  return shared
}

/** All [path, value] pairs of a value, itself first. */
export function builtin_walk(value: Value): Value {
  const pairs = newArray(0)
  walkInto(pairs, newArray(0), value)
  return pairs
}

function walkInto(pairs: Value, path: Value, value: Value): void {
  const pair = newArray(2)
  arrayAppend(pair, path)
  arrayAppend(pair, value)
  arrayAppend(pairs, pair)
  for (let i: u32 = 0; i < scan_count(value); i++) {
    const inner = newArray(arrayCount(path) + 1)
    for (let j: u32 = 0; j < arrayCount(path); j++) arrayAppend(inner, arrayItem(path, j))
    arrayAppend(inner, scan_key(value, i))
    walkInto(pairs, inner, scan_value(value, i))
  }
}

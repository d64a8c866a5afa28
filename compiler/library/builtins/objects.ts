/** Objects. */
import { arrayCount, arrayItem, isArray } from '../arrays'
import { eachCount, eachKey, eachValue, value_get } from '../collections'
import { equal } from '../compare'
import { copyObject, object_merge } from '../interface'
import { findEntry, newObject, newSet, setAdd, tablePut } from '../tables'
import { boolean, isKind, SET, TYPE_ARRAY, TYPE_OBJECT, typeOf, UNDEFINED, Value } from '../values'

function isObject(value: Value): bool {
  return typeOf(value) == TYPE_OBJECT
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
  const count = eachCount(object)
  for (let i: u32 = 0; i < count; i++) setAdd(keys, eachKey(object, i))
  return keys
}

/** Keys are given as an array, a set, or an object that has them. */
export function builtin_object_remove(object: Value, keys: Value): Value {
  return selected(object, keys, false)
}
export function builtin_object_filter(object: Value, keys: Value): Value {
  return selected(object, keys, true)
}

function selected(object: Value, keys: Value, keep: bool): Value {
  if (!isObject(object) || typeOf(keys) < TYPE_ARRAY) return UNDEFINED
  const named = newSet()
  for (let i: u32 = 0; i < eachCount(keys); i++) setAdd(named, isObject(keys) ? eachKey(keys, i) : eachValue(keys, i))
  const rest = newObject()
  for (let i: u32 = 0; i < eachCount(object); i++) {
    const key = eachKey(object, i)
    if (findEntry(named, key) >= 0 == keep) tablePut(rest, key, eachValue(object, i))
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

/** Whether `part` is in `whole`: objects by keys and deeply, sets by members, arrays as a run or, of a set, by members. */
export function builtin_object_subset(whole: Value, part: Value): Value {
  if (isArray(whole) && isKind(part, SET)) {
    for (let i: u32 = 0; i < eachCount(part); i++) if (!hasItem(whole, eachKey(part, i))) return boolean(false)
    return boolean(true)
  }
  const type = typeOf(whole)
  return type >= TYPE_ARRAY && type == typeOf(part) ? boolean(contains(whole, part)) : UNDEFINED
}

function hasItem(array: Value, item: Value): bool {
  for (let i: u32 = 0; i < arrayCount(array); i++) if (equal(arrayItem(array, i), item)) return true
  return false
}

/** Of two collections of one type. */
function contains(whole: Value, part: Value): bool {
  const count = eachCount(part)
  if (isArray(whole)) return hasRun(whole, part)
  for (let i: u32 = 0; i < count; i++) {
    const key = eachKey(part, i)
    const value = value_get(whole, key)
    if (value == UNDEFINED) return false
    if (isKind(part, SET) || equal(value, eachValue(part, i))) continue
    const type = typeOf(value)
    if (type < TYPE_ARRAY || type != typeOf(eachValue(part, i)) || !contains(value, eachValue(part, i))) return false
  }
  return true
}

function hasRun(array: Value, run: Value): bool {
  const count = arrayCount(run)
  for (let start: u32 = 0; start + count <= arrayCount(array); start++) {
    let same: u32 = 0
    while (same < count && equal(arrayItem(array, start + same), arrayItem(run, same))) same++
    if (same == count) return true
  }
  return false
}

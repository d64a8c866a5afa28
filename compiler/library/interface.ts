/** What emitted code calls: one function a statement of the plan, as far as it needs one. */
import { arrayAppend, isArray as arrayIs, newArray } from './arrays'
import { eachCount, eachKey, eachValue, scan_count, scan_value, value_get, value_length } from './collections'
import { compare, equal } from './compare'
import { fail } from './memory'
import { newObject, newSet, setAdd, tablePut } from './tables'
import { isKind, newNumber, OBJECT, SET, small, TYPE_OBJECT, typeOf, UNDEFINED, Value } from './values'

export function value_equal(a: Value, b: Value): i32 {
  return equal(a, b) ? 1 : 0
}
export function value_compare(a: Value, b: Value): i32 {
  return compare(a, b)
}
export function is_array(value: Value): i32 {
  return arrayIs(value) ? 1 : 0
}
export function is_object(value: Value): i32 {
  return typeOf(value) == TYPE_OBJECT ? 1 : 0
}
export function is_set(value: Value): i32 {
  return isKind(value, SET) ? 1 : 0
}
export function make_array(capacity: u32): Value {
  return newArray(capacity)
}
export function array_append(array: Value, value: Value): void {
  arrayAppend(array, value)
}
export function make_object(): Value {
  return newObject()
}
export function make_set(): Value {
  return newSet()
}
export function set_add(set: Value, member: Value): void {
  setAdd(set, member)
}
export function object_insert(object: Value, key: Value, value: Value): void {
  tablePut(object, key, value)
}

/** A key that is there with another value ends the evaluation with the NUL-terminated message. */
export function object_insert_once(object: Value, key: Value, value: Value, message: usize): void {
  const known = value_get(object, key)
  if (known == UNDEFINED) tablePut(object, key, value)
  else if (!equal(known, value)) fail(message)
}

/** What a variable has that was `known`, if anything, and is assigned `value`: it may be the same only. */
export function assign_once(known: Value, value: Value, message: usize): Value {
  if (known != UNDEFINED && !equal(known, value)) fail(message)
  return value
}

/** The keys of both, merged deeply where both have an object; elsewhere `a` counts. */
export function object_merge(a: Value, b: Value): Value {
  if (a == UNDEFINED) return b
  if (b == UNDEFINED || typeOf(a) != TYPE_OBJECT || typeOf(b) != TYPE_OBJECT) return a
  const merged = copyObject(a)
  const count = eachCount(b)
  for (let i: u32 = 0; i < count; i++) {
    const key = eachKey(b, i)
    const own = value_get(a, key)
    tablePut(merged, key, own == UNDEFINED ? eachValue(b, i) : object_merge(own, eachValue(b, i)))
  }
  return merged
}

export function copyObject(object: Value): Value {
  const copy = newObject()
  const count = eachCount(object)
  for (let i: u32 = 0; i < count; i++) tablePut(copy, eachKey(object, i), eachValue(object, i))
  return copy
}

export function value_len(value: Value): Value {
  const length = value_length(value)
  return length < 0 ? UNDEFINED : small(length)
}

/** A number by its JSON text, which is static. */
export function number_from_text(text: usize, length: u32): Value {
  return newNumber(text, length)
}

/** `base` with `value` at the end of an array of keys: objects on the way are copied, what is none is replaced. */
export function with_put(base: Value, path: Value, value: Value): Value {
  return putAt(base, path, 0, value)
}

function putAt(base: Value, path: Value, depth: u32, value: Value): Value {
  if (depth == scan_count(path)) return value
  const key = scan_value(path, depth)
  const isObject = typeOf(base) == TYPE_OBJECT
  const copy = isObject ? copyObject(base) : newObject()
  const inner = isObject ? value_get(base, key) : UNDEFINED
  tablePut(copy, key, putAt(inner, path, depth + 1, value))
  return copy
}

/** Whether a value is an object in a table, which can be changed where it stands. */
export function isChangeable(value: Value): bool {
  return isKind(value, OBJECT)
}

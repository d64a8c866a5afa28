/** Collections that emitted code makes at once: it pushes the values and calls. */
import { arrayAppend, arrayCount, arrayItem, newArray } from './arrays'
import { allocate } from './memory'
import { newObject, newSet, setAdd, tableAppend } from './tables'
import { compareBytes } from './texts'
import { FALSE, isString, lengthOf, textOf, TRUE, Value } from './values'

export function array_1(a: Value): Value {
  const array = newArray(1)
  arrayAppend(array, a)
  return array
}
export function array_2(a: Value, b: Value): Value {
  return with2(newArray(2), a, b)
}
export function array_3(a: Value, b: Value, c: Value): Value {
  return with3(newArray(3), a, b, c)
}
export function array_4(a: Value, b: Value, c: Value, d: Value): Value {
  return with2(with2(newArray(4), a, b), c, d)
}
export function array_5(a: Value, b: Value, c: Value, d: Value, e: Value): Value {
  return with3(with2(newArray(5), a, b), c, d, e)
}
export function array_6(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value): Value {
  return with3(with3(newArray(6), a, b, c), d, e, f)
}

function with2(array: Value, a: Value, b: Value): Value {
  arrayAppend(array, a)
  arrayAppend(array, b)
  return array
}
function with3(array: Value, a: Value, b: Value, c: Value): Value {
  arrayAppend(array, a)
  return with2(array, b, c)
}

/** Objects with few keys, which stand in static data as a shape (`compiler/wasm/static-data.ts`). */
export function record_1(shape: u32, a: Value): Value {
  const record = recordOf(shape, 1)
  store<u32>(record, a, 4)
  return record
}
export function record_2(shape: u32, a: Value, b: Value): Value {
  const record = recordOf(shape, 2)
  store<u32>(record, a, 4)
  store<u32>(record, b, 8)
  return record
}
export function record_3(shape: u32, a: Value, b: Value, c: Value): Value {
  const record = recordOf(shape, 3)
  store<u32>(record, a, 4)
  store<u32>(record, b, 8)
  store<u32>(record, c, 12)
  return record
}
export function record_4(shape: u32, a: Value, b: Value, c: Value, d: Value): Value {
  const record = recordOf(shape, 4)
  store<u32>(record, a, 4)
  store<u32>(record, b, 8)
  store<u32>(record, c, 12)
  store<u32>(record, d, 16)
  return record
}
export function record_of(shape: u32, values: Value): Value {
  const count = arrayCount(values)
  const record = recordOf(shape, count)
  for (let i: u32 = 0; i < count; i++) store<u32>(<usize>record + ((<usize>i) << 2), arrayItem(values, i), 4)
  return record
}

function recordOf(shape: u32, fields: u32): Value {
  const record = allocate(4 + ((<usize>fields) << 2))
  store<u32>(record, shape)
  return <u32>record
}

/** Objects with more keys than that: `keys` are texts, each another. */
export function object_of(keys: Value, values: Value): Value {
  const object = newObject()
  const count = arrayCount(keys)
  for (let i: u32 = 0; i < count; i++) tableAppend(object, arrayItem(keys, i), arrayItem(values, i))
  return object
}

export function set_of(members: Value): Value {
  const set = newSet()
  const count = arrayCount(members)
  for (let i: u32 = 0; i < count; i++) setAdd(set, arrayItem(members, i))
  return set
}

/** Whether a value is one of texts, which stand in the order of their lengths, and of their bytes among equal lengths. */
export function member_of(value: Value, texts: Value): Value {
  if (!isString(value)) return FALSE
  const length = lengthOf(value)
  let low: u32 = 0
  let high = arrayCount(texts)
  while (low < high) {
    const middle = (low + high) >> 1
    const text = arrayItem(texts, middle)
    const size = lengthOf(text)
    const order = size == length ? compareBytes(textOf(text), size, textOf(value), length) : size < length ? -1 : 1
    if (order == 0) return TRUE
    if (order < 0) low = middle + 1
    else high = middle
  }
  return FALSE
}

/** Arrays. */
import { arrayAppend, arrayCount, arrayItem, isArray, newArray } from '../arrays'
import { isWholeNumber, wholeNumber } from '../decimals/whole'
import { UNDEFINED, Value } from '../values'

function appendAll(array: Value, items: Value): void {
  for (let i: u32 = 0; i < arrayCount(items); i++) arrayAppend(array, arrayItem(items, i))
}

export function builtin_array_concat(a: Value, b: Value): Value {
  if (!isArray(a) || !isArray(b)) return UNDEFINED
  const joined = newArray(arrayCount(a) + arrayCount(b))
  appendAll(joined, a)
  appendAll(joined, b)
  return joined
}

/** From `start` to before `stop`, both brought within the array. */
export function builtin_array_slice(array: Value, start: Value, stop: Value): Value {
  if (!isArray(array) || !isWholeNumber(start)) return UNDEFINED
  const from = max<i64>(wholeNumber(), 0)
  if (!isWholeNumber(stop)) return UNDEFINED
  const to = min<i64>(wholeNumber(), arrayCount(array))
  const slice = newArray(to > from ? <u32>(to - from) : 0)
  for (let i = from; i < to; i++) arrayAppend(slice, arrayItem(array, <u32>i))
  return slice
}

export function builtin_array_reverse(array: Value): Value {
  if (!isArray(array)) return UNDEFINED
  const reversed = newArray(arrayCount(array))
  for (let i = arrayCount(array); i > 0; i--) arrayAppend(reversed, arrayItem(array, i - 1))
  return reversed
}

/** The items of arrays in the array in their place; one level only. */
export function builtin_array_flatten(array: Value): Value {
  if (!isArray(array)) return UNDEFINED
  const flat = newArray(arrayCount(array))
  for (let i: u32 = 0; i < arrayCount(array); i++) {
    const item = arrayItem(array, i)
    if (isArray(item)) appendAll(flat, item)
    else arrayAppend(flat, item)
  }
  return flat
}

/** Whole numbers as 64-bit integers, where they fit into 18 digits. */
import { allocate, heapPointer, release } from '../memory'
import { isSmall, newNumber, small, smallOf, TYPE_NUMBER, typeOf, Value } from '../values'
import { count, digits, exponent, isWhole, left, negative, readDecimal } from './decimal'

const MOST_DIGITS: i32 = 18

/** What `isWholeNumber` found. */
let found: i64 = 0

export function isWholeNumber(value: Value): bool {
  if (isSmall(value)) {
    found = smallOf(value)
    return true
  }
  if (typeOf(value) != TYPE_NUMBER) return false
  const mark = heapPointer()
  readDecimal(left, value)
  const fits = isWhole(left) && exponent(left) <= MOST_DIGITS
  found = 0
  if (fits) {
    for (let i = 0; i < exponent(left); i++) found = found * 10 + (i < count(left) ? load<u8>(digits(left) + i) : 0)
    if (negative(left)) found = -found
  }
  release(mark)
  return fits
}

export function wholeNumber(): i64 {
  return found
}

export function numberOf(value: i64): Value {
  if (value >= -(1 << 29) && value < 1 << 29) return small(<i32>value)
  const text = allocate(20)
  let at = text + 20
  let rest: u64 = value < 0 ? -value : value
  do {
    store<u8>(--at, <u8>(48 + (rest % 10)))
    rest /= 10
  } while (rest > 0)
  if (value < 0) store<u8>(--at, 0x2d)
  return newNumber(at, <u32>(text + 20 - at))
}

/** Whole numbers: ranges, bits, and digits in other bases. */
import { arrayAppend, newArray } from '../arrays'
import { count, digits, exponent, left, negative, readDecimal } from '../decimals/decimal'
import { isWholeNumber, numberOf, wholeNumber } from '../decimals/whole'
import { allocate } from '../memory'
import { isSmall, newString, smallOf, TYPE_NUMBER, typeOf, UNDEFINED, Value } from '../values'

/** From `a` to `b`, both included, up or down. */
export function builtin_numbers_range(a: Value, b: Value): Value {
  return range(a, b, 1)
}

/** The same by a positive step; `b` is included where a step comes to it. */
export function builtin_numbers_range_step(a: Value, b: Value, step: Value): Value {
  return isWholeNumber(step) && wholeNumber() > 0 ? range(a, b, wholeNumber()) : UNDEFINED
}

function range(a: Value, b: Value, step: i64): Value {
  if (!isWholeNumber(a)) return UNDEFINED
  const from = wholeNumber()
  if (!isWholeNumber(b)) return UNDEFINED
  const to = wholeNumber()
  const numbers = newArray(0)
  if (from <= to) for (let each = from; each <= to; each += step) arrayAppend(numbers, numberOf(each))
  else for (let each = from; each >= to; each -= step) arrayAppend(numbers, numberOf(each))
  return numbers
}

const AND: u32 = 0
const OR: u32 = 1
const XOR: u32 = 2
const LEFT: u32 = 3
const RIGHT: u32 = 4

export function builtin_bits_and(a: Value, b: Value): Value {
  return bits(AND, a, b)
}
export function builtin_bits_or(a: Value, b: Value): Value {
  return bits(OR, a, b)
}
export function builtin_bits_xor(a: Value, b: Value): Value {
  return bits(XOR, a, b)
}
export function builtin_bits_lsh(a: Value, b: Value): Value {
  return bits(LEFT, a, b)
}
export function builtin_bits_rsh(a: Value, b: Value): Value {
  return bits(RIGHT, a, b)
}
export function builtin_bits_negate(a: Value): Value {
  return isWholeNumber(a) ? numberOf(~wholeNumber()) : UNDEFINED
}

function bits(what: u32, a: Value, b: Value): Value {
  if (!isWholeNumber(a)) return UNDEFINED
  const x = wholeNumber()
  if (!isWholeNumber(b)) return UNDEFINED
  const y = wholeNumber()
  if (what == AND) return numberOf(x & y)
  if (what == OR) return numberOf(x | y)
  if (what == XOR) return numberOf(x ^ y)
  if (y < 0) return UNDEFINED
  if (what == RIGHT) return numberOf(x >> min(y, 63))
  // What would not fit is undefined rather than wrong.
  if (x == 0) return numberOf(0)
  return y < 63 && (x << y) >> y == x ? numberOf(x << y) : UNDEFINED
}

/** More digits than a machine's number has, which an exponent can ask for, are not written. */
const MOST_PLACES: i32 = 400

/** The number in another base: 2, 8, 10 or 16. Fractions are dropped. */
export function builtin_format_int(value: Value, base: Value): Value {
  if (typeOf(value) != TYPE_NUMBER || !isSmall(base)) return UNDEFINED
  const radix = smallOf(base)
  if (radix != 2 && radix != 8 && radix != 10 && radix != 16) return UNDEFINED
  readDecimal(left, value)
  const places = max(exponent(left), 0)
  if (places > MOST_PLACES) return UNDEFINED
  const rest = allocate(places)
  for (let i = 0; i < places; i++) store<u8>(rest + i, i < count(left) ? load<u8>(digits(left) + i) : 0)
  // A decimal digit is less than four binary ones.
  const text = allocate((places << 2) + 2)
  const end = text + (places << 2) + 2
  let at = end
  do store<u8>(--at, digitOf(divideBy(rest, places, radix)))
  while (!isZero(rest, places))
  if (negative(left) && !(at == end - 1 && load<u8>(at) == 48)) store<u8>(--at, 0x2d)
  return newString(at, <u32>(end - at))
}

/** Divides decimal digits in place; the remainder. */
function divideBy(number: usize, places: i32, radix: i32): i32 {
  let carry = 0
  for (let i = 0; i < places; i++) {
    const part = carry * 10 + <i32>load<u8>(number + i)
    store<u8>(number + i, <u8>(part / radix))
    carry = part % radix
  }
  return carry
}

function isZero(number: usize, places: i32): bool {
  for (let i = 0; i < places; i++) if (load<u8>(number + i)) return false
  return true
}

function digitOf(value: i32): u8 {
  return <u8>(value < 10 ? 48 + value : 87 + value)
}

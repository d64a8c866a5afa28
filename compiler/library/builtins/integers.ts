/** Whole numbers: ranges, bits, and digits in other bases. */
import { arrayAppend, newArray } from '../arrays'
import { equal } from '../compare'
import { count, digits, exponent, isWhole, left, negative, readDecimal } from '../decimals/decimal'
import { isWholeNumber, numberOf, wholeNumber } from '../decimals/whole'
import { allocate } from '../memory'
import { isSmall, lengthOf, newString, small, smallOf, TYPE_NUMBER, textOf, typeOf, UNDEFINED, Value } from '../values'
import { builtin_mul } from './arithmetic'

/** From `a` to `b`, both included, up or down. */
export function builtin_numbers_range(a: Value, b: Value): Value {
  return range(a, b, 1)
}

/** The same by a positive step; `b` is included where a step comes to it. */
export function builtin_numbers_range_step(a: Value, b: Value, step: Value): Value {
  if (isWholeNumber(step)) return wholeNumber() > 0 ? range(a, b, wholeNumber()) : UNDEFINED
  return isLargeWhole(step) && !negative(left) ? range(a, b, LARGE) : UNDEFINED
}

/** Less than any whole number that does not fit into a machine's (`../decimals/whole.ts`). */
const LARGE: i64 = 1_000_000_000_000_000_000

/** Whether a number is whole and has more digits than `isWholeNumber` takes; `left` then is it. */
function isLargeWhole(value: Value): bool {
  if (typeOf(value) != TYPE_NUMBER) return false
  readDecimal(left, value)
  return isWhole(left)
}

/** A step that is `LARGE` stands for one that is at least as large: what is as far apart could be reached by it, or not. */
function range(a: Value, b: Value, step: i64): Value {
  if (!isWholeNumber(a)) return UNDEFINED
  const from = wholeNumber()
  if (!isWholeNumber(b)) return UNDEFINED
  const distance = wholeNumber() - from
  const steps = abs(distance) / step
  if (step == LARGE && steps > 0) return UNDEFINED
  const numbers = newArray(0)
  const signed = distance < 0 ? -step : step
  for (let i: i64 = 0; i <= steps; i++) arrayAppend(numbers, numberOf(from + i * signed))
  return numbers
}

const AND: u32 = 0
const OR: u32 = 1
const XOR: u32 = 2
const RIGHT: u32 = 3

export function builtin_bits_and(a: Value, b: Value): Value {
  return bits(AND, a, b)
}
export function builtin_bits_or(a: Value, b: Value): Value {
  return bits(OR, a, b)
}
export function builtin_bits_xor(a: Value, b: Value): Value {
  return bits(XOR, a, b)
}
/** Twice as much for each place, exactly, as long as a product can be written. */
export function builtin_bits_lsh(a: Value, b: Value): Value {
  if (!isWholeNumber(a) && !isLargeWhole(a)) return UNDEFINED
  if (!isWholeNumber(b) || wholeNumber() < 0) return UNDEFINED
  if (equal(a, small(0))) return small(0)
  let shifted = a
  for (let places = wholeNumber(); places > 0 && shifted != UNDEFINED; places -= AT_ONCE) {
    shifted = builtin_mul(shifted, small(1 << (<i32>min(places, AT_ONCE))))
  }
  return shifted
}

/** So many places make a factor that is a small integer. */
const AT_ONCE: i64 = 28

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
  return y < 0 ? UNDEFINED : numberOf(x >> min(y, 63))
}

/** More digits than a machine's number has, which an exponent can ask for, are not written. */
const MOST_PLACES: i32 = 400

/** The number in another base: 2, 8, 10 or 16. Fractions are dropped. */
export function builtin_format_int(value: Value, base: Value): Value {
  if (typeOf(value) != TYPE_NUMBER || !isSmall(base)) return UNDEFINED
  const radix = smallOf(base)
  if (radix != 2 && radix != 8 && radix != 10 && radix != 16) return UNDEFINED
  readDecimal(left, value)
  const written = digitsInBase(left, radix, false)
  if (written == UNDEFINED || !negative(left) || (lengthOf(written) == 1 && load<u8>(textOf(written)) == 48))
    return written
  const text = allocate(lengthOf(written) + 1)
  store<u8>(text, 0x2d)
  memory.copy(text + 1, textOf(written), lengthOf(written))
  return newString(text, lengthOf(written) + 1)
}

/** The digits of a decimal before its point, without its sign; undefined where there are too many. */
export function digitsInBase(decimal: usize, radix: i32, inCapitals: bool): Value {
  const places = max(exponent(decimal), 0)
  if (places > MOST_PLACES) return UNDEFINED
  const rest = allocate(places)
  for (let i = 0; i < places; i++) store<u8>(rest + i, i < count(decimal) ? load<u8>(digits(decimal) + i) : 0)
  // A decimal digit is less than four binary ones.
  const text = allocate((places << 2) + 1)
  const end = text + (places << 2) + 1
  let at = end
  do {
    const digit = divideBy(rest, places, radix)
    store<u8>(--at, <u8>(digit < 10 ? 48 + digit : (inCapitals ? 55 : 87) + digit))
  } while (!isZero(rest, places))
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

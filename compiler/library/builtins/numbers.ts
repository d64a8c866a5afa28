/** Arithmetic, exact on decimals (docs/decisions/numbers.md). What is no number makes the result undefined. */
import { arrayAppend, newArray } from '../arrays'
import { indexOf, scan_count, scan_value } from '../collections'
import {
  addDecimals,
  count,
  digits,
  divideDecimals,
  exponent,
  isWhole,
  left,
  multiplyDecimals,
  negative,
  readDecimal,
  result,
  resultValue,
  right,
  setDecimal,
} from '../decimals'
import { allocate } from '../memory'
import { findEntry, newSet, setAdd } from '../tables'
import { isKind, isSmall, newString, SET, small, smallOf, TYPE_NUMBER, typeOf, UNDEFINED, Value } from '../values'

function areNumbers(a: Value, b: Value): bool {
  return typeOf(a) == TYPE_NUMBER && typeOf(b) == TYPE_NUMBER
}
function fits(value: i32): bool {
  return value >= -(1 << 29) && value < 1 << 29
}

export function builtin_plus(a: Value, b: Value): Value {
  if (isSmall(a) && isSmall(b)) {
    const sum = smallOf(a) + smallOf(b)
    if (fits(sum)) return small(sum)
  }
  return areNumbers(a, b) ? sumOf(a, b, false) : UNDEFINED
}

/** Also the difference of sets. */
export function builtin_minus(a: Value, b: Value): Value {
  if (isKind(a, SET) && isKind(b, SET)) return difference(a, b)
  if (isSmall(a) && isSmall(b)) {
    const sum = smallOf(a) - smallOf(b)
    if (fits(sum)) return small(sum)
  }
  return areNumbers(a, b) ? sumOf(a, b, true) : UNDEFINED
}

function sumOf(a: Value, b: Value, minus: bool): Value {
  readDecimal(left, a)
  readDecimal(right, b)
  return addDecimals(minus) ? resultValue() : UNDEFINED
}

function difference(a: Value, b: Value): Value {
  const rest = newSet()
  const size = scan_count(a)
  for (let i: u32 = 0; i < size; i++) {
    const member = scan_value(a, i)
    if (findEntry(b, member) < 0) setAdd(rest, member)
  }
  return rest
}

export function builtin_mul(a: Value, b: Value): Value {
  if (!areNumbers(a, b)) return UNDEFINED
  readDecimal(left, a)
  readDecimal(right, b)
  return multiplyDecimals() ? resultValue() : UNDEFINED
}

export function builtin_div(a: Value, b: Value): Value {
  if (!areNumbers(a, b)) return UNDEFINED
  readDecimal(left, a)
  readDecimal(right, b)
  return divideDecimals() ? resultValue() : UNDEFINED
}

/** The remainder of whole numbers, with the sign of the dividend. */
export function builtin_rem(a: Value, b: Value): Value {
  if (!isSmall(a) || !isSmall(b) || smallOf(b) == 0) return UNDEFINED
  return small(smallOf(a) % smallOf(b))
}

export function builtin_abs(value: Value): Value {
  if (typeOf(value) != TYPE_NUMBER) return UNDEFINED
  readDecimal(left, value)
  setDecimal(result, false, digits(left), count(left), exponent(left))
  return isSmall(value) && smallOf(value) >= 0 ? value : resultValue()
}

/** Half away from zero. */
export function builtin_round(value: Value): Value {
  return roundTo(value, 2)
}
export function builtin_floor(value: Value): Value {
  return roundTo(value, 0)
}
export function builtin_ceil(value: Value): Value {
  return roundTo(value, 1)
}

/** `way`: 0 down, 1 up, 2 to the nearest. */
function roundTo(value: Value, way: i32): Value {
  if (isSmall(value)) return value
  if (typeOf(value) != TYPE_NUMBER) return UNDEFINED
  readDecimal(left, value)
  if (isWhole(left)) {
    setDecimal(result, negative(left), digits(left), count(left), exponent(left))
    return resultValue()
  }
  const kept = max(exponent(left), 0)
  const firstDropped = exponent(left) >= 0 ? <i32>load<u8>(digits(left) + kept) : 0
  const away = way == 2 ? firstDropped >= 5 : (way == 1) != negative(left)
  const isNegative = negative(left)
  setDecimal(left, isNegative, digits(left), kept, kept)
  if (!away) {
    setDecimal(result, isNegative, digits(left), count(left), exponent(left))
    return resultValue()
  }
  const one = allocate(1)
  store<u8>(one, 1)
  setDecimal(right, isNegative, one, 1, 1)
  return addDecimals(false) ? resultValue() : UNDEFINED
}

/** From `a` to `b`, both included, up or down. */
export function builtin_numbers_range(a: Value, b: Value): Value {
  if (!isSmall(a) || !isSmall(b)) return UNDEFINED
  const step = smallOf(a) <= smallOf(b) ? 1 : -1
  const range = newArray(0)
  const behind = smallOf(b) + step
  for (let each = smallOf(a); each != behind; each += step) arrayAppend(range, small(each))
  return range
}

/** The number in another base: 2, 8, 10 or 16. Fractions are dropped. */
export function builtin_format_int(value: Value, base: Value): Value {
  if (typeOf(value) != TYPE_NUMBER || !isSmall(base)) return UNDEFINED
  const radix = smallOf(base)
  if (radix != 2 && radix != 8 && radix != 10 && radix != 16) return UNDEFINED
  readDecimal(left, value)
  const isNegative = negative(left)
  setDecimal(left, false, digits(left), min(count(left), max(exponent(left), 0)), exponent(left))
  setDecimal(result, false, digits(left), count(left), exponent(left))
  const magnitude = indexOf(resultValue())
  if (magnitude < 0) return UNDEFINED
  const text = allocate(40)
  let at = text + 40
  let rest = magnitude
  do {
    const digit = rest % radix
    store<u8>(--at, <u8>(digit < 10 ? 48 + digit : 87 + digit))
    rest /= radix
  } while (rest > 0)
  if (isNegative && magnitude > 0) store<u8>(--at, 0x2d)
  return newString(at, <u32>(text + 40 - at))
}

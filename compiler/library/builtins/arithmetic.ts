/** Arithmetic, exact on decimals (docs/decisions/numbers.md). What is no number makes the result undefined. */
import { addDecimals, divideDecimals, multiplyDecimals, remainder } from '../decimals/arithmetic'
import {
  count,
  digits,
  exponent,
  isWhole,
  left,
  negative,
  readDecimal,
  result,
  right,
  setDecimal,
} from '../decimals/decimal'
import { resultValue } from '../decimals/write'
import { allocate } from '../memory'
import { areSets, members } from '../sets'
import { isSmall, small, smallOf, TYPE_NUMBER, typeOf, UNDEFINED, Value } from '../values'

/** Whether both are numbers; `left` and `right` then are they. */
function readNumbers(a: Value, b: Value): bool {
  if (typeOf(a) != TYPE_NUMBER || typeOf(b) != TYPE_NUMBER) return false
  readDecimal(left, a)
  readDecimal(right, b)
  return true
}

function fits(value: i32): bool {
  return value >= -(1 << 29) && value < 1 << 29
}

export function builtin_plus(a: Value, b: Value): Value {
  if (isSmall(a) && isSmall(b)) {
    const sum = smallOf(a) + smallOf(b)
    if (fits(sum)) return small(sum)
  }
  return readNumbers(a, b) && addDecimals(false) ? resultValue() : UNDEFINED
}

/** Also the difference of sets. */
export function builtin_minus(a: Value, b: Value): Value {
  if (areSets(a, b)) return members(a, b, false)
  if (isSmall(a) && isSmall(b)) {
    const rest = smallOf(a) - smallOf(b)
    if (fits(rest)) return small(rest)
  }
  return readNumbers(a, b) && addDecimals(true) ? resultValue() : UNDEFINED
}

export function builtin_mul(a: Value, b: Value): Value {
  return readNumbers(a, b) && multiplyDecimals() ? resultValue() : UNDEFINED
}

export function builtin_div(a: Value, b: Value): Value {
  return readNumbers(a, b) && divideDecimals() ? resultValue() : UNDEFINED
}

/** Of whole numbers, with the sign of the dividend. */
export function builtin_rem(a: Value, b: Value): Value {
  if (isSmall(a) && isSmall(b)) return smallOf(b) ? small(smallOf(a) % smallOf(b)) : UNDEFINED
  return readNumbers(a, b) && remainder() ? resultValue() : UNDEFINED
}

export function builtin_abs(value: Value): Value {
  if (typeOf(value) != TYPE_NUMBER) return UNDEFINED
  readDecimal(left, value)
  setDecimal(result, false, digits(left), count(left), exponent(left))
  return isSmall(value) && smallOf(value) >= 0 ? value : resultValue()
}

const DOWN: u32 = 0
const UP: u32 = 1
const NEAREST: u32 = 2

/** Half away from zero. */
export function builtin_round(value: Value): Value {
  return roundTo(value, NEAREST)
}
export function builtin_floor(value: Value): Value {
  return roundTo(value, DOWN)
}
export function builtin_ceil(value: Value): Value {
  return roundTo(value, UP)
}

function roundTo(value: Value, way: u32): Value {
  if (isSmall(value)) return value
  if (typeOf(value) != TYPE_NUMBER) return UNDEFINED
  readDecimal(left, value)
  const isNegative = negative(left)
  const kept = max(exponent(left), 0)
  const firstDropped = exponent(left) >= 0 && kept < count(left) ? <i32>load<u8>(digits(left) + kept) : 0
  const away = !isWhole(left) && (way == NEAREST ? firstDropped >= 5 : (way == UP) != isNegative)
  // What is kept, and one more where the value lies beyond it.
  setDecimal(left, isNegative, digits(left), min(kept, count(left)), kept)
  if (!away) {
    setDecimal(result, isNegative, digits(left), count(left), exponent(left))
    return resultValue()
  }
  const one = allocate(1)
  store<u8>(one, 1)
  setDecimal(right, isNegative, one, 1, 1)
  return addDecimals(false) ? resultValue() : UNDEFINED
}

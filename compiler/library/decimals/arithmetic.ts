/** `left` and `right` → `result`, exact but for quotients, as OPA's WASM calculates. */
import { allocate } from '../memory'
import {
  compareMagnitudes,
  count,
  digits,
  exponent,
  isWhole,
  left,
  negative,
  result,
  right,
  setDecimal,
} from './decimal'

/** Results that would need more digits are undefined: an exponent may be written that no memory could hold. */
const MOST_DIGITS: i32 = 10_000

/** `left + right`, or `left - right`, into `result`; false where it would be too long. */
export function addDecimals(minus: bool): bool {
  const rightNegative = negative(right) != minus
  const top = max(exponent(left), exponent(right)) + 1
  const bottom = min(exponent(left) - count(left), exponent(right) - count(right))
  if (count(left) == 0 || count(right) == 0) {
    const other = count(left) == 0 ? right : left
    setDecimal(result, count(left) == 0 ? rightNegative : negative(left), digits(other), count(other), exponent(other))
    return true
  }
  const length = top - bottom
  if (length > MOST_DIGITS || length < 0) return false
  const sum = allocate(length)
  const same = negative(left) == rightNegative
  const larger = compareMagnitudes(left, right) >= 0 ? left : right
  const smaller = larger == left ? right : left
  let carry = 0
  for (let i = length - 1; i >= 0; i--) {
    const place = top - i
    const x = digitAt(larger, place)
    const y = digitAt(smaller, place)
    let digit = same ? x + y + carry : x - y - carry
    carry = digit > 9 || digit < 0 ? 1 : 0
    if (digit > 9) digit -= 10
    if (digit < 0) digit += 10
    store<u8>(sum + i, <u8>digit)
  }
  setDecimal(result, larger == left ? negative(left) : rightNegative, sum, length, top)
  return true
}

/** The digit worth 10^(place - 1). */
function digitAt(decimal: usize, place: i32): i32 {
  const index = exponent(decimal) - place
  return index >= 0 && index < count(decimal) ? <i32>load<u8>(digits(decimal) + index) : 0
}

export function multiplyDecimals(): bool {
  const length = count(left) + count(right)
  if (length > MOST_DIGITS) return false
  const product = allocate(length)
  memory.fill(product, 0, length)
  for (let i = count(left) - 1; i >= 0; i--) {
    let carry = 0
    for (let j = count(right) - 1; j >= 0; j--) {
      const at = product + i + j + 1
      const digit = <i32>load<u8>(at) + <i32>load<u8>(digits(left) + i) * <i32>load<u8>(digits(right) + j) + carry
      store<u8>(at, <u8>(digit % 10))
      carry = digit / 10
    }
    store<u8>(product + i, <u8>carry)
  }
  setDecimal(result, negative(left) != negative(right), product, length, exponent(left) + exponent(right))
  return true
}

/** As many digits as a quotient is worked out to; it is exact where it ends before. */
const QUOTIENT_DIGITS: i32 = 18

/** `left / right`, rounded half to even after 18 digits; false where `right` is zero. */
export function divideDecimals(): bool {
  if (count(right) == 0) return false
  if (count(left) == 0) {
    setDecimal(result, false, 0, 0, 0)
    return true
  }
  const width = max(count(left), count(right)) + 2
  const rest = allocate(width)
  const divisor = allocate(width)
  memory.fill(rest, 0, width)
  memory.fill(divisor, 0, width)
  memory.copy(rest + 1, digits(left), count(left))
  memory.copy(divisor + 1, digits(right), count(right))
  const quotient = allocate(QUOTIENT_DIGITS + 2)
  for (let i = 0; i < QUOTIENT_DIGITS + 2; i++) {
    let digit: u8 = 0
    while (subtractWhile(rest, divisor, width)) digit++
    store<u8>(quotient + i, digit)
    memory.copy(rest, rest + 1, width - 1)
    store<u8>(rest + width - 1, 0)
  }
  roundAt(quotient, QUOTIENT_DIGITS + 1)
  setDecimal(
    result,
    negative(left) != negative(right),
    quotient,
    QUOTIENT_DIGITS + 1,
    exponent(left) - exponent(right) + 1,
  )
  return true
}

/** Takes `b` from `a` if it can be taken; both have `width` digits. */
function subtractWhile(a: usize, b: usize, width: i32): bool {
  for (let i = 0; i < width; i++) {
    const x = load<u8>(a + i)
    const y = load<u8>(b + i)
    if (x > y) break
    if (x < y) return false
  }
  let borrow = 0
  for (let i = width - 1; i >= 0; i--) {
    let digit = <i32>load<u8>(a + i) - <i32>load<u8>(b + i) - borrow
    borrow = digit < 0 ? 1 : 0
    if (digit < 0) digit += 10
    store<u8>(a + i, <u8>digit)
  }
  return true
}

/** Rounds `length` digits, the first of which is no nine, by the one behind them, in place. */
export function roundAt(at: usize, length: i32): void {
  if (load<u8>(at + length) < 5) return
  for (let i = length - 1; i >= 0; i--) {
    const digit = load<u8>(at + i)
    if (digit < 9) {
      store<u8>(at + i, digit + 1)
      return
    }
    store<u8>(at + i, 0)
  }
}

/** The remainder of whole numbers, with the sign of `left`; false where there is none. */
export function remainder(): bool {
  if (!isWhole(left) || !isWhole(right) || count(right) == 0 || exponent(left) > MOST_DIGITS) return false
  if (compareMagnitudes(left, right) < 0) {
    setDecimal(result, negative(left), digits(left), count(left), exponent(left))
    return true
  }
  const width = exponent(right) + 1
  const rest = allocate(width)
  const divisor = allocate(width)
  memory.fill(rest, 0, width)
  memory.fill(divisor, 0, width)
  memory.copy(divisor + 1, digits(right), count(right))
  for (let i = 0; i < exponent(left); i++) {
    memory.copy(rest, rest + 1, width - 1)
    store<u8>(rest + width - 1, i < count(left) ? load<u8>(digits(left) + i) : 0)
    while (subtractWhile(rest, divisor, width)) {}
  }
  setDecimal(result, negative(left), rest, width, width)
  return true
}

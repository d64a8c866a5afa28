/**
 * Decimal arithmetic on digits, exact for sums, differences and products, as OPA's is. A decimal is a record in static
 * memory; its digits are bytes 0 to 9 in the heap, without zeros at either end:
 *
 *     | negative | digits | count | exponent |      value = ± 0.d₁d₂…dₙ · 10^exponent,  zero has no digits
 */
import { allocate } from './memory'
import { isSmall, NUMBER, newString, small, smallOf, UNDEFINED, Value } from './values'

export const left: usize = memory.data(16, 8)
export const right: usize = memory.data(16, 8)
export const result: usize = memory.data(16, 8)

/** Sums that would need more digits than this are undefined: an exponent may be written that no memory could hold. */
const MOST_DIGITS: i32 = 100_000
const MOST_EXPONENT: i32 = 100_000_000

export function negative(decimal: usize): bool {
  return load<u32>(decimal) != 0
}
export function digits(decimal: usize): usize {
  return load<u32>(decimal, 4)
}
export function count(decimal: usize): i32 {
  return load<i32>(decimal, 8)
}
export function exponent(decimal: usize): i32 {
  return load<i32>(decimal, 12)
}

/** Stores a decimal, zeros at both ends dropped. */
export function setDecimal(decimal: usize, isNegative: bool, at: usize, length: i32, power: i32): void {
  while (length > 0 && load<u8>(at) == 0) {
    at++
    length--
    power--
  }
  while (length > 0 && load<u8>(at + length - 1) == 0) length--
  store<u32>(decimal, isNegative && length > 0 ? 1 : 0)
  store<u32>(decimal, <u32>at, 4)
  store<i32>(decimal, length, 8)
  store<i32>(decimal, length == 0 ? 0 : power, 12)
}

/** The decimal of a number value: a small integer, or a number's text, which is a JSON number. */
export function readDecimal(decimal: usize, value: Value): void {
  if (isSmall(value)) {
    let rest = smallOf(value)
    const isNegative = rest < 0
    if (isNegative) rest = -rest
    const at = allocate(10)
    for (let i = 9; i >= 0; i--) {
      store<u8>(at + i, <u8>(rest % 10))
      rest /= 10
    }
    setDecimal(decimal, isNegative, at, 10, 10)
    return
  }
  const text: usize = load<u32>(value, 4)
  const end = text + load<u32>(value, 8)
  let at = text
  const isNegative = load<u8>(at) == 0x2d
  if (isNegative) at++
  const bytes = allocate(end - at)
  let length = 0
  let point = -1
  let power = 0
  for (; at < end; at++) {
    const byte = load<u8>(at)
    if (byte == 0x2e) point = length
    else if ((byte | 32) == 0x65) {
      power = readExponent(at + 1, end)
      break
    } else store<u8>(bytes + length++, byte - 48)
  }
  setDecimal(decimal, isNegative, bytes, length, (point < 0 ? length : point) + power)
}

function readExponent(at: usize, end: usize): i32 {
  const isNegative = load<u8>(at) == 0x2d
  if (isNegative || load<u8>(at) == 0x2b) at++
  let value = 0
  for (; at < end; at++) if (value < MOST_EXPONENT) value = value * 10 + (<i32>load<u8>(at) - 48)
  return isNegative ? -value : value
}

export function compareDecimals(a: usize, b: usize): i32 {
  if (negative(a) != negative(b)) return negative(a) ? -1 : 1
  const size = compareMagnitudes(a, b)
  return negative(a) ? -size : size
}

function compareMagnitudes(a: usize, b: usize): i32 {
  if (count(a) == 0 || count(b) == 0) return count(a) == count(b) ? 0 : count(a) == 0 ? -1 : 1
  if (exponent(a) != exponent(b)) return exponent(a) < exponent(b) ? -1 : 1
  const shared = min(count(a), count(b))
  for (let i = 0; i < shared; i++) {
    const x = load<u8>(digits(a) + i)
    const y = load<u8>(digits(b) + i)
    if (x != y) return x < y ? -1 : 1
  }
  return count(a) == count(b) ? 0 : count(a) < count(b) ? -1 : 1
}

/** Equal numbers hash alike, however they are written. */
export function hashDecimal(decimal: usize): u32 {
  let hash: u32 = 0x811c9dc5 ^ load<u32>(decimal) ^ ((<u32>exponent(decimal)) << 8)
  for (let i = 0; i < count(decimal); i++) hash = (hash ^ load<u8>(digits(decimal) + i)) * 0x01000193
  return hash
}

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

function roundAt(at: usize, length: i32): void {
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

/** Whether `decimal` is a whole number. */
export function isWhole(decimal: usize): bool {
  return count(decimal) <= exponent(decimal) || count(decimal) == 0
}

/** Plain digits up to this power of ten, an exponent beyond. */
const MOST_PLAIN: i32 = 400

/** `result` as a value: a small integer if it is one, else a number with its text. */
export function resultValue(): Value {
  const length = count(result)
  const power = exponent(result)
  if (length == 0) return small(0)
  if (length <= power && power <= 9) {
    let value = 0
    for (let i = 0; i < power; i++) value = value * 10 + (i < length ? <i32>load<u8>(digits(result) + i) : 0)
    if (value < 1 << 29) return small(negative(result) ? -value : value)
  }
  return power > MOST_PLAIN || power < -MOST_PLAIN ? scientific(length, power) : plain(length, power)
}

function plain(length: i32, power: i32): Value {
  const text = allocate(length + (power > 0 ? power : -power) + 8)
  let at = text
  if (negative(result)) store<u8>(at++, 0x2d)
  if (power <= 0) {
    store<u8>(at++, 0x30)
    store<u8>(at++, 0x2e)
    for (let i = power; i < 0; i++) store<u8>(at++, 0x30)
  }
  for (let i = 0; i < length; i++) {
    if (i == power && i > 0) store<u8>(at++, 0x2e)
    store<u8>(at++, load<u8>(digits(result) + i) + 48)
  }
  for (let i = length; i < power; i++) store<u8>(at++, 0x30)
  return numberOfText(text, <u32>(at - text))
}

function scientific(length: i32, power: i32): Value {
  const text = allocate(length + 16)
  let at = text
  if (negative(result)) store<u8>(at++, 0x2d)
  for (let i = 0; i < length; i++) {
    if (i == 1) store<u8>(at++, 0x2e)
    store<u8>(at++, load<u8>(digits(result) + i) + 48)
  }
  store<u8>(at++, 0x65)
  let rest = power - 1
  store<u8>(at++, rest < 0 ? 0x2d : 0x2b)
  if (rest < 0) rest = -rest
  let divisor = 1
  while (rest / divisor >= 10) divisor *= 10
  for (; divisor > 0; divisor /= 10) store<u8>(at++, <u8>(48 + ((rest / divisor) % 10)))
  return numberOfText(text, <u32>(at - text))
}

function numberOfText(text: usize, length: u32): Value {
  const node = allocate(12)
  store<u32>(node, NUMBER)
  store<u32>(node, <u32>text, 4)
  store<u32>(node, length, 8)
  return <u32>node
}

/** How a number is written, as a string. */
export function numberText(value: Value): Value {
  if (!isSmall(value)) return value == UNDEFINED ? UNDEFINED : newString(load<u32>(value, 4), load<u32>(value, 8))
  const text = allocate(12)
  let rest = smallOf(value)
  let at = text + 12
  const isNegative = rest < 0
  if (isNegative) rest = -rest
  do {
    store<u8>(--at, <u8>(48 + (rest % 10)))
    rest /= 10
  } while (rest > 0)
  if (isNegative) store<u8>(--at, 0x2d)
  return newString(at, <u32>(text + 12 - at))
}

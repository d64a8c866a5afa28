/**
 * Decimals: what every number is that is no small integer, as digits and a power of ten. A decimal is a record in static
 * memory; its digits are bytes 0 to 9 in the heap, without zeros at either end:
 *
 *     | negative | digits | count | exponent |      value = ± 0.d₁d₂…dₙ · 10^exponent,  zero has no digits
 */
import { allocate } from '../memory'
import { isSmall, smallOf, Value } from '../values'

export const left: usize = memory.data(16, 8)
export const right: usize = memory.data(16, 8)
export const result: usize = memory.data(16, 8)

/** Exponents beyond this are taken as this: no two such numbers are told apart. */
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

export function compareMagnitudes(a: usize, b: usize): i32 {
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

/** Whether `decimal` is a whole number. */
export function isWhole(decimal: usize): bool {
  return count(decimal) <= exponent(decimal) || count(decimal) == 0
}

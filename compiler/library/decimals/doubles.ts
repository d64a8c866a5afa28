/**
 * Doubles, as OPA formats numbers that are written with a point or an exponent: the nearest one to a decimal, and its
 * digits, exactly. Everything is done on decimal digits, which are doubled and halved; floating point takes no part.
 *
 *     value = mantissa · 2^power,   mantissa < 2^53,   -1074 ≤ power ≤ 971
 */
import { allocate, heapPointer, release } from '../memory'
import { count, digits, exponent, negative, setDecimal } from './decimal'

const BITS: i32 = 53
const LEAST_POWER: i32 = -1074
const MOST_POWER: i32 = 971
/** Powers of ten beyond which there are no doubles, and below which all are nought. */
const MOST_EXPONENT: i32 = 310
const LEAST_EXPONENT: i32 = -330
/** No double needs more digits to be told from its neighbours. */
const MOST_SHORTEST: i32 = 17
/** So many times a digit is doubled at once. */
const AT_ONCE: i32 = 27

let foundMantissa: u64 = 0
let foundPower: i32 = 0
const scaled: usize = memory.data(16, 8)

export function mantissa(): u64 {
  return foundMantissa
}
export function power(): i32 {
  return foundPower
}

/** Finds the double nearest to a decimal's size, of two the even one; false where it is beyond all of them. */
export function readDouble(decimal: usize): bool {
  foundMantissa = 0
  foundPower = LEAST_POWER
  if (count(decimal) == 0 || exponent(decimal) < LEAST_EXPONENT) return true
  if (exponent(decimal) > MOST_EXPONENT) return false
  const mark = heapPointer()
  copyDecimal(scaled, decimal)
  let twos = 0
  // Until it lies in [0.5, 1): never so far that it passes below.
  while (exponent(scaled) > 0) {
    const places = min(AT_ONCE, exponent(scaled) * 3 - 2)
    halve(scaled, places)
    twos += places
  }
  while (exponent(scaled) < 0 || load<u8>(digits(scaled)) < 5) {
    const places = exponent(scaled) == 0 ? 1 : min(AT_ONCE, exponent(scaled) * -3)
    double(scaled, places)
    twos -= places
  }
  foundPower = max(twos - BITS, LEAST_POWER)
  if (foundPower > twos - BITS) halve(scaled, foundPower - (twos - BITS))
  double(scaled, BITS)
  roundDigits(scaled, exponent(scaled))
  for (let i = 0; i < exponent(scaled); i++) {
    foundMantissa = foundMantissa * 10 + (i < count(scaled) ? <u64>load<u8>(digits(scaled) + i) : 0)
  }
  if (foundMantissa >> BITS) {
    foundMantissa >>= 1
    foundPower++
  }
  release(mark)
  return foundPower <= MOST_POWER
}

/** Stores all digits of the double that was found. */
export function exactDigits(decimal: usize): void {
  let rest = foundMantissa
  const bytes = allocate(20)
  for (let i = 19; i >= 0; i--) {
    store<u8>(bytes + i, <u8>(rest % 10))
    rest /= 10
  }
  setDecimal(decimal, false, bytes, 20, 20)
  if (foundPower > 0) double(decimal, foundPower)
  else halve(decimal, -foundPower)
}

/** Stores the fewest digits that are nearest to the double that was found, of as many those that are nearest to it. */
export function shortestDigits(decimal: usize): void {
  const wantedMantissa = foundMantissa
  const wantedPower = foundPower
  exactDigits(exact)
  for (let length = 1; length <= MOST_SHORTEST; length++) {
    copyDecimal(decimal, exact)
    roundDigits(decimal, length)
    if (isRead(decimal, wantedMantissa, wantedPower)) return
    // Beside a power of two the neighbours are not equally far, so that the other one may be as good.
    const isUp = length < count(exact) && !isCut(decimal, length)
    copyDecimal(decimal, exact)
    cutDigits(decimal, length, !isUp)
    if (isRead(decimal, wantedMantissa, wantedPower)) return
  }
}

const exact: usize = memory.data(16, 8)

/** Whether a decimal is `exact` with its further digits left out. */
function isCut(decimal: usize, length: i32): bool {
  if (exponent(decimal) != exponent(exact) || count(decimal) > length) return false
  for (let i = 0; i < length; i++) {
    const digit: u32 = i < count(decimal) ? load<u8>(digits(decimal) + i) : 0
    if (digit != load<u8>(digits(exact) + i)) return false
  }
  return true
}

function isRead(decimal: usize, wantedMantissa: u64, wantedPower: i32): bool {
  return readDouble(decimal) && foundMantissa == wantedMantissa && foundPower == wantedPower
}

/** Rounds to so many digits, halves to the even one. */
export function roundDigits(decimal: usize, kept: i32): void {
  if (kept >= count(decimal)) return
  if (kept < 0) {
    setDecimal(decimal, false, 0, 0, 0)
    return
  }
  const next = load<u8>(digits(decimal) + kept)
  const isHalf = next == 5 && kept + 1 == count(decimal)
  cutDigits(decimal, kept, isHalf ? kept > 0 && (load<u8>(digits(decimal) + kept - 1) & 1) == 1 : next >= 5)
}

/** Leaves so many digits, or the same and one of the last place more. */
function cutDigits(decimal: usize, kept: i32, isUp: bool): void {
  const taken = min(kept, count(decimal))
  const bytes = allocate(kept + 1)
  memory.fill(bytes, 0, kept + 1)
  memory.copy(bytes + 1, digits(decimal), taken)
  for (let i = kept; isUp; i--) {
    const digit = load<u8>(bytes + i)
    isUp = digit == 9
    store<u8>(bytes + i, isUp ? 0 : digit + 1)
  }
  setDecimal(decimal, negative(decimal), bytes, kept + 1, exponent(decimal) + 1)
}

function copyDecimal(to: usize, from: usize): void {
  memory.copy(to, from, 16)
}

/** Times 2^places, from the last digit on. */
function double(decimal: usize, places: i32): void {
  for (; places > 0; places -= AT_ONCE) {
    const shift = <u64>min(places, AT_ONCE)
    const length = count(decimal) + 9
    const bytes = allocate(length)
    let carry: u64 = 0
    for (let i = length - 1; i >= 0; i--) {
      if (i >= 9) carry += (<u64>load<u8>(digits(decimal) + i - 9)) << shift
      store<u8>(bytes + i, <u8>(carry % 10))
      carry /= 10
    }
    setDecimal(decimal, negative(decimal), bytes, length, exponent(decimal) + 9)
  }
}

/** Divided by 2^places, from the first digit on; each place takes one more digit at most. */
function halve(decimal: usize, places: i32): void {
  for (; places > 0; places -= AT_ONCE) {
    const shift = <u64>min(places, AT_ONCE)
    const length = count(decimal) + <i32>shift
    const bytes = allocate(length)
    let rest: u64 = 0
    for (let i = 0; i < length; i++) {
      rest = rest * 10 + (i < count(decimal) ? <u64>load<u8>(digits(decimal) + i) : 0)
      store<u8>(bytes + i, <u8>(rest >> shift))
      rest &= (1 << shift) - 1
    }
    setDecimal(decimal, negative(decimal), bytes, length, exponent(decimal))
  }
}

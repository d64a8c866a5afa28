/** Amounts with units: `10Mi`, `1.5GB`, `200m`. A text is an amount as JSON or Go writes one, and a unit right behind it. */
import { multiplyDecimals, roundAt } from '../decimals/arithmetic'
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
import { numberOf } from '../decimals/whole'
import { resultValue } from '../decimals/write'
import { allocate } from '../memory'
import { isString, lengthOf, newNumber, textOf, UNDEFINED, Value } from '../values'

const ZERO: u8 = 48
const POINT: u8 = 0x2e
const PLUS: u8 = 0x2b
const MINUS: u8 = 0x2d
const SPACE: u8 = 32
const QUOTE: u8 = 34
/** `e`, `m`, `b` and `i` in small letters. */
const E: u8 = 0x65
const M: u8 = 0x6d
const B: u8 = 0x62
const I: u8 = 0x69

// "kmgtpe": the powers of a thousand, or of 1024
const prefixes = memory.data<u8>([0x6b, 0x6d, 0x67, 0x74, 0x70, 0x65])

/** What the last text was split into, without its quotation marks: from `text` to `unit` the amount, to `end` the unit. */
let text: usize = 0
let unit: usize = 0
let end: usize = 0

/** Whole bytes: units are decimal (`k`, `KB`) or binary (`Ki`, `kib`), in letters of any case. */
export function builtin_units_parse_bytes(value: Value): Value {
  if (!isString(value) || !isSplit(value)) return UNDEFINED
  const factor = factorOf(B)
  if (factor == 0 || !isMultiplied(factor)) return UNDEFINED
  setDecimal(result, negative(result), digits(result), max(0, min(count(result), exponent(result))), exponent(result))
  return resultValue()
}

/** Any number: units are decimal (`k`, `M`) or binary (`Ki`), and `m` is a thousandth. */
export function builtin_units_parse(value: Value): Value {
  if (!isString(value) || !isSplit(value)) return UNDEFINED
  const isMilli = end - unit == 1 && load<u8>(unit) == M
  const factor = isMilli ? 1 : factorOf(0)
  if (factor == 0) return UNDEFINED
  if (isMilli ? !isMultipliedBy(milli, 56, -2) : !isMultiplied(factor)) return UNDEFINED
  if (!isWhole(result)) roundResult(10)
  return resultValue()
}

/** OPA's thousandth is the double nearest to it, 2^-62 · 4611686018427388, whose digits these are. */
// biome-ignore format: the digits of one number
const milli = memory.data<u8>([
  1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 8, 1, 6, 6, 8, 1, 7, 1, 1, 7, 2, 1, 6, 8, 5, 1, 3, 2, 9, 4, 3,
  0, 9, 3, 7, 7, 6, 7, 0, 2, 8, 8, 0, 8, 5, 9, 3, 7, 5,
])

/** Finds amount and unit; false where there is a space, or no amount that is a number. */
function isSplit(value: Value): bool {
  const from = textOf(value)
  const length = lengthOf(value)
  text = allocate(length)
  end = text
  for (let i: u32 = 0; i < length; i++) {
    const byte = load<u8>(from + i)
    if (byte == SPACE) return false
    if (byte != QUOTE) store<u8>(end++, byte)
  }
  let at = text
  if (at < end && (load<u8>(at) == PLUS || load<u8>(at) == MINUS)) at++
  const whole = at
  at = behindDigits(at)
  let found = at - whole
  if (at < end && load<u8>(at) == POINT) {
    const point = ++at
    at = behindDigits(at)
    found += at - point
  }
  if (found == 0) return false
  if (at + 1 < end && (load<u8>(at) | 32) == E) {
    const sign = load<u8>(at + 1)
    const power = sign == PLUS || sign == MINUS ? at + 2 : at + 1
    const behind = behindDigits(power)
    if (behind - power > MOST_EXPONENT_DIGITS) return false
    // Without digits a letter is the unit, and a sign is what is no number.
    if (behind > power) at = behind
    else if (power == at + 2) return false
  }
  unit = at
  if (load<u8>(text) == PLUS) text++
  return true
}

const MOST_EXPONENT_DIGITS: usize = 6

function behindDigits(at: usize): usize {
  while (at < end && <u8>(load<u8>(at) - ZERO) < 10) at++
  return at
}

/** What the unit stands for, 0 for none there is. `bytes` is the letter that may follow its prefix; 0 for no such. */
function factorOf(bytes: u8): i64 {
  const length = end - unit
  if (length == 0) return 1
  const first = load<u8>(unit)
  // Where thousandths are told from millions, a small m is no million.
  if (bytes == 0 && first == M && length == 1) return 0
  let power = 0
  while (power < 6 && load<u8>(prefixes + power) != (first | 32)) power++
  if (power == 6 || first < 0x41) return 0
  let at = unit + 1
  const isBinary = at < end && (load<u8>(at) | 32) == I
  if (isBinary) at++
  if (bytes != 0 && at < end && (load<u8>(at) | 32) == bytes) at++
  if (at < end) return 0
  let factor: i64 = 1
  for (let i = 0; i <= power; i++) factor *= isBinary ? 1024 : 1000
  return factor
}

function isMultiplied(factor: i64): bool {
  readDecimal(left, newNumber(text, <u32>(unit - text)))
  readDecimal(right, numberOf(factor))
  return multiplyDecimals()
}

function isMultipliedBy(at: usize, length: i32, power: i32): bool {
  readDecimal(left, newNumber(text, <u32>(unit - text)))
  setDecimal(right, false, at, length, power)
  return multiplyDecimals()
}

/** To so many places behind the point, halves away from zero. */
function roundResult(places: i32): void {
  const kept = exponent(result) + places
  if (count(result) <= kept) return
  if (kept < 0) {
    setDecimal(result, false, 0, 0, 0)
    return
  }
  const rounded = allocate(kept + 2)
  store<u8>(rounded, 0)
  memory.copy(rounded + 1, digits(result), kept + 1)
  roundAt(rounded, kept + 1)
  setDecimal(result, negative(result), rounded, kept + 1, exponent(result) + 1)
}

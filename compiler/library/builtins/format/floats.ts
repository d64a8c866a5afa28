/**
 * Numbers with a point or an exponent in a format: OPA takes them for doubles, and so their digits here are those of the
 * nearest double (`../../decimals/doubles.ts`).
 */
import { count, digits, exponent, result } from '../../decimals/decimal'
import { exactDigits, roundDigits, shortestDigits } from '../../decimals/doubles'
import { allocate } from '../../memory'
import { newString } from '../../values'
import { filling, fillsWithZeros, plus, precision, put, putByte, putPadded, sharp, space, width } from './output'
import { writeBinary, writeHexadecimal, writePower } from './powers'

const VALUE: u32 = 0x76
const BINARY: u32 = 0x62
const CAPITAL_BINARY: u32 = 0x42
const FIXED: u32 = 0x66
const SCIENTIFIC: u32 = 0x65
const GENERAL: u32 = 0x67
const CAPITAL_GENERAL: u32 = 0x47
const HEXADECIMAL: u32 = 0x78

/** Places behind the point where nothing is said of them. */
const USUAL: i32 = 6
/** Digits before the point, and places behind its beginning, of numbers that are shown without an exponent. */
const LEAST_POWER: i32 = -4
/** Room for the widest double, its sign, its point and its exponent. */
const WIDEST: i32 = 800

/** The number as it is shown, without its sign. */
let from: usize = 0
let to: usize = 0

/** The double that `readDouble` found; false where the verb is none of such numbers. */
export function putFloat(verb: u32, isNegative: bool): bool {
  const form = verb == VALUE ? GENERAL : verb | 32
  if (verb == CAPITAL_BINARY) return false
  // A byte is left for the sign.
  from = allocate(WIDEST + max(precision, USUAL) * 2) + 1
  if (form == BINARY) to = writeBinary(from)
  else if (form == HEXADECIMAL) to = writeHexadecimal(from, <u8>verb, precision)
  else if (form == FIXED) writeRoundedFixed(precision < 0 ? USUAL : precision)
  else if (form == SCIENTIFIC) writeRoundedScientific(verb, precision < 0 ? USUAL : precision)
  else if (form == GENERAL) writeGeneral(verb == CAPITAL_GENERAL ? 0x45 : 0x65)
  else return false
  if (sharp && form != BINARY) showPoint(form, form == GENERAL || verb == HEXADECIMAL)
  putSigned(isNegative ? 0x2d : plus ? 0x2b : space ? 0x20 : 0)
  return true
}

function putSigned(sign: u8): void {
  if (sign && fillsWithZeros()) {
    const missing = width - 1 - <i32>(to - from)
    putByte(sign)
    const filled = allocate(max(missing, 0) + (to - from))
    memory.fill(filled, 0x30, max(missing, 0))
    memory.copy(filled + max(missing, 0), from, to - from)
    put(newString(filled, <u32>(max(missing, 0) + (to - from))))
    return
  }
  if (sign) store<u8>(--from, sign)
  putPadded(newString(from, <u32>(to - from)), filling())
}

function writeRoundedFixed(places: i32): void {
  exactDigits(result)
  roundDigits(result, exponent(result) + places)
  writeFixed(places)
}

function writeRoundedScientific(letter: u32, places: i32): void {
  exactDigits(result)
  roundDigits(result, places + 1)
  writeScientific(<u8>letter, places)
}

/** As few digits as tell the double from others, or so many at most; the shorter of both ways to write them. */
function writeGeneral(letter: u8): void {
  let most = USUAL
  if (precision < 0) shortestDigits(result)
  else {
    most = max(precision, 1)
    exactDigits(result)
    roundDigits(result, most)
  }
  const length = count(result)
  const highest = exponent(result) - 1
  if (highest < LEAST_POWER || highest >= most) writeScientific(letter, max(length, 1) - 1)
  else writeFixed(max(length - exponent(result), 0))
}

function digitOr0(index: i32): u8 {
  return index >= 0 && index < count(result) ? load<u8>(digits(result) + index) + 48 : 48
}

function writeFixed(places: i32): void {
  const whole = exponent(result)
  to = from
  if (whole <= 0) store<u8>(to++, 0x30)
  for (let i = 0; i < whole; i++) store<u8>(to++, digitOr0(i))
  if (places > 0) store<u8>(to++, 0x2e)
  for (let i = 0; i < places; i++) store<u8>(to++, digitOr0(whole + i))
}

function writeScientific(letter: u8, places: i32): void {
  to = from
  store<u8>(to++, digitOr0(0))
  if (places > 0) store<u8>(to++, 0x2e)
  for (let i = 1; i <= places; i++) store<u8>(to++, digitOr0(i))
  to = writePower(to, letter, count(result) == 0 ? 0 : exponent(result) - 1)
}

/** The flag `#`: there is always a point, and what has as many digits as asked for shows its noughts. */
function showPoint(form: u32, isFilled: bool): void {
  let missing = isFilled ? (precision < 0 ? USUAL : precision) : 0
  let end = from
  let hasPoint: bool = false
  let hasDigit: bool = false
  for (; end < to; end++) {
    const byte = load<u8>(end) | 32
    if (byte == 0x70 || (byte == 0x65 && form != HEXADECIMAL)) break
    if (byte == 0x2e) hasPoint = true
    else {
      if (byte != 0x30) hasDigit = true
      if (hasDigit) missing--
    }
  }
  if (!hasPoint && end - from == 1 && load<u8>(from) == 0x30) missing--
  const added = (hasPoint ? 0 : 1) + max(missing, 0)
  memory.copy(end + added, end, to - end)
  if (!hasPoint) store<u8>(end++, 0x2e)
  for (; missing > 0; missing--) store<u8>(end++, 0x30)
  to += added
}

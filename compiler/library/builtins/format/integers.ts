/** Whole numbers in a format: small ones as 64-bit integers, others as the large ones that OPA makes of them. */
import { count, left, negative } from '../../decimals/decimal'
import { allocate } from '../../memory'
import { encode } from '../../texts'
import { lengthOf, newString, textOf, UNDEFINED } from '../../values'
import { digitsInBase } from '../integers'
import {
  filling,
  fillsWithZeros,
  plus,
  plusValue,
  precision,
  putPadded,
  sharp,
  sharpValue,
  space,
  width,
} from './output'
import { isShown, quotedCodePoint } from './quotes'

const BINARY: u32 = 0x62
const DECIMAL: u32 = 0x64
const OCTAL: u32 = 0x6f
const MARKED_OCTAL: u32 = 0x4f
const HEXADECIMAL: u32 = 0x78
const CAPITAL_HEXADECIMAL: u32 = 0x58
const VALUE: u32 = 0x76
const TEXT: u32 = 0x73

/** The base that a verb asks for, 0 for none. */
export function baseOf(verb: u32, isLarge: bool): i32 {
  if (verb == DECIMAL || verb == VALUE || (verb == TEXT && isLarge)) return 10
  if (verb == HEXADECIMAL || verb == CAPITAL_HEXADECIMAL) return 16
  if (verb == OCTAL || verb == MARKED_OCTAL) return 8
  return verb == BINARY ? 2 : 0
}

/** The whole number in `left` in a base; false where it has too many digits to be put into it. */
export function putInteger(verb: u32, base: i32, isLarge: bool): bool {
  const isNegative = negative(left)
  const written = digitsInBase(left, base, verb == CAPITAL_HEXADECIMAL)
  if (written == UNDEFINED) return false
  if (precision == 0 && count(left) == 0) {
    putPadded(newString(0, 0), 0x20)
    return true
  }
  const sign: u8 = isNegative ? 0x2d : plus || (isLarge && plusValue) ? 0x2b : space ? 0x20 : 0
  const length = <i32>lengthOf(written)
  const mark = markOf(verb, base, isLarge)
  let zeros = precision - length
  // What fits into 64 bits is filled up beside its mark, a large number with it.
  if (precision < 0) zeros = fillsWithZeros() ? width - length - (sign ? 1 : 0) - (isLarge ? sizeOf(mark) : 0) : 0
  const text = allocate(length + max(zeros, 0) + 8)
  let at = text
  if (sign) store<u8>(at++, sign)
  if (verb == MARKED_OCTAL && !isLarge) at = writeMark(at, OCTAL_MARK)
  const isLed = mark == ZERO_MARK && !isLarge && (zeros > 0 || load<u8>(textOf(written)) == 0x30)
  if (!isLed) at = writeMark(at, mark)
  for (; zeros > 0; zeros--) store<u8>(at++, 0x30)
  memory.copy(at, textOf(written), length)
  putPadded(newString(text, <u32>(at - text) + length), 0x20)
  return true
}

/** What tells the base: bytes in their order, the first one lowest; "0" and "0o" for the base of eight. */
const ZERO_MARK: u32 = 0x30
const OCTAL_MARK: u32 = 0x6f30

/** 0 where there is none. The verb `O` has one besides, which for large numbers is the only one. */
function markOf(verb: u32, base: i32, isLarge: bool): u32 {
  if (isLarge && verb == MARKED_OCTAL) return OCTAL_MARK
  if (!sharp && !(isLarge && sharpValue)) return 0
  return base == 10 ? 0 : base == 8 ? ZERO_MARK : ZERO_MARK | (verb << 8)
}

function sizeOf(mark: u32): i32 {
  return mark > 0xff ? 2 : mark ? 1 : 0
}

function writeMark(at: usize, mark: u32): usize {
  store<u16>(at, <u16>mark)
  return at + sizeOf(mark)
}

/** A code point, U+FFFD for what is none. */
function codePointOf(value: i64): u32 {
  return value < 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000) ? 0xfffd : <u32>value
}

export function putCharacter(value: i64): void {
  const text = allocate(4)
  putPadded(newString(text, <u32>(encode(text, codePointOf(value)) - text)), filling())
}

export function putQuotedCharacter(value: i64): void {
  putPadded(quotedCodePoint(codePointOf(value), plus), filling())
}

/** `U+0041`, with `#` and the character behind it. */
export function putUnicode(value: i64): void {
  const least = max(precision, 4)
  const text = allocate(least + 32)
  let places = 1
  while (places < 16 && <u64>value >> ((<u64>places) << 2)) places++
  places = max(places, least)
  let at = text
  store<u8>(at++, 0x55)
  store<u8>(at++, 0x2b)
  for (let place = places - 1; place >= 0; place--) {
    const digit = place < 16 ? <u32>((<u64>value >> ((<u64>place) << 2)) & 15) : 0
    store<u8>(at++, <u8>(digit < 10 ? 48 + digit : 55 + digit))
  }
  if (sharp && value >= 0 && value <= 0x10ffff && isShown(<u32>value)) {
    store<u16>(at, 0x2720)
    at = encode(at + 2, <u32>value)
    store<u8>(at++, 0x27)
  }
  putPadded(newString(text, <u32>(at - text)), 0x20)
}

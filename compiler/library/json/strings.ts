/** Strings in JSON text: checked to be UTF-8, and left where they stand with their escapes undone in place. */
import { encode, validSequence } from '../texts'
import { newString, UNDEFINED, Value } from '../values'
import { here, moveTo } from './cursor'

let start: usize = 0
let length: u32 = 0
let escaped: bool = false

/** The string that `scanString` found. */
export function scannedText(): usize {
  return start
}
export function scannedLength(): u32 {
  return length
}
/** Whether it had escapes, so that its bytes are no longer those that were written. */
export function hadEscapes(): bool {
  return escaped
}

export function parseString(): Value {
  return scanString() ? newString(start, length) : UNDEFINED
}

/** Reads from an opening quote to behind the closing one. */
export function scanString(): bool {
  start = here() + 1
  escaped = false
  const byte = behindPlain(start)
  if (load<u8>(byte) == 0x22) return finish(byte, byte)
  return scanSpecial(byte)
}

/**
 * The address of the first byte that is a quote, a backslash, a control character or not ASCII; eight bytes at a time
 * while there is none.
 */
function behindPlain(at: usize): usize {
  while (true) {
    const bytes = load<u64>(at)
    const quotes = bytes ^ 0x2222222222222222
    const escapes = bytes ^ 0x5c5c5c5c5c5c5c5c
    // The high bit of each byte that is special; the lowest is exact.
    const special =
      (((quotes - 0x0101010101010101) & ~quotes) |
        ((escapes - 0x0101010101010101) & ~escapes) |
        ((bytes - 0x2020202020202020) & ~bytes) |
        bytes) &
      0x8080808080808080
    if (special) return at + <usize>(ctz(special) >> 3)
    at += 8
  }
}

/** The address behind the string that begins at `at`, with a quote, and is left as it stands; 0 where it is none. */
export function passString(at: usize): usize {
  at++
  while (true) {
    at = behindPlain(at)
    const unit: u32 = load<u8>(at)
    if (unit == 0x22) return at + 1
    if (unit == 0x5c) {
      at = unescape(at + 1, aside)
      if (at == 0) return 0
    } else {
      const size = unit < 0x20 ? 0 : validSequence(at, at + 4)
      if (size == 0) return 0
      at += size
    }
  }
}

/** Where the characters are put that nobody reads. */
const aside = memory.data(8)

function finish(byte: usize, to: usize): bool {
  length = <u32>(to - start)
  moveTo(byte + 1)
  return true
}

/** The rest of a string byte by byte, moved down over the escapes that were undone. */
function scanSpecial(from: usize): bool {
  let byte = from
  let to = from
  while (true) {
    const unit: u32 = load<u8>(byte)
    if (unit == 0x22) return finish(byte, to)
    if (unit < 0x20) return false
    if (unit == 0x5c) {
      escaped = true
      byte = unescape(byte + 1, to)
      if (byte == 0) return false
      to = escapedTo
      continue
    }
    // Bytes behind the text never continue a sequence: the first of them is NUL.
    const size = validSequence(byte, byte + 4)
    if (size == 0) return false
    if (to != byte) for (let i: u32 = 0; i < size; i++) store<u8>(to + i, load<u8>(byte + i))
    to += size
    byte += size
  }
}

let escapedTo: usize = 0

/** Undoes the escape whose letter stands at `byte`, at `to`; the address behind it, 0 where it is none. */
function unescape(byte: usize, to: usize): usize {
  const letter: u32 = load<u8>(byte)
  if (letter == 0x75) return unescapeUnit(byte + 1, to)
  let meant: u32 = 0
  if (letter == 0x22 || letter == 0x5c || letter == 0x2f) meant = letter
  else if (letter == 0x6e) meant = 10
  else if (letter == 0x74) meant = 9
  else if (letter == 0x72) meant = 13
  else if (letter == 0x62) meant = 8
  else if (letter == 0x66) meant = 12
  else return 0
  store<u8>(to, <u8>meant)
  escapedTo = to + 1
  return byte + 1
}

/** `\uXXXX`, two of them for a code point beyond the first plane; half a pair is no text. */
function unescapeUnit(byte: usize, to: usize): usize {
  let codePoint = hexadecimal(byte)
  if (codePoint < 0) return 0
  byte += 4
  if (codePoint >= 0xd800 && codePoint < 0xe000) {
    if (codePoint >= 0xdc00 || load<u16>(byte) != 0x755c) return 0
    const second = hexadecimal(byte + 2)
    if (second < 0xdc00 || second >= 0xe000) return 0
    codePoint = 0x10000 + ((codePoint - 0xd800) << 10) + (second - 0xdc00)
    byte += 6
  }
  escapedTo = encode(to, codePoint)
  return byte
}

/** Four digits; -1 where they are none. */
function hexadecimal(byte: usize): i32 {
  let value = 0
  for (let i: usize = 0; i < 4; i++) {
    const unit = <u32>load<u8>(byte + i)
    const letter = (unit | 32) - 97
    if (unit - 48 < 10) value = (value << 4) | (unit - 48)
    else if (letter < 6) value = (value << 4) | (letter + 10)
    else return -1
  }
  return value
}

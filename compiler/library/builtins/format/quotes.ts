/** Texts in quotation marks, as Go writes them: what cannot be seen is escaped. */
import { allocate } from '../../memory'
import { decode, encode, sequenceLength } from '../../texts'
import { lengthOf, newString, textOf, Value } from '../../values'

const BACKSLASH: u32 = 0x5c
const BACKQUOTE: u32 = 0x60
/** The most bytes that one code point becomes. */
const WIDEST: u32 = 10

// "abtnvfr", the letters of the control characters from U+0007 on
const controls = memory.data<u8>([0x61, 0x62, 0x74, 0x6e, 0x76, 0x66, 0x72])

/** A text in double quotation marks. */
export function quoted(text: Value, onlyAscii: bool): Value {
  const to = allocate(lengthOf(text) * WIDEST + 2)
  let at = to
  store<u8>(at++, 0x22)
  const end = textOf(text) + lengthOf(text)
  for (let byte = textOf(text); byte < end; byte += sequenceLength(load<u8>(byte))) {
    at = writeEscaped(at, decode(byte), 0x22, onlyAscii)
  }
  store<u8>(at++, 0x22)
  return newString(to, <u32>(at - to))
}

/** A code point in single quotation marks. */
export function quotedCodePoint(codePoint: u32, onlyAscii: bool): Value {
  const to = allocate(WIDEST + 2)
  store<u8>(to, 0x27)
  const at = writeEscaped(to + 1, codePoint, 0x27, onlyAscii)
  store<u8>(at, 0x27)
  return newString(to, <u32>(at + 1 - to))
}

/** A text between backquotes, within which nothing is escaped; the text itself where that cannot be. */
export function backquoted(text: Value): Value {
  const end = textOf(text) + lengthOf(text)
  for (let byte = textOf(text); byte < end; byte += sequenceLength(load<u8>(byte))) {
    const codePoint = decode(byte)
    if ((codePoint < 32 && codePoint != 9) || codePoint == 127) return text
    if (codePoint == BACKQUOTE || codePoint == 0xfeff) return text
  }
  const to = allocate(lengthOf(text) + 2)
  store<u8>(to, <u8>BACKQUOTE)
  memory.copy(to + 1, textOf(text), lengthOf(text))
  store<u8>(to + 1 + lengthOf(text), <u8>BACKQUOTE)
  return newString(to, lengthOf(text) + 2)
}

function writeEscaped(at: usize, codePoint: u32, mark: u32, onlyAscii: bool): usize {
  if (codePoint == mark || codePoint == BACKSLASH) {
    store<u8>(at, <u8>BACKSLASH)
    store<u8>(at, <u8>codePoint, 1)
    return at + 2
  }
  if (isShown(codePoint) && (codePoint < 0x80 || !onlyAscii)) return encode(at, codePoint)
  store<u8>(at++, <u8>BACKSLASH)
  if (codePoint - 7 < 7) {
    store<u8>(at, load<u8>(controls + codePoint - 7))
    return at + 1
  }
  if (codePoint < 32 || codePoint == 127) return writeHexadecimal(at, 0x78, codePoint, 2)
  return codePoint < 0x10000 ? writeHexadecimal(at, 0x75, codePoint, 4) : writeHexadecimal(at, 0x55, codePoint, 8)
}

function writeHexadecimal(at: usize, letter: u8, codePoint: u32, places: i32): usize {
  store<u8>(at++, letter)
  for (let place = places - 1; place >= 0; place--) {
    const digit = (codePoint >> ((<u32>place) << 2)) & 15
    store<u8>(at++, <u8>(digit < 10 ? 48 + digit : 87 + digit))
  }
  return at
}

/**
 * Whether a character is written as it is: no control, no space but the usual one, nothing that only steers others, nothing
 * private. Code points that Unicode has not assigned count as characters.
 */
export function isShown(codePoint: u32): bool {
  if (codePoint < 0xa1) return codePoint >= 32 && codePoint < 127
  if (codePoint == 0xad || codePoint == 0x61c || codePoint == 0x6dd || codePoint == 0x70f) return false
  if (codePoint == 0x1680 || codePoint == 0x180e || codePoint == 0x3000 || codePoint == 0xfeff) return false
  if (codePoint >= 0x600 && codePoint <= 0x605) return false
  if (codePoint >= 0x2000 && codePoint <= 0x206f) {
    return (codePoint >= 0x2010 && codePoint <= 0x2027) || (codePoint >= 0x2030 && codePoint <= 0x205e)
  }
  if (codePoint >= 0xd800 && codePoint < 0xf900) return false
  if (codePoint >= 0xfff0 && codePoint <= 0xfffb) return false
  if (codePoint >= 0xe0000) return codePoint >= 0xe0100 && codePoint <= 0xe01ef
  return (codePoint & 0xfffe) != 0xfffe && codePoint < 0x40000
}

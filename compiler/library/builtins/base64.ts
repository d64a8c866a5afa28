/** Base64 (RFC 4648), with the alphabet of texts or that of URLs. */
import { allocate } from '../memory'
import { encode, validSequence } from '../texts'
import { boolean, isString, lengthOf, newString, textOf, UNDEFINED, Value } from '../values'

export function builtin_base64_encode(text: Value): Value {
  return isString(text) ? encoded(text, false, true) : UNDEFINED
}
export function builtin_base64url_encode(text: Value): Value {
  return isString(text) ? encoded(text, true, true) : UNDEFINED
}
export function builtin_base64url_encode_no_pad(text: Value): Value {
  return isString(text) ? encoded(text, true, false) : UNDEFINED
}
export function builtin_base64_is_valid(text: Value): Value {
  return boolean(isString(text) && decodeInto(text, false, true) >= 0)
}

/** What is no base64 is undefined. */
export function builtin_base64_decode(text: Value): Value {
  return decoded(text, false, true)
}
/** The padding may be missing. */
export function builtin_base64url_decode(text: Value): Value {
  return decoded(text, true, isString(text) && (lengthOf(text) & 3) == 0)
}

function encoded(text: Value, forUrl: bool, padded: bool): Value {
  const start = textOf(text)
  const length = lengthOf(text)
  const to = allocate((<usize>(length + 2) / 3) << 2)
  let at = to
  for (let i: u32 = 0; i < length; i += 3) {
    const left = length - i
    const second: u32 = left > 1 ? load<u8>(start + i, 1) : 0
    const third: u32 = left > 2 ? load<u8>(start + i, 2) : 0
    const bits = ((<u32>load<u8>(start + i)) << 16) | (second << 8) | third
    for (let digit: u32 = 0; digit < 4; digit++) {
      if (digit <= left) store<u8>(at++, letterOf((bits >> (18 - 6 * digit)) & 63, forUrl))
      else if (padded) store<u8>(at++, 0x3d)
    }
  }
  return newString(to, <u32>(at - to))
}

function letterOf(digit: u32, forUrl: bool): u8 {
  if (digit < 26) return <u8>(65 + digit)
  if (digit < 52) return <u8>(71 + digit)
  if (digit < 62) return <u8>(digit - 4)
  if (forUrl) return digit == 62 ? 0x2d : 0x5f
  return digit == 62 ? 0x2b : 0x2f
}

function digitOf(letter: u32, forUrl: bool): i32 {
  if (letter - 65 < 26) return letter - 65
  if (letter - 97 < 26) return letter - 71
  if (letter - 48 < 10) return letter + 4
  if (letter == <u32>(forUrl ? 0x2d : 0x2b)) return 62
  return letter == <u32>(forUrl ? 0x5f : 0x2f) ? 63 : -1
}

let decodedText: usize = 0

/** How many bytes the text stands for; -1 where it is no base64. */
function decodeInto(text: Value, forUrl: bool, padded: bool): i32 {
  const start = textOf(text)
  let length = lengthOf(text)
  if (padded) {
    if (length & 3) return -1
    for (let i = 0; i < 2 && length > 0 && load<u8>(start + length - 1) == 0x3d; i++) length--
  }
  if ((length & 3) == 1) return -1
  decodedText = allocate(length)
  let to = decodedText
  let bits: u32 = 0
  for (let i: u32 = 0; i < length; i++) {
    const digit = digitOf(load<u8>(start + i), forUrl)
    if (digit < 0) return -1
    bits = (bits << 6) | digit
    // Digits 2, 3 and 4 of each four end a byte.
    if (i & 3) store<u8>(to++, <u8>(bits >> (6 - ((i & 3) << 1))))
  }
  return <i32>(to - decodedText)
}

/** Strings are texts: each byte that belongs to no character becomes U+FFFD, as OPA counts and shows it. */
function decoded(text: Value, forUrl: bool, padded: bool): Value {
  const length = isString(text) ? decodeInto(text, forUrl, padded) : -1
  if (length < 0) return UNDEFINED
  const end = decodedText + length
  let strange: u32 = 0
  for (let at = decodedText; at < end; ) {
    const size = validSequence(at, end)
    if (size == 0) strange++
    at += max(size, 1)
  }
  return strange == 0 ? newString(decodedText, length) : withoutStrange(end, strange)
}

function withoutStrange(end: usize, strange: u32): Value {
  const start = allocate(<usize>(end - decodedText) + (strange << 1))
  let to = start
  for (let at = decodedText; at < end; ) {
    const size = validSequence(at, end)
    if (size == 0) to = encode(to, 0xfffd)
    else {
      memory.copy(to, at, size)
      to += size
    }
    at += max(size, 1)
  }
  return newString(start, <u32>(to - start))
}

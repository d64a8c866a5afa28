/** Bytes of strings. Texts compare by byte, which for UTF-8 is the order of code points. */
import { allocate, heapPointer, release } from './memory'

/** Eight bytes at a time; the last eight may be some of those before, too. */
export function sameBytes(a: usize, b: usize, length: u32): bool {
  if (length >= 8) {
    const last = <usize>length - 8
    for (let at: usize = 0; at < last; at += 8) if (load<u64>(a + at) != load<u64>(b + at)) return false
    return load<u64>(a + last) == load<u64>(b + last)
  }
  if (length >= 4) {
    const last = <usize>length - 4
    return load<u32>(a) == load<u32>(b) && load<u32>(a + last) == load<u32>(b + last)
  }
  for (let at: usize = 0; at < <usize>length; at++) if (load<u8>(a + at) != load<u8>(b + at)) return false
  return true
}

export function compareBytes(a: usize, aLength: u32, b: usize, bLength: u32): i32 {
  const shared = min(aLength, bLength)
  for (let i: u32 = 0; i < shared; i++) {
    const x = load<u8>(a + i)
    const y = load<u8>(b + i)
    if (x != y) return x < y ? -1 : 1
  }
  return aLength == bLength ? 0 : aLength < bLength ? -1 : 1
}

/** Comparing a part this short at every place takes no longer than linear time. */
const SHORT: u32 = 16

/** The offset of `part` in a text from `from` on, or -1; in linear time, whatever the bytes. */
export function findBytes(text: usize, length: u32, part: usize, partLength: u32, from: u32): i32 {
  if (partLength > length || from > length - partLength) return -1
  if (partLength > SHORT) return findLong(text, length, part, partLength, from)
  const last = length - partLength
  for (let at = from; at <= last; at++) if (sameBytes(text + at, part, partLength)) return at
  return -1
}

/**
 * Knuth, Morris and Pratt: where a part of `part` has been found and its next byte does not fit, its longest border goes
 * on. Borders are worked out for each prefix, a word each.
 */
function findLong(text: usize, length: u32, part: usize, partLength: u32, from: u32): i32 {
  const mark = heapPointer()
  const borders = allocate((<usize>partLength) << 2)
  store<u32>(borders, 0)
  for (let i: u32 = 1, border: u32 = 0; i < partLength; i++) {
    border = extended(border, load<u8>(part + i), part, borders)
    store<u32>(borders + ((<usize>i) << 2), border)
  }
  let fitting: u32 = 0
  let at = from
  while (at < length && fitting < partLength) fitting = extended(fitting, load<u8>(text + at++), part, borders)
  release(mark)
  return fitting == partLength ? at - partLength : -1
}

/** How much of `part` fits with one more byte, where so much of it fitted before. */
function extended(fitting: u32, byte: u8, part: usize, borders: usize): u32 {
  while (fitting > 0 && load<u8>(part + fitting) != byte) fitting = load<u32>(borders + ((<usize>(fitting - 1)) << 2))
  return load<u8>(part + fitting) == byte ? fitting + 1 : 0
}

/** How many bytes the UTF-8 sequence that starts with `lead` has. */
export function sequenceLength(lead: u32): u32 {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

export function codePointCount(text: usize, length: u32): u32 {
  let count: u32 = 0
  for (let i: u32 = 0; i < length; i++) if ((load<u8>(text + i) & 0xc0) != 0x80) count++
  return count
}

/** The byte offset of a code point; the length where the text has fewer. */
export function byteOffset(text: usize, length: u32, codePoint: u32): u32 {
  let offset: u32 = 0
  while (codePoint > 0 && offset < length) {
    offset += sequenceLength(load<u8>(text + offset))
    codePoint--
  }
  return min(offset, length)
}

export function decode(text: usize): u32 {
  const lead: u32 = load<u8>(text)
  if (lead < 0x80) return lead
  const second: u32 = load<u8>(text, 1) & 0x3f
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second
  const third: u32 = load<u8>(text, 2) & 0x3f
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third
  return ((lead & 7) << 18) | (second << 12) | (third << 6) | (load<u8>(text, 3) & 0x3f)
}

/** Writes a code point and gives the address behind it. */
export function encode(at: usize, codePoint: u32): usize {
  if (codePoint < 0x80) {
    store<u8>(at, <u8>codePoint)
    return at + 1
  }
  if (codePoint < 0x800) {
    store<u8>(at, <u8>(0xc0 | (codePoint >> 6)))
    store<u8>(at, <u8>(0x80 | (codePoint & 0x3f)), 1)
    return at + 2
  }
  if (codePoint < 0x10000) {
    store<u8>(at, <u8>(0xe0 | (codePoint >> 12)))
    store<u8>(at, <u8>(0x80 | ((codePoint >> 6) & 0x3f)), 1)
    store<u8>(at, <u8>(0x80 | (codePoint & 0x3f)), 2)
    return at + 3
  }
  store<u8>(at, <u8>(0xf0 | (codePoint >> 18)))
  store<u8>(at, <u8>(0x80 | ((codePoint >> 12) & 0x3f)), 1)
  store<u8>(at, <u8>(0x80 | ((codePoint >> 6) & 0x3f)), 2)
  store<u8>(at, <u8>(0x80 | (codePoint & 0x3f)), 3)
  return at + 4
}

/** The length of the well-formed sequence at an address (RFC 3629), 0 where there is none before `end`. */
export function validSequence(at: usize, end: usize): u32 {
  const lead: u32 = load<u8>(at)
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const length = sequenceLength(lead)
  if (at + length > end) return 0
  for (let i: u32 = 1; i < length; i++) if ((load<u8>(at + i) & 0xc0) != 0x80) return 0
  const codePoint = decode(at)
  if (length == 3 && (codePoint < 0x800 || (codePoint >= 0xd800 && codePoint < 0xe000))) return 0
  if (length == 4 && (codePoint < 0x10000 || codePoint > 0x10ffff)) return 0
  return length
}

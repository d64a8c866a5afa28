/** Texts in quotes. */
import { reserve } from '../memory'

const HIGH_BITS: u64 = 0x8080808080808080

/** Writes a text in quotes and gives the address behind it; eight bytes at a time while none of them is escaped. */
export function writeText(to: usize, text: usize, length: u32): usize {
  reserve(to + <usize>length * 6 + 64)
  store<u8>(to++, 0x22)
  const end = text + length
  while (text + 8 <= end) {
    const bytes = load<u64>(text)
    store<u64>(to, bytes)
    const quotes = bytes ^ 0x2222222222222222
    const escapes = bytes ^ 0x5c5c5c5c5c5c5c5c
    // The lowest high bit that is set stands for a quote, a backslash or a control character.
    const special =
      (((quotes - 0x0101010101010101) & ~quotes) |
        ((escapes - 0x0101010101010101) & ~escapes) |
        ((bytes - 0x2020202020202020) & ~bytes)) &
      HIGH_BITS
    if (special == 0) {
      text += 8
      to += 8
      continue
    }
    const plain = <usize>(ctz(special) >> 3)
    text += plain
    to = writeByte(to + plain, load<u8>(text++))
  }
  while (text < end) to = writeByte(to, load<u8>(text++))
  store<u8>(to, 0x22)
  return to + 1
}

function writeByte(to: usize, byte: u32): usize {
  if (byte >= 0x20 && byte != 0x22 && byte != 0x5c) {
    store<u8>(to, <u8>byte)
    return to + 1
  }
  let letter = byte
  if (byte == 10) letter = 0x6e
  else if (byte == 13) letter = 0x72
  else if (byte == 9) letter = 0x74
  else if (byte == 8) letter = 0x62
  else if (byte == 12) letter = 0x66
  else if (byte < 0x20) return writeEscape(to, byte)
  store<u8>(to, 0x5c)
  store<u8>(to, <u8>letter, 1)
  return to + 2
}

/** `\uXXXX` for a code point of the first plane; the address behind it. */
export function writeEscape(to: usize, codePoint: u32): usize {
  store<u8>(to, 0x5c)
  store<u8>(to, 0x75, 1)
  for (let digit: u32 = 0; digit < 4; digit++) {
    const value = (codePoint >> (12 - (digit << 2))) & 15
    store<u8>(to + digit, <u8>(value < 10 ? 48 + value : 87 + value), 2)
  }
  return to + 6
}

/** The quotes and backslashes from `start` on get a backslash each; the new end. */
export function escapeQuotes(start: usize, end: usize): usize {
  let extra: usize = 0
  for (let at = start; at < end; at++) if (isQuoteOrBackslash(load<u8>(at))) extra++
  reserve(end + extra)
  let from = end
  for (let at = end + extra; from > start && at > from; ) {
    const byte = load<u8>(--from)
    store<u8>(--at, byte)
    if (isQuoteOrBackslash(byte)) store<u8>(--at, 0x5c)
  }
  return end + extra
}

function isQuoteOrBackslash(byte: u8): bool {
  return byte == 0x22 || byte == 0x5c
}

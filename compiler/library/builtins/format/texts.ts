/** Texts in a format. */
import { allocate } from '../../memory'
import { byteOffset } from '../../texts'
import { lengthOf, newString, textOf, Value } from '../../values'
import { filling, plus, precision, putPadded, sharp, sharpValue, space } from './output'
import { backquoted, quoted } from './quotes'

const VALUE: u32 = 0x76
const TEXT: u32 = 0x73
const QUOTED: u32 = 0x71
const HEXADECIMAL: u32 = 0x78
const CAPITAL_HEXADECIMAL: u32 = 0x58

/** False where the verb is none of texts. */
export function putText(text: Value, verb: u32): bool {
  if (verb == TEXT || (verb == VALUE && !sharpValue)) putPadded(truncated(text), filling())
  else if (verb == QUOTED || verb == VALUE) putQuoted(truncated(text))
  else if (verb == HEXADECIMAL || verb == CAPITAL_HEXADECIMAL) putHexadecimal(text, <u8>verb)
  else return false
  return true
}

/** A precision is the most code points that are taken. */
function truncated(text: Value): Value {
  if (precision < 0) return text
  return newString(textOf(text), byteOffset(textOf(text), lengthOf(text), precision))
}

function putQuoted(text: Value): void {
  const raw = sharp ? backquoted(text) : text
  putPadded(raw == text ? quoted(text, plus) : raw, filling())
}

/** Two digits a byte; with a space between, each is marked by itself. */
function putHexadecimal(text: Value, mark: u8): void {
  const count = precision < 0 ? lengthOf(text) : min(lengthOf(text), precision)
  const to = allocate(<usize>count * 5)
  const tenth = mark - 33
  let at = to
  for (let i: u32 = 0; i < count; i++) {
    if (space && i > 0) store<u8>(at++, 0x20)
    if (sharp && (space || i == 0)) {
      store<u8>(at, 0x30)
      store<u8>(at, mark, 1)
      at += 2
    }
    const byte = load<u8>(textOf(text) + i)
    store<u8>(at++, digitOf(byte >> 4, tenth))
    store<u8>(at++, digitOf(byte & 15, tenth))
  }
  putPadded(newString(to, <u32>(at - to)), filling())
}

/** `tenth` is the byte of the letter that stands for ten, less ten. */
function digitOf(digit: u8, tenth: u8): u8 {
  return digit < 10 ? 48 + digit : tenth + digit
}

/** Numbers in JSON text: small whole ones become words, every other one keeps its text. */
import { newNumber, small, UNDEFINED, Value } from '../values'
import { here, peek, skip } from './cursor'

export function parseNumber(): Value {
  const start = here()
  const minus = peek() == 0x2d
  if (minus) skip(1)
  const first = here()
  let value: u32 = 0
  while (peek() - 48 < 10) {
    // Nine digits fit; a number with more is no small one.
    if (here() - first < 9) value = value * 10 + (peek() - 48)
    skip(1)
  }
  const length = here() - first
  if (length == 0 || (length > 1 && load<u8>(first) == 0x30)) return UNDEFINED
  let whole = true
  if (peek() == 0x2e) {
    skip(1)
    whole = false
    if (!skipDigits()) return UNDEFINED
  }
  if ((peek() | 32) == 0x65) {
    skip(1)
    whole = false
    if (peek() == 0x2b || peek() == 0x2d) skip(1)
    if (!skipDigits()) return UNDEFINED
  }
  // `-0` is no small integer: it is written as it was read.
  if (whole && length <= 9 && value < 1 << 29 && !(minus && value == 0)) return small(minus ? -value : value)
  return newNumber(start, <u32>(here() - start))
}

function skipDigits(): bool {
  const start = here()
  while (peek() - 48 < 10) skip(1)
  return here() > start
}

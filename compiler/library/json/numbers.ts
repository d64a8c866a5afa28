/** Numbers in JSON text: small whole ones become words, every other one keeps its text. */
import { exponent, left, readDecimal } from '../decimals/decimal'
import { heapPointer, release } from '../memory'
import { newNumber, small, UNDEFINED, Value } from '../values'
import { here, moveTo, peek, skip } from './cursor'

export function parseNumber(): Value {
  const start = here()
  const minus = peek() == 0x2d
  const first = minus ? start + 1 : start
  let at = first
  let value: u32 = 0
  // Nine digits fit; a number with more is no small one, so that it does not matter what comes of them here.
  for (let digit: u32 = load<u8>(at) - 48; digit < 10; digit = load<u8>(at) - 48) {
    value = value * 10 + digit
    at++
  }
  moveTo(at)
  const length = at - first
  if (length == 0 || (length > 1 && load<u8>(first) == 0x30)) return UNDEFINED
  let whole = true
  let scaled = false
  if (peek() == 0x2e) {
    skip(1)
    whole = false
    if (!skipDigits()) return UNDEFINED
  }
  if ((peek() | 32) == 0x65) {
    skip(1)
    whole = false
    scaled = true
    if (peek() == 0x2b || peek() == 0x2d) skip(1)
    if (!skipDigits()) return UNDEFINED
  }
  // `-0` is no small integer: it is written as it was read.
  if (whole && length <= 9 && value < 1 << 29 && !(minus && value == 0)) return small(minus ? -value : value)
  const number = newNumber(start, <u32>(here() - start))
  return scaled && !isWithinBounds(number) ? UNDEFINED : number
}

/** OPA reads no number that has more than 100,000 binary digits before or behind the point; so many decimal ones. */
const MOST_EXPONENT: i32 = 30_103

function isWithinBounds(number: Value): bool {
  const mark = heapPointer()
  readDecimal(left, number)
  release(mark)
  return abs(exponent(left)) <= MOST_EXPONENT
}

function skipDigits(): bool {
  const start = here()
  while (peek() - 48 < 10) skip(1)
  return here() > start
}

/** Numbers in JSON text: small whole ones become words, every other one keeps its text. */
import { exponent, left, readDecimal } from '../decimals/decimal'
import { heapPointer, release } from '../memory'
import { newNumber, small, UNDEFINED, Value } from '../values'
import { here, moveTo } from './cursor'

export function parseNumber(): Value {
  const start = here()
  const minus = load<u8>(start) == 0x2d
  const first = minus ? start + 1 : start
  let at = first
  let value: u32 = 0
  // Nine digits fit; a number with more is no small one, so that it does not matter what comes of them here.
  for (let digit: u32 = <u32>load<u8>(at) - 48; digit < 10; digit = <u32>load<u8>(at) - 48) {
    value = value * 10 + digit
    at++
  }
  const byte: u32 = load<u8>(at)
  const whole = byte != 0x2e && (byte | 32) != 0x65
  const length = at - first
  // `-0` is no small integer: it is written as it was read.
  if (whole && length > 0 && length <= 9 && value < 1 << 29 && (value != 0 || (length == 1 && !minus))) {
    if (length > 1 && load<u8>(first) == 0x30) return UNDEFINED
    moveTo(at)
    return small(minus ? -value : value)
  }
  const end = passNumber(start)
  if (end == 0) return UNDEFINED
  moveTo(end)
  return newNumber(start, <u32>(end - start))
}

/** The address behind a number, 0 where there is none. */
export function passNumber(start: usize): usize {
  let at = start
  if (load<u8>(at) == 0x2d) at++
  const first = at
  at = behindDigits(at)
  if (at == first || (at > first + 1 && load<u8>(first) == 0x30)) return 0
  if (load<u8>(at) == 0x2e) {
    const fraction = at + 1
    at = behindDigits(fraction)
    if (at == fraction) return 0
  }
  if ((load<u8>(at) | 32) == 0x65) {
    at++
    if (load<u8>(at) == 0x2b || load<u8>(at) == 0x2d) at++
    const power = at
    at = behindDigits(power)
    if (at == power || !isWithinBounds(start, at)) return 0
  }
  return at
}

/** OPA reads no number that has more than 100,000 binary digits before or behind the point; so many decimal ones. */
const MOST_EXPONENT: i32 = 30_103

function isWithinBounds(start: usize, end: usize): bool {
  const mark = heapPointer()
  readDecimal(left, newNumber(start, <u32>(end - start)))
  release(mark)
  return abs(exponent(left)) <= MOST_EXPONENT
}

function behindDigits(at: usize): usize {
  while (<u32>load<u8>(at) - 48 < 10) at++
  return at
}

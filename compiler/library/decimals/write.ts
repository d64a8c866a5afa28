/** `result` as a value. */
import { allocate } from '../memory'
import { newNumber, small, Value } from '../values'
import { count, digits, exponent, negative, result } from './decimal'

/** Plain digits up to this power of ten, an exponent beyond. */
const MOST_PLAIN: i32 = 400

/** A small integer if it is one, else a number with its text. */
export function resultValue(): Value {
  const length = count(result)
  const power = exponent(result)
  if (length == 0) return small(0)
  if (length <= power && power <= 9) {
    let value = 0
    for (let i = 0; i < power; i++) value = value * 10 + (i < length ? <i32>load<u8>(digits(result) + i) : 0)
    if (value < 1 << 29) return small(negative(result) ? -value : value)
  }
  return power > MOST_PLAIN || power < -MOST_PLAIN ? scientific(length, power) : plain(length, power)
}

function plain(length: i32, power: i32): Value {
  const text = allocate(length + (power > 0 ? power : -power) + 8)
  let at = text
  if (negative(result)) store<u8>(at++, 0x2d)
  if (power <= 0) {
    store<u8>(at++, 0x30)
    store<u8>(at++, 0x2e)
    for (let i = power; i < 0; i++) store<u8>(at++, 0x30)
  }
  for (let i = 0; i < length; i++) {
    if (i == power && i > 0) store<u8>(at++, 0x2e)
    store<u8>(at++, load<u8>(digits(result) + i) + 48)
  }
  for (let i = length; i < power; i++) store<u8>(at++, 0x30)
  return newNumber(text, <u32>(at - text))
}

function scientific(length: i32, power: i32): Value {
  const text = allocate(length + 16)
  let at = text
  if (negative(result)) store<u8>(at++, 0x2d)
  for (let i = 0; i < length; i++) {
    if (i == 1) store<u8>(at++, 0x2e)
    store<u8>(at++, load<u8>(digits(result) + i) + 48)
  }
  store<u8>(at++, 0x65)
  let rest = power - 1
  store<u8>(at++, rest < 0 ? 0x2d : 0x2b)
  if (rest < 0) rest = -rest
  let divisor = 1
  while (rest / divisor >= 10) divisor *= 10
  for (; divisor > 0; divisor /= 10) store<u8>(at++, <u8>(48 + ((rest / divisor) % 10)))
  return newNumber(text, <u32>(at - text))
}

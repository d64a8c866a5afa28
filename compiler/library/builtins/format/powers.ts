/** Doubles as whole numbers, or in the base of sixteen, times a power of two; and exponents. */
import { mantissa, power } from '../../decimals/doubles'

/** The bit before the point while a double is written in the base of sixteen, and how many places stand behind it. */
const POINT: u64 = 60
const MOST_PLACES: i32 = 15

/** Writes a letter, a sign and two digits or more, and gives the address behind them. */
export function writePower(at: usize, letter: u8, exponent: i32): usize {
  store<u8>(at, letter)
  store<u8>(at, exponent < 0 ? 0x2d : 0x2b, 1)
  at += 2
  const size = abs(exponent)
  if (size < 10) store<u8>(at++, 0x30)
  return writeWhole(at, size)
}

function writeWhole(at: usize, value: u64): usize {
  let end = at + 1
  for (let rest = value / 10; rest > 0; rest /= 10) end++
  let place = end
  for (let rest = value; place > at; rest /= 10) store<u8>(--place, <u8>(48 + (rest % 10)))
  return end
}

/** `4503599627370496p-52`. */
export function writeBinary(at: usize): usize {
  at = writeWhole(at, mantissa())
  store<u8>(at, 0x70)
  store<u8>(at, power() < 0 ? 0x2d : 0x2b, 1)
  return writeWhole(at + 2, abs(power()))
}

/** `0x1.8p+01`, with so many places, or as few as tell all of it for -1. */
export function writeHexadecimal(at: usize, verb: u8, places: i32): usize {
  let bits = mantissa() << (POINT - 52)
  let exponent = bits ? power() + 52 : 0
  while (bits && !(bits >> POINT)) {
    bits <<= 1
    exponent--
  }
  if (places >= 0 && places < MOST_PLACES) {
    const kept = POINT - ((<u64>places) << 2)
    const cut = bits & (((<u64>1) << kept) - 1)
    bits >>= kept
    if ((cut | (bits & 1)) > (<u64>1) << (kept - 1)) bits++
    bits <<= kept
    if (bits >> (POINT + 1)) {
      bits >>= 1
      exponent++
    }
  }
  store<u8>(at, 0x30)
  store<u8>(at, verb, 1)
  store<u8>(at, <u8>(48 + (bits >> POINT)), 2)
  at += 3
  bits &= ((<u64>1) << POINT) - 1
  if (places > 0 || (places < 0 && bits)) store<u8>(at++, 0x2e)
  for (let left = places < 0 ? MOST_PLACES : places; left > 0 && (places > 0 || bits); left--) {
    const digit = <u8>(bits >> (POINT - 4))
    store<u8>(at++, digit < 10 ? 48 + digit : verb - 33 + digit)
    bits = (bits << 4) & (((<u64>1) << POINT) - 1)
  }
  return writePower(at, verb - 8, exponent)
}

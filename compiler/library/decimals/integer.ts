/** Whole numbers as 64-bit integers, where those that fit have to be told from all that do not. */
import { count, digits, exponent, left, negative } from './decimal'

/** So many digits always fit into 64 bits without a sign. */
const MOST_DIGITS: i32 = 19

/** Whether the whole number in `left` fits. */
export function fitsInteger(): bool {
  if (exponent(left) > MOST_DIGITS) return false
  return magnitude() <= <u64>i64.MAX_VALUE + (negative(left) ? 1 : 0)
}

/** The number in `left`, which fits. */
export function integer(): i64 {
  return negative(left) ? -(<i64>magnitude()) : <i64>magnitude()
}

function magnitude(): u64 {
  let value: u64 = 0
  for (let i = 0; i < exponent(left); i++) {
    value = value * 10 + (i < count(left) ? <u64>load<u8>(digits(left) + i) : 0)
  }
  return value
}

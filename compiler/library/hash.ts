/**
 * Hashes: SipHash-1-3 over words of 64 bits. What is hashed comes from repositories that may be hostile, and a hash whose
 * collisions can be written down would make tables slow. There is no source of chance here, so the second defence is the
 * salt: a table whose entries crowd together is indexed anew with the next one (compiler/library/tables.ts).
 *
 * Values that are equal have equal hashes: 1, 1.0 and 1e0; objects and sets in whatever order they were built.
 */
import { eachCount, eachKey, eachValue } from './collections'
import { count, digits, exponent, left, negative, readDecimal } from './decimals/decimal'
import { isWholeNumber, wholeNumber } from './decimals/whole'
import { heapPointer, release } from './memory'
import { isString, lengthOf, TYPE_ARRAY, TYPE_NUMBER, TYPE_SET, textOf, typeOf, Value } from './values'

let a: u64 = 0
let b: u64 = 0
let c: u64 = 0
let d: u64 = 0

function begin(salt: u32, type: u32): void {
  const key = ((<u64>salt) << 8) | type
  a = 0x736f6d6570736575 ^ key
  b = 0x646f72616e646f6d
  c = 0x6c7967656e657261 ^ key
  d = 0x7465646279746573
}

function round(): void {
  a += b
  c += d
  b = rotl(b, 13) ^ a
  d = rotl(d, 16) ^ c
  a = rotl(a, 32)
  c += b
  a += d
  b = rotl(b, 17) ^ c
  d = rotl(d, 21) ^ a
  c = rotl(c, 32)
}

function absorb(word: u64): void {
  d ^= word
  round()
  a ^= word
}

function finish(): u32 {
  c ^= 0xff
  round()
  round()
  round()
  const all = a ^ b ^ c ^ d
  return <u32>(all ^ (all >> 32))
}

function absorbBytes(at: usize, length: u32): void {
  const end = at + length
  while (at + 8 <= end) {
    absorb(load<u64>(at))
    at += 8
  }
  let rest: u64 = (<u64>length) << 56
  for (let shift: u64 = 0; at < end; shift += 8) rest |= (<u64>load<u8>(at++)) << shift
  absorb(rest)
}

function hashText(text: usize, length: u32, salt: u32): u32 {
  begin(salt, 0)
  absorbBytes(text, length)
  return finish()
}

export function hash(value: Value, salt: u32): u32 {
  if (isString(value)) return hashText(textOf(value), lengthOf(value), salt)
  const type = typeOf(value)
  if (type == TYPE_NUMBER) return hashNumber(value, salt)
  if (type < TYPE_NUMBER) {
    begin(salt, type)
    absorb(value)
    return finish()
  }
  // An array's elements count in their order; an object's and a set's must not, so they are summed.
  let sum: u64 = 0
  const size = eachCount(value)
  for (let i: u32 = 0; i < size; i++) {
    const inner = type == TYPE_SET ? 0 : hash(eachValue(value, i), salt)
    const key = type == TYPE_ARRAY ? i : hash(eachKey(value, i), salt)
    begin(salt, type)
    absorb(((<u64>key) << 32) | inner)
    sum += finish()
  }
  begin(salt, type)
  absorb(sum)
  absorb(size)
  return finish()
}

/** However a number is written: whole ones by what they are, others by their digits. */
function hashNumber(value: Value, salt: u32): u32 {
  const mark = heapPointer()
  if (isWholeNumber(value)) {
    begin(salt, TYPE_NUMBER)
    absorb(wholeNumber())
  } else {
    readDecimal(left, value)
    begin(salt, TYPE_NUMBER)
    absorb(((<u64>(negative(left) ? 1 : 0)) << 32) | <u32>exponent(left))
    absorbBytes(digits(left), count(left))
  }
  release(mark)
  return finish()
}

/** One argument: which of Go's types OPA makes of it, and what a verb does with that. */
import { left, readDecimal } from '../../decimals/decimal'
import { readDouble } from '../../decimals/doubles'
import { fitsInteger, integer } from '../../decimals/integer'
import { readable } from '../../strings'
import { isSmall, lengthOf, newString, smallOf, TYPE_NUMBER, textOf, typeOf, Value } from '../../values'
import { putFloat } from './floats'
import { baseOf, putCharacter, putInteger, putQuotedCharacter, putUnicode } from './integers'
import { clearFlags, put, putByte } from './output'
import { putText } from './texts'

const TEXT: u32 = 0
const INTEGER: u32 = 1
const LARGE: u32 = 2
const FLOAT: u32 = 3

const CHARACTER: u32 = 0x63
const QUOTED: u32 = 0x71
const TYPE: u32 = 0x54
const LETTERS: u32 = 0x73
const UNICODE: u32 = 0x55
const ADDRESS: u32 = 0x70
const WRAPPED: u32 = 0x77
const VALUE: u32 = 0x76

// "string", "int64", "*big.Int", "float64"
const names = memory.data<u8>([
  0x73, 0x74, 0x72, 0x69, 0x6e, 0x67, 0x69, 0x6e, 0x74, 0x36, 0x34, 0x2a, 0x62, 0x69, 0x67, 0x2e, 0x49, 0x6e, 0x74,
  0x66, 0x6c, 0x6f, 0x61, 0x74, 0x36, 0x34,
])

function nameOf(sort: u32): Value {
  if (sort == TEXT) return newString(names, 6)
  if (sort == INTEGER) return newString(names + 6, 5)
  return sort == LARGE ? newString(names + 11, 8) : newString(names + 19, 7)
}

/** What the last argument is; a number then stands in `left`, a float in `decimals/doubles.ts`. */
function sortOf(argument: Value): u32 {
  if (typeOf(argument) != TYPE_NUMBER) return TEXT
  readDecimal(left, argument)
  if (isSmall(argument)) return INTEGER
  // How a number is written decides, not what it is.
  const text: usize = load<u32>(argument, 4)
  for (let i: u32 = 0; i < load<u32>(argument, 8); i++) {
    const byte = load<u8>(text + i)
    if (byte == 0x2e || (byte | 32) == 0x65) return readDouble(left) ? FLOAT : TEXT
  }
  return fitsInteger() ? INTEGER : LARGE
}

function isNegative(number: Value): bool {
  return isSmall(number) ? smallOf(number) < 0 : load<u8>(load<u32>(number, 4)) == 0x2d
}

let foundInteger: i32 = 0

/** Whether an argument is a whole number of that size at most. */
export function hasIntegerArgument(argument: Value, most: i32): bool {
  if (sortOf(argument) != INTEGER) return false
  const value = integer()
  if (value > most || value < -most) return false
  foundInteger = <i32>value
  return true
}
export function integerArgument(): i32 {
  return foundInteger
}

/** Writes an argument as its verb asks; false where that cannot be, for instance as it has too many digits. */
export function putArgument(argument: Value, verb: Value): bool {
  const letter = lengthOf(verb) == 1 ? <u32>load<u8>(textOf(verb)) : 0
  const sort = sortOf(argument)
  if (letter == TYPE) return putText(nameOf(sort), LETTERS)
  if (sort == TEXT) return putText(readable(argument), letter) || putBad(argument, verb, sort)
  if (sort == FLOAT) return putFloat(letter, isNegative(argument)) || putBad(argument, verb, sort)
  const base = baseOf(letter, sort == LARGE)
  if (base > 0) return putInteger(letter, base, sort == LARGE)
  // Go shows where it keeps the number, and how.
  if (sort == LARGE && (letter == ADDRESS || letter == WRAPPED)) return false
  if (sort == LARGE || (letter != CHARACTER && letter != QUOTED && letter != UNICODE))
    return putBad(argument, verb, sort)
  if (letter == CHARACTER) putCharacter(integer())
  else if (letter == QUOTED) putQuotedCharacter(integer())
  else putUnicode(integer())
  return true
}

/** `%!d(string=x)`: a verb that is none for what it is given. Flags still count, but not for large numbers. */
function putBad(argument: Value, verb: Value, sort: u32): bool {
  putByte(0x25)
  putByte(0x21)
  put(verb)
  putByte(0x28)
  if (sort == LARGE) clearFlags()
  const isPut = putAs(argument, sort, sort == LARGE ? 1 : 0)
  putByte(0x29)
  return isPut
}

/** `int64=3` */
export function putNamed(argument: Value): bool {
  return putAs(argument, sortOf(argument), 0)
}

/** `from` bytes of the type's name are left out. */
function putAs(argument: Value, sort: u32, from: u32): bool {
  const name = nameOf(sort)
  put(newString(textOf(name) + from, lengthOf(name) - from))
  putByte(0x3d)
  if (sort == TEXT) return putText(readable(argument), VALUE)
  return sort == FLOAT ? putFloat(VALUE, isNegative(argument)) : putInteger(VALUE, 10, sort == LARGE)
}

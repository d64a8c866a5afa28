/**
 * `sprintf`: a format is gone through once, and an argument is written as Go's `fmt` writes what OPA makes of it. What does
 * not fit together is told within the text, as it is there: `%!d(string=x)`, `%!s(MISSING)`.
 */
import { isArray } from '../../arrays'
import { scan_count, scan_value } from '../../collections'
import { sequenceLength } from '../../texts'
import { isString, lengthOf, newString, textOf, UNDEFINED, Value } from '../../values'
import { hasIntegerArgument, integerArgument, putArgument, putNamed } from './arguments'
import {
  clearFlags,
  flagsOfValue,
  output,
  put,
  putByte,
  setPrecision,
  setSignedWidth,
  setWidth,
  startOutput,
  takeFlag,
} from './output'

const PERCENT: u8 = 0x25
const STAR: u8 = 0x2a
const POINT: u8 = 0x2e
const VALUE: u8 = 0x76
const WRAPPED: u8 = 0x77
const OPENING: u8 = 0x5b
const CLOSING: u8 = 0x5d
/** Widths and precisions beyond are none, and end the format. */
const MOST: i32 = 1_000_000

// "%!(BADWIDTH)", "%!(BADPREC)", "%!(NOVERB)", "%!(EXTRA ", "(BADINDEX)", "(MISSING)"
const badWidth = memory.data<u8>([0x25, 0x21, 0x28, 0x42, 0x41, 0x44, 0x57, 0x49, 0x44, 0x54, 0x48, 0x29])
const badPrecision = memory.data<u8>([0x25, 0x21, 0x28, 0x42, 0x41, 0x44, 0x50, 0x52, 0x45, 0x43, 0x29])
const noVerb = memory.data<u8>([0x25, 0x21, 0x28, 0x4e, 0x4f, 0x56, 0x45, 0x52, 0x42, 0x29])
const extra = memory.data<u8>([0x25, 0x21, 0x28, 0x45, 0x58, 0x54, 0x52, 0x41, 0x20])
const badIndex = memory.data<u8>([0x28, 0x42, 0x41, 0x44, 0x49, 0x4e, 0x44, 0x45, 0x58, 0x29])
const missing = memory.data<u8>([0x28, 0x4d, 0x49, 0x53, 0x53, 0x49, 0x4e, 0x47, 0x29])

let at: usize = 0
let end: usize = 0
let list: Value = 0
/** The number of the next argument. */
let next: i32 = 0
/** Whether an argument was asked for by its number anywhere; then nobody tells which ones are left over. */
let isReordered: bool = false
/** Whether all numbers within this directive are those of arguments. */
let isFound: bool = false

export function builtin_sprintf(format: Value, values: Value): Value {
  if (!isString(format) || !isArray(values)) return UNDEFINED
  startOutput()
  at = textOf(format)
  end = at + lengthOf(format)
  list = values
  next = 0
  isReordered = false
  while (at < end) {
    const start = at
    while (at < end && load<u8>(at) != PERCENT) at++
    put(newString(start, <u32>(at - start)))
    if (at < end && !putDirective()) return UNDEFINED
  }
  if (!isReordered && next < count() && !putExtra()) return UNDEFINED
  return output()
}

function count(): i32 {
  return <i32>scan_count(list)
}

/** From a `%` to its verb: `%[flags][width][.precision][[argument]]verb`. False where it can not be written. */
function putDirective(): bool {
  isFound = true
  clearFlags()
  do at++
  while (at < end && takeFlag(load<u8>(at)))
  let isNumbered = takeNumber()
  if (at < end && load<u8>(at) == STAR) {
    at++
    if (takeArgument()) setSignedWidth(integerArgument())
    else put(newString(badWidth, 12))
    isNumbered = false
  } else {
    const width = takeDigits(end)
    setWidth(width)
    if (isNumbered && width >= 0) isFound = false
  }
  if (at + 1 < end && load<u8>(at) == POINT) {
    at++
    if (isNumbered) isFound = false
    isNumbered = takeNumber()
    if (at < end && load<u8>(at) == STAR) {
      at++
      if (takeArgument() && integerArgument() >= 0) setPrecision(integerArgument())
      else put(newString(badPrecision, 11))
      isNumbered = false
    } else setPrecision(max(takeDigits(end), 0))
  }
  if (!isNumbered) takeNumber()
  return putVerb()
}

function putVerb(): bool {
  if (at >= end) {
    put(newString(noVerb, 10))
    return true
  }
  const verb = newString(at, sequenceLength(load<u8>(at)))
  at += lengthOf(verb)
  const letter = load<u8>(textOf(verb))
  if (letter == PERCENT) putByte(PERCENT)
  else if (!isFound || next >= count()) {
    putByte(PERCENT)
    putByte(0x21)
    put(verb)
    put(isFound ? newString(missing, 9) : newString(badIndex, 10))
  } else {
    if (letter == VALUE || letter == WRAPPED) flagsOfValue()
    return putArgument(scan_value(list, next++), verb)
  }
  return true
}

/** `%!(EXTRA string=x, int64=3)`: the arguments that are left over. */
function putExtra(): bool {
  clearFlags()
  put(newString(extra, 9))
  for (let first = next; next < count(); next++) {
    if (next > first) {
      putByte(0x2c)
      putByte(0x20)
    }
    if (!putNamed(scan_value(list, next))) return false
  }
  putByte(0x29)
  return true
}

/** Takes the next argument for a width or a precision; false where it is none. */
function takeArgument(): bool {
  return next < count() && hasIntegerArgument(scan_value(list, next++), MOST)
}

/** The number at hand, -1 where there is none. One that is too large goes on to `limit`. */
function takeDigits(limit: usize): i32 {
  let value = -1
  for (; at < limit && <u8>(load<u8>(at) - 48) < 10; at++) {
    if (value > MOST) {
      at = limit
      return -1
    }
    value = max(value, 0) * 10 + <i32>(load<u8>(at) - 48)
  }
  return value
}

/** `[n]`, which makes argument n the next one; false where no such thing stands here. */
function takeNumber(): bool {
  if (at >= end || load<u8>(at) != OPENING) return false
  isReordered = true
  let closing = at + 1
  while (closing < end && load<u8>(closing) != CLOSING) closing++
  if (closing >= end || end - at < 3) {
    at++
    isFound = false
    return false
  }
  at++
  const number = takeDigits(closing)
  const isNumber = at == closing && number >= 0
  at = closing + 1
  if (isNumber && number > 0 && number <= count()) next = number - 1
  else isFound = false
  return isNumber
}

/**
 * Value → text, NUL-terminated, at the top of the heap. Collections are written in OPA's order. Memory is made sure of
 * before each scalar, bracket or text, so that nothing is measured beforehand.
 */
import { isArray } from '../arrays'
import { eachCount, eachKey, eachValue, scan_count, scan_key, scan_value } from '../collections'
import { heapPointer, release, reserve } from '../memory'
import {
  FALSE,
  isKind,
  isSmall,
  isString,
  lengthOf,
  NULL,
  newString,
  SET,
  smallOf,
  TRUE,
  TYPE_ARRAY,
  TYPE_NUMBER,
  textOf,
  typeOf,
  Value,
} from '../values'
import { escapeQuotes, writeText } from './escapes'

/** JSON: sets are arrays, and keys that are no strings are their own JSON in one. */
export const JSON_TEXT: u32 = 0
/** OPA's values without spaces, in which sets and keys of all sorts show. */
export const VALUE_TEXT: u32 = 1
/** The same with a space behind commas and colons, as OPA shows values inside texts. */
export const TERM_TEXT: u32 = 2

let to: usize = 0
let style: u32 = JSON_TEXT

/** The address of the text; the heap pointer stands behind its NUL. */
export function dump(value: Value, textStyle: u32): usize {
  style = textStyle
  // Working out an order allocates, so all of them are worked out before anything is written.
  prepare(value)
  const start = heapPointer()
  to = start
  write(value)
  reserve(to + 1)
  store<u8>(to, 0)
  release((to + 8) & ~7)
  return start
}

/** The text as a string. */
export function dumped(value: Value, textStyle: u32): Value {
  const text = dump(value, textStyle)
  return newString(text, <u32>(to - text))
}

function prepare(value: Value): void {
  if (typeOf(value) < TYPE_ARRAY) return
  const array = isArray(value)
  const count = eachCount(value)
  if (!array && count > 0) scan_key(value, 0)
  for (let i: u32 = 0; i < count; i++) {
    if (!array) prepare(eachKey(value, i))
    prepare(eachValue(value, i))
  }
}

function put(byte: u32): void {
  store<u8>(to++, <u8>byte)
}
function putFour(bytes: u32): void {
  store<u32>(to, bytes)
  to += 4
}

function write(value: Value): void {
  reserve(to + 64)
  if (isString(value)) {
    to = writeText(to, textOf(value), lengthOf(value))
  } else if (isSmall(value)) {
    writeSmall(smallOf(value))
  } else if (value == NULL) {
    putFour(0x6c6c756e)
  } else if (value == TRUE) {
    putFour(0x65757274)
  } else if (value == FALSE) {
    putFour(0x736c6166)
    put(0x65)
  } else if (typeOf(value) == TYPE_NUMBER) {
    writeBytes(load<u32>(value, 4), load<u32>(value, 8))
  } else {
    writeCollection(value)
  }
}

function writeSmall(value: i32): void {
  let rest: u32 = value < 0 ? -value : value
  if (value < 0) put(0x2d)
  let end = to + 1
  for (let above: u32 = 10; above <= rest; above *= 10) end++
  to = end
  do {
    store<u8>(--end, <u8>(48 + (rest % 10)))
    rest /= 10
  } while (rest > 0)
}

function writeBytes(text: usize, length: u32): void {
  reserve(to + length)
  memory.copy(to, text, length)
  to += length
}

function writeCollection(value: Value): void {
  const count = scan_count(value)
  const array = isArray(value)
  const set = isKind(value, SET)
  if (set && style != JSON_TEXT && count == 0) {
    // "set()"
    putFour(0x28746573)
    put(0x29)
    return
  }
  const brackets = array || (set && style == JSON_TEXT)
  put(brackets ? 0x5b : 0x7b)
  for (let i: u32 = 0; i < count; i++) {
    if (i) putMark(0x2c)
    if (!array && !set) {
      writeKey(scan_key(value, i))
      putMark(0x3a)
    }
    write(scan_value(value, i))
    reserve(to + 64)
  }
  put(brackets ? 0x5d : 0x7d)
}

function putMark(byte: u32): void {
  put(byte)
  if (style == TERM_TEXT) put(0x20)
}

function writeKey(key: Value): void {
  if (style != JSON_TEXT || isString(key)) {
    write(key)
  } else {
    reserve(to + 2)
    put(0x22)
    const start = to
    write(key)
    to = escapeQuotes(start, to)
    reserve(to + 2)
    put(0x22)
  }
  reserve(to + 64)
}

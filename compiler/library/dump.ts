/**
 * Value → JSON text, NUL-terminated, or the text of OPA's values, in which sets and keys of all sorts show. Written at
 * the top of the heap; one number, bracket or text of the output is made sure of at a time.
 */

import { isArray } from './arrays'
import { scan_count, scan_key, scan_value } from './collections'
import { numberText } from './decimals'
import { heapPointer, release, reserve } from './memory'
import { FALSE, isKind, isString, lengthOf, NULL, SET, TRUE, TYPE_NUMBER, textOf, typeOf, Value } from './values'

let to: usize = 0
let asValues: bool = false

/** The address of the text; the heap pointer stands behind its NUL. */
export function dump(value: Value, values: bool): usize {
  asValues = values
  // Walking in order may allocate, so all orders are worked out before anything is written.
  prepare(value)
  const start = heapPointer()
  to = start
  write(value)
  reserve(to + 1)
  store<u8>(to++, 0)
  release((to + 7) & ~7)
  return start
}

/** How long the last text was, without its NUL. */
export function dumpedLength(start: usize): u32 {
  let end = start
  while (load<u8>(end)) end++
  return <u32>(end - start)
}

function prepare(value: Value): void {
  if (isString(value) || typeOf(value) <= TYPE_NUMBER) return
  const count = scan_count(value)
  for (let i: u32 = 0; i < count; i++) {
    if (!isArray(value)) prepare(scan_key(value, i))
    prepare(scan_value(value, i))
  }
}

function put(byte: u32): void {
  store<u8>(to++, <u8>byte)
}

function write(value: Value): void {
  reserve(to + 64)
  if (isString(value)) {
    writeText(textOf(value), lengthOf(value))
  } else if (value == NULL) {
    writeBytes(0x6c6c756e)
  } else if (value == TRUE) {
    writeBytes(0x65757274)
  } else if (value == FALSE) {
    writeBytes(0x736c6166)
    put(0x65)
  } else if (typeOf(value) == TYPE_NUMBER) {
    writeNumber(value)
  } else {
    writeCollection(value)
  }
}

function writeBytes(four: u32): void {
  store<u32>(to, four)
  to += 4
}

/** The text of a small integer is made above what has been written, and moved down. */
function writeNumber(value: Value): void {
  const mark = heapPointer()
  release((to + 71) & ~7)
  const text = numberText(value)
  const length = lengthOf(text)
  reserve(to + length)
  memory.copy(to, textOf(text), length)
  to += length
  release(mark)
}

function writeCollection(value: Value): void {
  const count = scan_count(value)
  const array = isArray(value)
  const set = isKind(value, SET)
  if (set && asValues && count == 0) {
    writeBytes(0x28746573)
    put(0x29)
    return
  }
  const brackets = array || (set && !asValues)
  put(brackets ? 0x5b : 0x7b)
  for (let i: u32 = 0; i < count; i++) {
    if (i) put(0x2c)
    if (!array && !set) {
      writeKey(scan_key(value, i))
      put(0x3a)
    }
    write(scan_value(value, i))
    reserve(to + 64)
  }
  put(brackets ? 0x5d : 0x7d)
}

/** JSON has strings as keys only: another key is the JSON text of it, in a string. */
function writeKey(key: Value): void {
  if (asValues || isString(key)) {
    write(key)
    return
  }
  reserve(to + 2)
  put(0x22)
  const start = to
  write(key)
  escapeQuotes(start)
  reserve(to + 2)
  put(0x22)
}

/** The quotes and backslashes since `start` get a backslash each. */
function escapeQuotes(start: usize): void {
  let extra: usize = 0
  for (let at = start; at < to; at++) if (isQuoteOrBackslash(load<u8>(at))) extra++
  reserve(to + extra)
  let from = to
  to += extra
  for (let at = to; from > start && at > from; ) {
    const byte = load<u8>(--from)
    store<u8>(--at, byte)
    if (isQuoteOrBackslash(byte)) store<u8>(--at, 0x5c)
  }
}

function isQuoteOrBackslash(byte: u8): bool {
  return byte == 0x22 || byte == 0x5c
}

function writeText(text: usize, length: u32): void {
  reserve(to + <usize>length * 6 + 64)
  put(0x22)
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(text + i)
    if (byte >= 0x20 && byte != 0x22 && byte != 0x5c) put(byte)
    else writeEscape(byte)
  }
  put(0x22)
}

function writeEscape(byte: u32): void {
  put(0x5c)
  if (byte == 0x22 || byte == 0x5c) put(byte)
  else if (byte == 10) put(0x6e)
  else if (byte == 13) put(0x72)
  else if (byte == 9) put(0x74)
  else {
    put(0x75)
    put(0x30)
    put(0x30)
    put(0x30 + (byte >> 4))
    put((byte & 15) < 10 ? 0x30 + (byte & 15) : 0x57 + (byte & 15))
  }
}

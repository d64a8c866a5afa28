/**
 * Value → text, NUL-terminated, at the top of the heap. Memory is made sure of before each scalar, bracket or text, so that
 * nothing is measured beforehand.
 */
import { arrayCount, arrayItem, isArray } from '../arrays'
import { scan_count, scan_key, scan_value } from '../collections'
import { copyBytes, heapPointer, release, reserve } from '../memory'
import { fieldAt, fieldCount, shapeOf, sortedFields } from '../shapes'
import {
  FALSE,
  isKind,
  isShaped,
  isSmall,
  isString,
  lengthOf,
  NULL,
  newString,
  SET,
  smallOf,
  TOLD_OBJECT,
  TRUE,
  TYPE_NUMBER,
  textOf,
  typeOf,
  Value,
} from '../values'
import { escapeQuotes, writeText } from './escapes'

/** JSON: sets are arrays, and keys that are no strings are their own JSON in one. Objects stand in OPA's order. */
export const JSON_TEXT: u32 = 0
/** The same, but for objects of the input that nobody looked at: they are handed on as they are written there. */
export const ANSWER_TEXT: u32 = 1
/** OPA's values without spaces, in which sets and keys of all sorts show. */
export const VALUE_TEXT: u32 = 2
/** The same with a space behind commas and colons, as OPA shows values inside texts. */
export const TERM_TEXT: u32 = 3

let start: usize = 0
let to: usize = 0
let style: u32 = JSON_TEXT

/** The address of the text; the heap pointer stands behind its NUL. */
export function dump(value: Value, textStyle: u32): usize {
  style = textStyle
  start = heapPointer()
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
  } else if (isShaped(value)) {
    writeShaped(value)
  } else if (isArray(value)) {
    writeArray(value)
  } else if (typeOf(value) == TYPE_NUMBER) {
    writeBytes(load<u32>(value, 4), load<u32>(value, 8))
  } else if (style == ANSWER_TEXT && isKind(value, TOLD_OBJECT)) {
    writeBytes(load<u32>(value, 4), load<u32>(value, 8))
  } else {
    writeMembers(value)
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

/** Bytes as they are. */
function writeBytes(text: usize, length: u32): void {
  reserve(to + length + 64)
  copyBytes(to, text, length)
  to += length
}

function writeArray(array: Value): void {
  const count = arrayCount(array)
  put(0x5b)
  for (let i: u32 = 0; i < count; i++) {
    if (i) putMark(0x2c)
    write(arrayItem(array, i))
    reserve(to + 64)
  }
  put(0x5d)
}

function writeShaped(object: Value): void {
  const shape = shapeOf(object)
  const count = fieldCount(shape)
  let field = orderOfFields(shape)
  put(0x7b)
  for (let i: u32 = 0; i < count; i++, field += 8) {
    if (i) putMark(0x2c)
    const key: Value = load<u32>(field)
    to = writeText(to, textOf(key), lengthOf(key))
    putMark(0x3a)
    write(fieldAt(object, load<u32>(field, 4)))
    reserve(to + 64)
  }
  put(0x7d)
}

/** Sets and objects in tables, and objects that are told. */
function writeMembers(value: Value): void {
  const count = membersInOrder(value)
  const isSet = isKind(value, SET)
  const isJson = style <= ANSWER_TEXT
  if (isSet && !isJson && count == 0) {
    // "set()"
    putFour(0x28746573)
    put(0x29)
    return
  }
  const brackets = isSet && isJson
  put(brackets ? 0x5b : 0x7b)
  for (let i: u32 = 0; i < count; i++) {
    if (i) putMark(0x2c)
    if (!isSet) {
      writeKey(scan_key(value, i))
      putMark(0x3a)
    }
    write(scan_value(value, i))
    reserve(to + 64)
  }
  put(brackets ? 0x5d : 0x7d)
}

function orderOfFields(shape: usize): usize {
  stepAside()
  const fields = sortedFields(shape)
  comeBack()
  return fields
}

/** How many there are; looking at the first brings all of them into their order. */
function membersInOrder(value: Value): u32 {
  stepAside()
  const count = scan_count(value)
  if (count > 0) scan_key(value, 0)
  comeBack()
  return count
}

let aside: usize = 0

/** Working out an order may take memory, which is that behind the text … */
function stepAside(): void {
  aside = (to + 7) & ~7
  release(aside)
}

/** … and where what it took has to stay, the text moves up behind it. */
function comeBack(): void {
  if (heapPointer() == aside) return
  const size = to - start
  const moved = heapPointer()
  reserve(moved + size + 64)
  memory.copy(moved, start, size)
  start = moved
  to = moved + size
}

function putMark(byte: u32): void {
  put(byte)
  if (style == TERM_TEXT) put(0x20)
}

function writeKey(key: Value): void {
  if (style > ANSWER_TEXT || isString(key)) {
    write(key)
  } else {
    put(0x22)
    const offset = to - start
    write(key)
    to = escapeQuotes(start + offset, to)
    reserve(to + 2)
    put(0x22)
  }
  reserve(to + 64)
}

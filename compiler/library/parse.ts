/**
 * JSON text → value (RFC 8259), without copies: strings are where they stand in the text, their escapes undone in place.
 * The same reader takes what OPA's value parser takes beside it: set literals, `set()`, keys that are no strings.
 *
 * Elements of a collection wait in a scratch area until it ends, one word each, and are then moved out in one piece. The
 * area and the memory for the values are sized from the text, so that memory grows once.
 */
import { arrayOf } from './arrays'
import { allocate, heapPointer, reserve } from './memory'
import {
  fieldCount,
  guessedNext,
  keyOf,
  lastString,
  MOST_FIELDS,
  nextShape,
  parentOf,
  rememberString,
  rootShape,
} from './shapes'
import { newObject, newSet, setAdd, tablePut } from './tables'
import { encode, hashBytes, sameBytes, validSequence } from './texts'
import { FALSE, lengthOf, NULL, NUMBER, newString, small, TRUE, textOf, UNDEFINED, Value } from './values'

const DEEPEST: u32 = 1000

let at: usize = 0
let end: usize = 0
let depth: u32 = 0
/** Whether objects are shaped; data that the host may change is made of tables. */
let shaped: bool = false
/** Whether sets and keys of all sorts are allowed. */
let beyondJson: bool = false
/** The next free word of the scratch area. */
let waiting: usize = 0

/** 0 where the text is not what it should be, down to the last byte. */
export function parse(text: usize, length: u32, withShapes: bool, values: bool): Value {
  at = text
  end = text + length
  depth = 0
  shaped = withShapes
  beyondJson = values
  // Two bytes of text make at most one element: "1,".
  waiting = allocate(((<usize>length) << 1) + 64)
  reserve(heapPointer() + ((<usize>length) << 1))
  skipSpace()
  const value = parseValue()
  skipSpace()
  return at == end ? value : UNDEFINED
}

function skipSpace(): void {
  while (at < end) {
    const byte = load<u8>(at)
    if (byte > 32 || (byte != 32 && byte != 10 && byte != 13 && byte != 9)) return
    at++
  }
}

function peek(): u32 {
  return at < end ? load<u8>(at) : 0
}

function wait(value: Value): void {
  store<u32>(waiting, value)
  waiting += 4
}

function parseValue(): Value {
  const byte = peek()
  if (byte == 0x22) return parseString()
  if (byte == 0x7b) return parseObject()
  if (byte == 0x5b) return parseArray()
  if (byte == 0x74) return parseWord(0x65757274, 4, TRUE)
  if (byte == 0x66) return parseWord(0x736c6166, 5, FALSE)
  if (byte == 0x6e) return parseWord(0x6c6c756e, 4, NULL)
  if (byte == 0x73 && beyondJson) return parseEmptySet()
  return parseNumber()
}

/** `true`, `false` and `null`: four bytes compared at once, and the `e` of `false`. */
function parseWord(bytes: u32, length: u32, value: Value): Value {
  if (at + length > end || load<u32>(at) != bytes || (length == 5 && load<u8>(at, 4) != 0x65)) return UNDEFINED
  at += length
  return value
}

function parseEmptySet(): Value {
  // "set()"
  if (at + 5 > end || load<u32>(at) != 0x28746573 || load<u8>(at, 4) != 0x29) return UNDEFINED
  at += 5
  return newSet()
}

/** Small whole numbers become words; every other number keeps its text. `-0` is no small integer. */
function parseNumber(): Value {
  const start = at
  const minus = peek() == 0x2d
  if (minus) at++
  const first = at
  let value: i32 = 0
  while (at < end && <u32>load<u8>(at) - 48 < 10) {
    if (at - first < 9) value = value * 10 + (<i32>load<u8>(at) - 48)
    at++
  }
  const length = at - first
  if (length == 0 || (length > 1 && load<u8>(first) == 0x30)) return UNDEFINED
  let whole = true
  if (peek() == 0x2e) {
    at++
    whole = false
    if (!skipDigits()) return UNDEFINED
  }
  if ((peek() | 32) == 0x65) {
    at++
    whole = false
    if (peek() == 0x2b || peek() == 0x2d) at++
    if (!skipDigits()) return UNDEFINED
  }
  if (whole && length < 9 && !(minus && value == 0)) return small(minus ? -value : value)
  if (whole && length == 9 && value < 1 << 29) return small(minus ? -value : value)
  const node = allocate(12)
  store<u32>(node, NUMBER)
  store<u32>(node, <u32>start, 4)
  store<u32>(node, <u32>(at - start), 8)
  return <u32>node
}

function skipDigits(): bool {
  const start = at
  while (at < end && <u32>load<u8>(at) - 48 < 10) at++
  return at > start
}

let stringStart: usize = 0
let stringLength: u32 = 0

/** Reads from an opening quote to behind the closing one; eight bytes at a time while nothing special stands in them. */
function scanString(): bool {
  let byte = at + 1
  stringStart = byte
  while (byte + 8 <= end) {
    const bytes = load<u64>(byte)
    const quotes = bytes ^ 0x2222222222222222
    const escapes = bytes ^ 0x5c5c5c5c5c5c5c5c
    // The high bit of each byte that is a quote, a backslash, a control character or not ASCII; the lowest is exact.
    const special =
      (((quotes - 0x0101010101010101) & ~quotes) |
        ((escapes - 0x0101010101010101) & ~escapes) |
        ((bytes - 0x2020202020202020) & ~bytes) |
        bytes) &
      0x8080808080808080
    if (special) {
      byte += <usize>(ctz(special) >> 3)
      break
    }
    byte += 8
  }
  return finishString(byte)
}

function finishString(byte: usize): bool {
  let to = byte
  while (byte < end) {
    const unit: u32 = load<u8>(byte)
    if (unit == 0x22) {
      stringLength = <u32>(to - stringStart)
      at = byte + 1
      return true
    }
    if (unit < 0x20) return false
    if (unit == 0x5c) {
      byte = unescape(byte + 1, to)
      if (byte == 0) return false
      to = escapedTo
      continue
    }
    const length = validSequence(byte, end)
    if (length == 0) return false
    if (to != byte) for (let i: u32 = 0; i < length; i++) store<u8>(to + i, load<u8>(byte + i))
    to += length
    byte += length
  }
  return false
}

let escapedTo: usize = 0

/** Undoes the escape whose letter stands at `byte`, at `to`; the address behind it, 0 where it is none. */
function unescape(byte: usize, to: usize): usize {
  if (byte >= end) return 0
  const letter: u32 = load<u8>(byte)
  if (letter == 0x75) return unescapeUnit(byte + 1, to)
  let meant: u32 = 0
  if (letter == 0x22 || letter == 0x5c || letter == 0x2f) meant = letter
  else if (letter == 0x6e) meant = 10
  else if (letter == 0x74) meant = 9
  else if (letter == 0x72) meant = 13
  else if (letter == 0x62) meant = 8
  else if (letter == 0x66) meant = 12
  else return 0
  store<u8>(to, <u8>meant)
  escapedTo = to + 1
  return byte + 1
}

/** `\uXXXX`, two of them for a code point beyond the first plane; half a pair is no text. */
function unescapeUnit(byte: usize, to: usize): usize {
  let codePoint = hexadecimal(byte)
  if (codePoint < 0) return 0
  byte += 4
  if (codePoint >= 0xd800 && codePoint < 0xe000) {
    if (codePoint >= 0xdc00 || byte + 6 > end || load<u16>(byte) != 0x755c) return 0
    const second = hexadecimal(byte + 2)
    if (second < 0xdc00 || second >= 0xe000) return 0
    codePoint = 0x10000 + ((codePoint - 0xd800) << 10) + (second - 0xdc00)
    byte += 6
  }
  escapedTo = encode(to, codePoint)
  return byte
}

function hexadecimal(byte: usize): i32 {
  if (byte + 4 > end) return -1
  let value = 0
  for (let i: usize = 0; i < 4; i++) {
    const unit = <u32>load<u8>(byte + i)
    const letter = (unit | 32) - 97
    if (unit - 48 < 10) value = (value << 4) | (unit - 48)
    else if (letter < 6) value = (value << 4) | (letter + 10)
    else return -1
  }
  return value
}

function parseString(): Value {
  return scanString() ? newString(stringStart, stringLength) : UNDEFINED
}

function parseArray(): Value {
  if (++depth > DEEPEST) return UNDEFINED
  const base = waiting
  at++
  skipSpace()
  if (peek() == 0x5d) at++
  else if (!parseElements(0x5d)) return UNDEFINED
  const array = arrayOf(base, <u32>((waiting - base) >> 2))
  waiting = base
  depth--
  return array
}

/** Elements and commas up to a closing byte, each left waiting. */
function parseElements(closing: u32): bool {
  while (true) {
    skipSpace()
    const value = parseValue()
    if (value == UNDEFINED) return false
    wait(value)
    skipSpace()
    const byte = peek()
    at++
    if (byte == closing) return true
    if (byte != 0x2c) return false
  }
}

function parseObject(): Value {
  if (++depth > DEEPEST) return UNDEFINED
  at++
  skipSpace()
  const object = shaped && !beyondJson ? parseShaped() : parseTable(newObject())
  depth--
  return object
}

function parseShaped(): Value {
  const base = waiting
  let shape = rootShape()
  if (peek() == 0x7d) at++
  else {
    while (true) {
      if (peek() != 0x22) return UNDEFINED
      const next = parseKey(shape)
      if (stringLength == FAILED) return UNDEFINED
      if (next == 0) return parseTable(tableOf(shape, base))
      shape = next
      if (!parseColon()) return UNDEFINED
      const value = peek() == 0x22 ? parseField(shape) : parseValue()
      if (value == UNDEFINED) return UNDEFINED
      wait(value)
      skipSpace()
      const byte = peek()
      at++
      if (byte == 0x7d) break
      if (byte != 0x2c) return UNDEFINED
      skipSpace()
    }
  }
  const size = waiting - base
  const object = allocate(4 + size)
  store<u32>(object, <u32>shape)
  memory.copy(object + 4, base, size)
  waiting = base
  return <u32>object
}

const FAILED: u32 = 0xffffffff

/**
 * The shape after the key that stands here; 0 where the object has to become a table, the key then being pending. A key
 * that is no text leaves FAILED as the length.
 */
function parseKey(shape: usize): usize {
  const guess = guessedNext(shape)
  if (guess) {
    const key = keyOf(guess)
    const length = lengthOf(key)
    if (at + length + 2 <= end && load<u8>(at + 1 + length) == 0x22 && sameBytes(at + 1, textOf(key), length)) {
      at += length + 2
      stringLength = length
      return guess
    }
  }
  if (!scanString()) {
    stringLength = FAILED
    return 0
  }
  const next = nextShape(shape, stringStart, stringLength, hashBytes(stringStart, stringLength))
  // An escape undone in place cannot be read twice: the key waits as a string instead.
  if (next == 0) pendingKey = newString(stringStart, stringLength)
  return next
}

let pendingKey: Value = UNDEFINED

/** A text field often holds what the last object's did; equal texts then are one node. */
function parseField(shape: usize): Value {
  if (!scanString()) return UNDEFINED
  const last = lastString(shape)
  if (last && lengthOf(last) == stringLength && sameBytes(textOf(last), stringStart, stringLength)) return last
  const value = newString(stringStart, stringLength)
  rememberString(shape, value)
  return value
}

function parseColon(): bool {
  skipSpace()
  if (peek() != 0x3a) return false
  at++
  skipSpace()
  return true
}

/** What a shaped object has so far, as a table. */
function tableOf(shape: usize, base: usize): Value {
  const table = newObject()
  const count = fieldCount(shape)
  const keys = allocate((<usize>(MOST_FIELDS + 1)) << 2)
  for (let each = shape; fieldCount(each) > 0; each = parentOf(each)) {
    store<u32>(keys + ((<usize>fieldCount(each)) << 2), keyOf(each))
  }
  for (let slot: u32 = 1; slot <= count; slot++) {
    tablePut(table, load<u32>(keys + ((<usize>slot) << 2)), load<u32>(base + ((<usize>(slot - 1)) << 2)))
  }
  waiting = base
  return table
}

/** The rest of an object, or of a set, from its next key on. */
function parseTable(table: Value): Value {
  let key = pendingKey
  pendingKey = UNDEFINED
  if (key == UNDEFINED && peek() == 0x7d) {
    at++
    return table
  }
  while (true) {
    if (key == UNDEFINED) {
      if (!beyondJson && peek() != 0x22) return UNDEFINED
      key = parseValue()
      if (key == UNDEFINED) return UNDEFINED
    }
    skipSpace()
    if (beyondJson && peek() != 0x3a) return parseSet(key)
    if (!parseColon()) return UNDEFINED
    const value = parseValue()
    if (value == UNDEFINED) return UNDEFINED
    tablePut(table, key, value)
    skipSpace()
    const byte = peek()
    at++
    if (byte == 0x7d) return table
    if (byte != 0x2c) return UNDEFINED
    skipSpace()
    key = UNDEFINED
  }
}

/** A set literal, of which the first member has been read. */
function parseSet(first: Value): Value {
  const set = newSet()
  const base = waiting
  wait(first)
  const byte = peek()
  at++
  if (byte != 0x7d && (byte != 0x2c || !parseElements(0x7d))) return UNDEFINED
  // Members that are equal count once, the first of them.
  for (let each = base; each < waiting; each += 4) setAdd(set, load<u32>(each))
  waiting = base
  return set
}

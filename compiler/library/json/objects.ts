/** Objects in JSON text, as shapes or as tables; and sets, which begin like them in the text of OPA's values. */
import { allocate } from '../memory'
import {
  fieldCount,
  guessedNext,
  guessNext,
  keyOf,
  lastString,
  nextShape,
  parentOf,
  rememberString,
  rootShape,
} from '../shapes'
import { newObject, newSet, setAdd, tablePut } from '../tables'
import { sameBytes } from '../texts'
import { lengthOf, newString, textOf, UNDEFINED, Value } from '../values'
import { dropWaiting, here, peek, skip, skipSpace, take, wait, waitingFrom } from './cursor'
import { parseElements, parseValue } from './parse'
import { hadEscapes, parseString, scannedLength, scannedText, scanString } from './strings'

const CLOSING: u32 = 0x7d
const COMMA: u32 = 0x2c
const COLON: u32 = 0x3a
const QUOTE: u32 = 0x22

/** From behind the opening brace on. */
export function parseShaped(): Value {
  const base = waitingFrom()
  let shape = rootShape()
  if (peek() == CLOSING) skip(1)
  else {
    while (true) {
      if (peek() != QUOTE) return UNDEFINED
      let next = followGuess(shape)
      if (next == 0) {
        if (!scanString()) return UNDEFINED
        next = nextShape(shape, scannedText(), scannedLength())
        if (next == 0) return parseMembers(tableOf(shape, base), newString(scannedText(), scannedLength()), false)
        // A guess is compared with bytes as they are written, so a key with escapes cannot be guessed.
        guessNext(shape, hadEscapes() ? 0 : next)
      }
      shape = next
      if (!parseColon()) return UNDEFINED
      const value = peek() == QUOTE ? parseField(shape) : parseValue()
      if (value == UNDEFINED) return UNDEFINED
      wait(value)
      skipSpace()
      const byte = take()
      if (byte == CLOSING) break
      if (byte != COMMA) return UNDEFINED
      skipSpace()
    }
  }
  const size = waitingFrom() - base
  const object = allocate(4 + size)
  store<u32>(object, <u32>shape)
  memory.copy(object + 4, base, size)
  dropWaiting(base)
  return <u32>object
}

/** The guessed shape if the key that stands here leads to it, and the reader behind that key; else 0. */
function followGuess(shape: usize): usize {
  const guess = guessedNext(shape)
  if (guess == 0) return 0
  const key = keyOf(guess)
  const length = lengthOf(key)
  const text = here() + 1
  // A text that ends before its key could is not equal: a NUL is behind it, and none in keys without escapes.
  if (!sameBytes(text, textOf(key), length) || load<u8>(text + length) != QUOTE) return 0
  skip(length + 2)
  return guess
}

/** A text field often holds what the last object's did; equal texts then are one node. */
function parseField(shape: usize): Value {
  if (!scanString()) return UNDEFINED
  const last = lastString(shape)
  if (last && lengthOf(last) == scannedLength() && sameBytes(textOf(last), scannedText(), scannedLength())) return last
  const value = newString(scannedText(), scannedLength())
  rememberString(shape, value)
  return value
}

function parseColon(): bool {
  skipSpace()
  if (take() != COLON) return false
  skipSpace()
  return true
}

/** What a shaped object has so far, as a table. */
function tableOf(shape: usize, base: usize): Value {
  const table = newObject()
  for (let each = shape; fieldCount(each) > 0; each = parentOf(each)) {
    tablePut(table, keyOf(each), load<u32>(base + ((<usize>(fieldCount(each) - 1)) << 2)))
  }
  dropWaiting(base)
  return table
}

/** From behind the opening brace on, with keys that are strings only or values of all sorts. */
export function parseTable(anyKeys: bool): Value {
  if (peek() == CLOSING) {
    skip(1)
    return newObject()
  }
  const key = parseKey(anyKeys)
  if (key == UNDEFINED) return UNDEFINED
  skipSpace()
  return anyKeys && peek() != COLON ? parseSet(key) : parseMembers(newObject(), key, anyKeys)
}

function parseKey(anyKeys: bool): Value {
  if (anyKeys) return parseValue()
  return peek() == QUOTE ? parseString() : UNDEFINED
}

/** The rest of an object from the colon behind its next key on. Of equal keys the last counts. */
function parseMembers(table: Value, firstKey: Value, anyKeys: bool): Value {
  let key = firstKey
  while (true) {
    if (!parseColon()) return UNDEFINED
    const value = parseValue()
    if (value == UNDEFINED) return UNDEFINED
    tablePut(table, key, value)
    skipSpace()
    const byte = take()
    if (byte == CLOSING) return table
    if (byte != COMMA) return UNDEFINED
    skipSpace()
    key = parseKey(anyKeys)
    if (key == UNDEFINED) return UNDEFINED
  }
}

/** The rest of a set of which the first member has been read. Of equal members the first counts. */
function parseSet(first: Value): Value {
  const set = newSet()
  const base = waitingFrom()
  wait(first)
  const byte = take()
  if (byte != CLOSING && (byte != COMMA || !parseElements(CLOSING))) return UNDEFINED
  for (let each = base; each < waitingFrom(); each += 4) setAdd(set, load<u32>(each))
  dropWaiting(base)
  return set
}

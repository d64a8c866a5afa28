/** Objects in JSON text, as shapes or as tables; and sets, which begin like them in the text of OPA's values. */
import { allocate, copyWords } from '../memory'
import {
  askedAfter,
  fieldCount,
  firstStep,
  guessedNext,
  guessNext,
  keyOf,
  lastString,
  nextStep,
  parentOf,
  rememberString,
  shapeAfter,
} from '../shapes'
import { newObject, newSet, setAdd, tablePut } from '../tables'
import { sameBytes } from '../texts'
import { lengthOf, newString, textOf, UNDEFINED, Value } from '../values'
import { sharedString } from './shared-texts'
import { Asked, askedOfField, EVERYTHING, NOTHING } from './asked'
import { dropWaiting, here, isSpaceHere, peek, skip, skipSpace, take, wait, waitingFrom, waitingSize } from './cursor'
import { parseElements, parseValue, skipHere } from './parse'
import { hadEscapes, parseString, scannedLength, scannedText, scanString } from './strings'

const CLOSING: u32 = 0x7d
const COMMA: u32 = 0x2c
const COLON: u32 = 0x3a
const QUOTE: u32 = 0x22
const QUOTE_COLON: u32 = 0x3a22

/** From behind the opening brace on. */
export function parseShaped(asked: Asked): Value {
  const base = waitingSize()
  let step = firstStep(asked)
  if (peek() == CLOSING) skip(1)
  else {
    while (true) {
      const guess = guessedNext(step)
      if (guess && stands(keyOf(guess))) {
        skip(<usize>lengthOf(keyOf(guess)) + 3)
        step = guess
      } else {
        if (peek() != QUOTE || !scanString()) return UNDEFINED
        const next = nextStep(step, scannedText(), scannedLength())
        if (next == 0) {
          const table = tableOf(shapeAfter(step), base)
          return parseMembers(table, newString(scannedText(), scannedLength()), false, asked)
        }
        // A guess is compared with bytes as they are written, so a key with escapes cannot be guessed.
        guessNext(step, hadEscapes() ? 0 : next)
        step = next
        if (!parseColon()) return UNDEFINED
      }
      if (isSpaceHere()) skipSpace()
      const inner = askedAfter(step)
      if (inner == NOTHING) {
        if (!skipHere()) return UNDEFINED
      } else {
        const value = peek() == QUOTE ? parseField(step) : parseValue(inner)
        if (value == UNDEFINED) return UNDEFINED
        wait(value)
      }
      if (isSpaceHere()) skipSpace()
      const byte = take()
      if (byte == CLOSING) break
      if (byte != COMMA) return UNDEFINED
      if (isSpaceHere()) skipSpace()
    }
  }
  const size = waitingSize() - base
  const object = allocate(4 + size)
  store<u32>(object, <u32>shapeAfter(step))
  copyWords(object + 4, waitingFrom(base), size)
  dropWaiting(base)
  return <u32>object
}

export function emptyShaped(): Value {
  const object = allocate(4)
  store<u32>(object, <u32>firstStep(EVERYTHING))
  return <u32>object
}

/**
 * Whether a key stands here, with its colon. A text that ends before the key could is not equal: a NUL is behind it, and
 * none in keys without escapes.
 */
function stands(key: Value): bool {
  const length = lengthOf(key)
  const text = here() + 1
  return peek() == QUOTE && load<u16>(text + length) == QUOTE_COLON && sameBytes(text, textOf(key), length)
}

/**
 * A text field often holds what the last object's did; equal texts then are one node. It is compared with bytes as they
 * are written, like a guessed key, so one with escapes is not remembered.
 */
function parseField(step: usize): Value {
  const last = lastString(step)
  if (last) {
    const text = here() + 1
    const length = lengthOf(last)
    if (load<u8>(text + length) == QUOTE && sameBytes(text, textOf(last), length)) {
      skip(length + 2)
      return last
    }
  }
  if (!scanString()) return UNDEFINED
  const value = sharedString(scannedText(), scannedLength())
  rememberString(step, hadEscapes() ? UNDEFINED : value)
  return value
}

function parseColon(): bool {
  skipSpace()
  return take() == COLON
}

/** What a shaped object has so far, as a table. */
function tableOf(shape: usize, base: usize): Value {
  const table = newObject()
  for (let each = shape; fieldCount(each) > 0; each = parentOf(each)) {
    tablePut(table, keyOf(each), load<u32>(waitingFrom(base) + ((<usize>(fieldCount(each) - 1)) << 2)))
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
  return anyKeys && peek() != COLON ? parseSet(key) : parseMembers(newObject(), key, anyKeys, EVERYTHING)
}

function parseKey(anyKeys: bool): Value {
  if (anyKeys) return parseValue(EVERYTHING)
  return peek() == QUOTE ? parseString() : UNDEFINED
}

/** The rest of an object from the colon behind its next key on. Of equal keys the last counts. */
function parseMembers(table: Value, firstKey: Value, anyKeys: bool, asked: Asked): Value {
  let key = firstKey
  while (true) {
    if (!parseColon()) return UNDEFINED
    skipSpace()
    const inner = anyKeys ? EVERYTHING : askedOfField(asked, textOf(key), lengthOf(key))
    if (inner == NOTHING) {
      if (!skipHere()) return UNDEFINED
    } else {
      const value = parseValue(inner)
      if (value == UNDEFINED) return UNDEFINED
      tablePut(table, key, value)
    }
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
  const base = waitingSize()
  wait(first)
  const byte = take()
  if (byte != CLOSING && (byte != COMMA || !parseElements(CLOSING, EVERYTHING))) return UNDEFINED
  for (let each = base; each < waitingSize(); each += 4) setAdd(set, load<u32>(waitingFrom(each)))
  dropWaiting(base)
  return set
}

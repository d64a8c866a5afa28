/**
 * JSON text → value (RFC 8259), without copies of strings. The same reader takes what OPA's value parser takes beside
 * it: set literals, `set()`, keys that are no strings. Elements of a collection wait in the scratch area until it ends
 * and are then moved out in one piece.
 */
import { arrayOf, newArray } from '../arrays'
import { newSet } from '../tables'
import { FALSE, NULL, TRUE, UNDEFINED, Value } from '../values'
import { Asked, askedOfElements, EVERYTHING, isBare, NOTHING, TOLD } from './asked'
import {
  closeText,
  dropWaiting,
  here,
  isSpaceHere,
  openText,
  peek,
  skip,
  skipSpace,
  take,
  wait,
  waitingFrom,
  waitingSize,
} from './cursor'
import { parseNumber } from './numbers'
import { emptyShaped, parseShaped, parseTable } from './objects'
import { DEEPEST, skipValue } from './skip'
import { parseString } from './strings'
import { newTold } from './told'

let depth: u32 = 0
let shaped: bool = false
let beyondJson: bool = false

/**
 * JSON with shaped objects, which cannot be changed: an input, as far as it is asked for. 0 where the text is not JSON,
 * down to its last byte.
 */
export function parseInput(text: usize, length: u32, asked: Asked): Value {
  return parseText(text, length, true, false, asked)
}
/** JSON with objects in tables, which the host may change: data, and what policies read. */
export function parseJson(text: usize, length: u32): Value {
  return parseText(text, length, false, false, EVERYTHING)
}
/** The text of OPA's values. */
export function parseTerm(text: usize, length: u32): Value {
  return parseText(text, length, false, true, EVERYTHING)
}

function parseText(text: usize, length: u32, withShapes: bool, values: bool, asked: Asked): Value {
  depth = 0
  shaped = withShapes
  beyondJson = values
  openText(text, length)
  skipSpace()
  const value = parseValue(asked)
  skipSpace()
  return closeText() ? value : UNDEFINED
}

export function parseValue(asked: Asked): Value {
  const byte = peek()
  if (byte == 0x22) return parseString()
  if (byte == 0x7b) return parseBraces(asked)
  if (byte == 0x5b) return parseArray(asked)
  if (byte == 0x74) return parseWord(0x65757274, 4, TRUE)
  if (byte == 0x66) return load<u8>(here(), 4) == 0x65 ? parseWord(0x736c6166, 5, FALSE) : UNDEFINED
  if (byte == 0x6e) return parseWord(0x6c6c756e, 4, NULL)
  if (byte == 0x73 && beyondJson) return parseEmptySet()
  return parseNumber()
}

/** `true`, `null`, and `false` but for its `e`: four bytes compared at once. */
function parseWord(bytes: u32, length: u32, value: Value): Value {
  if (load<u32>(here()) != bytes) return UNDEFINED
  skip(length)
  return value
}

/** `set()`. */
function parseEmptySet(): Value {
  if (load<u32>(here()) != 0x28746573 || load<u8>(here(), 4) != 0x29) return UNDEFINED
  skip(5)
  return newSet()
}

function parseArray(asked: Asked): Value {
  const inner = askedOfElements(asked)
  if (inner == NOTHING) return skipHere() ? newArray(0) : UNDEFINED
  if (++depth > DEEPEST) return UNDEFINED
  const base = waitingSize()
  skip(1)
  skipSpace()
  if (peek() == 0x5d) skip(1)
  else if (!parseElements(0x5d, inner)) return UNDEFINED
  const array = arrayOf(waitingFrom(base), <u32>((waitingSize() - base) >> 2))
  dropWaiting(base)
  depth--
  return array
}

/** Elements and commas up to a closing byte, each left waiting. */
export function parseElements(closing: u32, asked: Asked): bool {
  while (true) {
    if (isSpaceHere()) skipSpace()
    const value = parseValue(asked)
    if (value == UNDEFINED) return false
    wait(value)
    if (isSpaceHere()) skipSpace()
    const byte = take()
    if (byte == closing) return true
    if (byte != 0x2c) return false
  }
}

function parseBraces(asked: Asked): Value {
  const start = here()
  if (asked == TOLD) return skipHere() ? newTold(start, <u32>(here() - start)) : UNDEFINED
  if (isBare(asked)) return skipHere() ? emptyShaped() : UNDEFINED
  if (++depth > DEEPEST) return UNDEFINED
  skip(1)
  if (isSpaceHere()) skipSpace()
  const value = shaped ? parseShaped(asked) : parseTable(beyondJson)
  depth--
  return value
}

/** Moves behind the value at hand; whether it is one. */
export function skipHere(): bool {
  return skipValue(depth)
}

/** An object that stands in an input and was checked to be one. */
export function parseTold(text: usize, length: u32): Value {
  return parseText(text, length, true, false, EVERYTHING)
}

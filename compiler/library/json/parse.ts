/**
 * JSON text → value (RFC 8259), without copies of strings. The same reader takes what OPA's value parser takes beside
 * it: set literals, `set()`, keys that are no strings. Elements of a collection wait in the scratch area until it ends
 * and are then moved out in one piece.
 */
import { arrayOf } from '../arrays'
import { newSet } from '../tables'
import { FALSE, NULL, TRUE, UNDEFINED, Value } from '../values'
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
} from './cursor'
import { parseNumber } from './numbers'
import { parseShaped, parseTable } from './objects'
import { parseString } from './strings'

/** Collections in collections, at most: what is deeper is refused before it could exhaust the stack. */
const DEEPEST: u32 = 1000

let depth: u32 = 0
let shaped: bool = false
let beyondJson: bool = false

/** JSON with shaped objects, which cannot be changed: an input. 0 where the text is not JSON, down to its last byte. */
export function parseInput(text: usize, length: u32): Value {
  return parseText(text, length, true, false)
}
/** JSON with objects in tables, which the host may change: data, and what policies read. */
export function parseJson(text: usize, length: u32): Value {
  return parseText(text, length, false, false)
}
/** The text of OPA's values. */
export function parseTerm(text: usize, length: u32): Value {
  return parseText(text, length, false, true)
}

function parseText(text: usize, length: u32, withShapes: bool, values: bool): Value {
  depth = 0
  shaped = withShapes
  beyondJson = values
  openText(text, length)
  skipSpace()
  const value = parseValue()
  skipSpace()
  return closeText() ? value : UNDEFINED
}

export function parseValue(): Value {
  const byte = peek()
  if (byte == 0x22) return parseString()
  if (byte == 0x7b) return parseBraces()
  if (byte == 0x5b) return parseArray()
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

function parseArray(): Value {
  if (++depth > DEEPEST) return UNDEFINED
  const base = waitingFrom()
  skip(1)
  skipSpace()
  if (peek() == 0x5d) skip(1)
  else if (!parseElements(0x5d)) return UNDEFINED
  const array = arrayOf(base, <u32>((waitingFrom() - base) >> 2))
  dropWaiting(base)
  depth--
  return array
}

/** Elements and commas up to a closing byte, each left waiting. */
export function parseElements(closing: u32): bool {
  while (true) {
    if (isSpaceHere()) skipSpace()
    const value = parseValue()
    if (value == UNDEFINED) return false
    wait(value)
    if (isSpaceHere()) skipSpace()
    const byte = take()
    if (byte == closing) return true
    if (byte != 0x2c) return false
  }
}

function parseBraces(): Value {
  if (++depth > DEEPEST) return UNDEFINED
  skip(1)
  if (isSpaceHere()) skipSpace()
  const value = shaped ? parseShaped() : parseTable(beyondJson)
  depth--
  return value
}

/**
 * Values are words of 32 bits. Must match `words` in `compiler/wasm/config-block.ts`.
 *
 *     0                  undefined
 *     n n … n n n 0 1    integer of 30 bits
 *     a a … a a a 1 0    string: address of a node { text, length in bytes }, the text being UTF-8
 *     0 0 … c c c 1 1    constant: null 3, false 7, true 11; 15 stands for "known to be undefined" in memory of calls
 *     a a … a a a 0 0    address of a node that begins with its kind:
 *
 *     array     | 1 | count | capacity | items  | … words
 *     number    | 2 | text  | length   |           any number that is no small integer, as it is written
 *     set       | 3 | table of compiler/library/tables.ts
 *     object    | 4 | table of compiler/library/tables.ts
 *     told      | 5, later 6 | …               an object that is read when it is looked at (compiler/library/json/told.ts)
 *     shaped    | address of its shape | … a word a field       (compiler/library/shapes.ts)
 */
import { allocate } from './memory'

export type Value = u32

export const UNDEFINED: Value = 0
export const NULL: Value = 3
export const FALSE: Value = 7
export const TRUE: Value = 11
export const KNOWN_UNDEFINED: Value = 15

export const ARRAY: u32 = 1
export const NUMBER: u32 = 2
export const SET: u32 = 3
export const OBJECT: u32 = 4
export const TOLD_OBJECT: u32 = 5
export const OPENED: u32 = 6
/** First words above this are addresses of shapes. */
const LAST_KIND: u32 = 63

/** The types in OPA's order. */
export const TYPE_NULL: u32 = 1
export const TYPE_BOOLEAN: u32 = 2
export const TYPE_NUMBER: u32 = 3
export const TYPE_STRING: u32 = 4
export const TYPE_ARRAY: u32 = 5
export const TYPE_OBJECT: u32 = 6
export const TYPE_SET: u32 = 7

export function isSmall(value: Value): bool {
  return (value & 3) == 1
}
export function isString(value: Value): bool {
  return (value & 3) == 2
}
export function isNode(value: Value): bool {
  return value != 0 && (value & 3) == 0
}
export function small(value: i32): Value {
  return <u32>(value << 2) | 1
}
export function smallOf(value: Value): i32 {
  return <i32>value >> 2
}
export function boolean(value: bool): Value {
  return value ? TRUE : FALSE
}
export function kindOf(node: Value): u32 {
  return load<u32>(node)
}
export function isKind(value: Value, kind: u32): bool {
  return isNode(value) && load<u32>(value) == kind
}
export function isShaped(value: Value): bool {
  return isNode(value) && load<u32>(value) > LAST_KIND
}

export function textOf(string: Value): usize {
  return load<u32>(string & ~3)
}
export function lengthOf(string: Value): u32 {
  return load<u32>(string & ~3, 4)
}

export function newString(text: usize, length: u32): Value {
  const node = allocate(8)
  store<u32>(node, <u32>text)
  store<u32>(node, length, 4)
  return <u32>node | 2
}

/** A number by its text, which is a JSON number. */
export function newNumber(text: usize, length: u32): Value {
  const node = allocate(12)
  store<u32>(node, NUMBER)
  store<u32>(node, <u32>text, 4)
  store<u32>(node, length, 8)
  return <u32>node
}

/** A string with bytes of its own, copied. */
export function copyString(text: usize, length: u32): Value {
  const bytes = allocate(length)
  memory.copy(bytes, text, length)
  return newString(bytes, length)
}

export function typeOf(value: Value): u32 {
  const tag = value & 3
  if (tag == 1) return TYPE_NUMBER
  if (tag == 2) return TYPE_STRING
  if (tag == 3) return value == NULL ? TYPE_NULL : TYPE_BOOLEAN
  if (value == 0) return 0
  const kind = load<u32>(value)
  if (kind == ARRAY) return TYPE_ARRAY
  if (kind == NUMBER) return TYPE_NUMBER
  return kind == SET ? TYPE_SET : TYPE_OBJECT
}

/**
 * Shaped objects: those of an input, which mostly have the same few sets of keys. A shape is a key after the keys of its
 * parent; an object is the word of its shape and a word a field. The next key is guessed from the last object that had
 * this shape, so that parsing compares a key once with the bytes it expects.
 *
 *     shape    | parent | count | key | hash | guessed next | last string | keys sorted |
 *     object   | shape | field 1 | … | field count |
 *
 * Transitions are found in one table of open addressing. When an input has used up its shapes, or they crowd together, or
 * an object is too wide or has a key twice, it becomes a table: hostile keys cost no more than others.
 */
import { allocate } from './memory'
import { sameBytes } from './texts'
import { lengthOf, newString, textOf, UNDEFINED, Value } from './values'

const SHAPE_SIZE: usize = 32
const MOST_SHAPES: u32 = 2048
const SLOTS: u32 = 4096
const MOST_PROBES: u32 = 32
const MOST_FIELDS: u32 = 64

let root: usize = 0
let transitions: usize = 0
let made: u32 = 0

/** Forgets all shapes; the first object of an input makes the table. */
export function forgetShapes(): void {
  root = 0
}

export function rootShape(): usize {
  if (root) return root
  transitions = allocate((<usize>SLOTS) << 2)
  memory.fill(transitions, 0, (<usize>SLOTS) << 2)
  made = 0
  known = allocate(12 * KNOWN)
  memory.fill(known, 0, 12 * KNOWN)
  root = makeShape(0, 0, 0)
  return root
}

function makeShape(parent: usize, key: Value, hash: u32): usize {
  const shape = allocate(SHAPE_SIZE)
  memory.fill(shape, 0, SHAPE_SIZE)
  store<u32>(shape, <u32>parent)
  store<u32>(shape, parent ? fieldCount(parent) + 1 : 0, 4)
  store<u32>(shape, key, 8)
  store<u32>(shape, hash, 12)
  made++
  return shape
}

export function parentOf(shape: usize): usize {
  return load<u32>(shape)
}
export function fieldCount(shape: usize): u32 {
  return load<u32>(shape, 4)
}
export function keyOf(shape: usize): Value {
  return load<u32>(shape, 8)
}
export function guessedNext(shape: usize): usize {
  return load<u32>(shape, 16)
}
/** What to expect after this shape; 0 where nothing can be expected. */
export function guessNext(shape: usize, next: usize): void {
  store<u32>(shape, <u32>next, 16)
}
export function lastString(shape: usize): Value {
  return load<u32>(shape, 20)
}
export function rememberString(shape: usize, value: Value): void {
  store<u32>(shape, value, 20)
}

/** The shape with one more key; 0 where there may be none and the object has to become a table. */
export function nextShape(shape: usize, text: usize, length: u32): usize {
  const hash = hashKey(text, length)
  let slot = (hash ^ ((<u32>shape >> 3) * 0x9e3779b1)) & (SLOTS - 1)
  for (let probes: u32 = 0; ; probes++) {
    const found: usize = load<u32>(transitions + ((<usize>slot) << 2))
    if (found == 0) break
    if (parentOf(found) == shape && load<u32>(found, 12) == hash && isKey(found, text, length)) return found
    if (probes == MOST_PROBES) return 0
    slot = (slot + 1) & (SLOTS - 1)
  }
  if (made >= MOST_SHAPES || fieldCount(shape) >= MOST_FIELDS || slotOf(shape, text, length) != 0) return 0
  const next = makeShape(shape, newString(text, length), hash)
  store<u32>(transitions + ((<usize>slot) << 2), <u32>next)
  return next
}

/** Of a key's ends and its length. Keys may be made to collide: then shapes crowd together, and tables come of objects. */
function hashKey(text: usize, length: u32): u32 {
  const wide = length >= 4
  const start: u32 = wide ? load<u32>(text) : length ? load<u8>(text) : 0
  const end: u32 = wide ? load<u32>(text + length - 4) : length ? load<u8>(text + length - 1) : 0
  const mixed = (start * 0x9e3779b1) ^ rotl(end * 0x85ebca77, 13) ^ (length * 0xc2b2ae3d)
  return mixed ^ (mixed >> 15)
}

function isKey(shape: usize, text: usize, length: u32): bool {
  const key = keyOf(shape)
  return lengthOf(key) == length && sameBytes(textOf(key), text, length)
}

/** The field, from 1, of a key; 0 where the shape has no such key. */
export function slotOf(shape: usize, text: usize, length: u32): u32 {
  while (fieldCount(shape) > 0) {
    if (isKey(shape, text, length)) return fieldCount(shape)
    shape = parentOf(shape)
  }
  return 0
}

/** What was found out about shapes and static keys: { shape, key, slot }, one for each of the lowest bits of both. */
const KNOWN: u32 = 1024
let known: usize = 0

/** Like `slotOf`, for a key that stands at one address always. */
export function knownSlot(shape: usize, key: Value): u32 {
  const entry = known + <usize>(((<u32>shape >> 3) * 7 + (key >> 3)) & (KNOWN - 1)) * 12
  if (load<u32>(entry) == <u32>shape && load<u32>(entry, 4) == key) return load<u32>(entry, 8)
  const slot = slotOf(shape, textOf(key), lengthOf(key))
  store<u32>(entry, <u32>shape)
  store<u32>(entry, key, 4)
  store<u32>(entry, slot, 8)
  return slot
}

export function shapeOf(object: Value): usize {
  return load<u32>(object)
}
export function fieldAt(object: Value, slot: u32): Value {
  return load<u32>(<usize>object + ((<usize>slot) << 2))
}

export function shapedGet(object: Value, key: Value): Value {
  const slot = slotOf(shapeOf(object), textOf(key), lengthOf(key))
  return slot ? fieldAt(object, slot) : UNDEFINED
}

/** The fields by key: the address of `count` pairs { key, slot }, worked out once a shape. */
export function sortedFields(shape: usize): usize {
  const known: usize = load<u32>(shape, 24)
  if (known) return known
  const count = fieldCount(shape)
  const pairs = allocate(((<usize>count) << 3) + 8)
  store<u32>(shape, <u32>pairs, 24)
  let filled: u32 = 0
  for (let each = shape; fieldCount(each) > 0; each = parentOf(each)) {
    // Insertion from behind: shapes have few fields.
    let at = filled++
    while (at > 0 && comesBefore(keyOf(each), load<u32>(pairs + ((<usize>(at - 1)) << 3)))) {
      store<u64>(pairs + ((<usize>at) << 3), load<u64>(pairs + ((<usize>(at - 1)) << 3)))
      at--
    }
    store<u32>(pairs + ((<usize>at) << 3), keyOf(each))
    store<u32>(pairs + ((<usize>at) << 3), fieldCount(each), 4)
  }
  return pairs
}

function comesBefore(a: Value, b: Value): bool {
  const shared = min(lengthOf(a), lengthOf(b))
  for (let i: u32 = 0; i < shared; i++) {
    const x = load<u8>(textOf(a) + i)
    const y = load<u8>(textOf(b) + i)
    if (x != y) return x < y
  }
  return lengthOf(a) < lengthOf(b)
}

/**
 * Shaped objects: those of an input, which mostly have the same few sets of keys, and those that a policy makes of keys
 * that it knows. A shape is a key after the keys of its parent; an object is the word of its shape and a word a field.
 *
 *     step     | parent | count | key | hash | guessed next | last string | keys sorted | shape | asked of object, of field |
 *     object   | shape | field 1 | … | field count |
 *
 * Shapes of a policy stand in its static data, as far as up to "keys sorted"; nothing is read by them.
 *
 * Keys that are passed over make no difference to an object, but they do to what comes next. So a reader goes from step
 * to step, a key each, and each step knows the shape of what has been read until then. A step behind nothing but keys
 * that are read is that shape itself:
 *
 *     { a, b, c } of which b is passed over        step a ──▶ step b ──▶ step c
 *                                                  = shape a ◀┘          └──▶ shape a, c = step c behind step a
 *
 * The next key is guessed from the last object that came to this step, so that it is compared once with the bytes that
 * are expected. Steps are found in one table of open addressing. When an input has used them up, or they crowd together,
 * or an object is too wide or has a key twice, it becomes a table: hostile keys cost no more than others.
 */
import { Asked, askedOfField, EVERYTHING, NOTHING, setShapeOfNode, shapeOfNode, TOLD } from './json/asked'
import { allocate } from './memory'
import { sameBytes } from './texts'
import { lengthOf, newString, textOf, UNDEFINED, Value } from './values'

const STEP_SIZE: usize = 40
const MOST_STEPS: u32 = 2048
const SLOTS: u32 = 4096
const MOST_PROBES: u32 = 32
const MOST_FIELDS: u32 = 64

let root: usize = 0
let turn: u32 = 0
let transitions: usize = 0
let made: u32 = 0

/** Forgets all shapes; the first object of an input makes the table. */
export function forgetShapes(): void {
  root = 0
  turn++
}

/** Where the reader of an object stands before its first key. */
export function firstStep(asked: Asked): usize {
  if (root == 0) begin()
  if (asked <= TOLD) return root
  const known = shapeOfNode(asked, turn)
  if (known) return known
  const first = makeStep(0, 0, 0, asked, EVERYTHING)
  setShapeOfNode(asked, turn, first)
  return first
}

function begin(): void {
  transitions = allocate((<usize>SLOTS) << 2)
  memory.fill(transitions, 0, (<usize>SLOTS) << 2)
  made = 0
  known = allocate(12 * KNOWN)
  memory.fill(known, 0, 12 * KNOWN)
  root = makeStep(0, 0, 0, EVERYTHING, EVERYTHING)
}

/** A step that is a shape. */
function makeStep(parent: usize, key: Value, hash: u32, ofObject: Asked, ofField: Asked): usize {
  const step = allocate(STEP_SIZE)
  memory.fill(step, 0, STEP_SIZE)
  store<u32>(step, <u32>parent)
  store<u32>(step, parent ? fieldCount(parent) + 1 : 0, 4)
  store<u32>(step, key, 8)
  store<u32>(step, hash, 12)
  store<u32>(step, <u32>step, 28)
  store<u32>(step, ofObject, 32)
  store<u32>(step, ofField, 36)
  made++
  return step
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
export function guessedNext(step: usize): usize {
  return load<u32>(step, 16)
}
/** What to expect after this step; 0 where nothing can be expected. */
export function guessNext(step: usize, next: usize): void {
  store<u32>(step, <u32>next, 16)
}
export function lastString(step: usize): Value {
  return load<u32>(step, 20)
}
export function rememberString(step: usize, value: Value): void {
  store<u32>(step, value, 20)
}

/** The shape of an object that has been read so far. */
export function shapeAfter(step: usize): usize {
  return load<u32>(step, 28)
}
/** What is asked of the value behind the key. */
export function askedAfter(step: usize): Asked {
  return load<u32>(step, 36)
}

/** The step with one more key; 0 where there may be none and the object has to become a table. */
export function nextStep(step: usize, text: usize, length: u32): usize {
  const hash = hashKey(text, length)
  let slot = (hash ^ ((<u32>step >> 3) * 0x9e3779b1)) & (SLOTS - 1)
  for (let probes: u32 = 0; ; probes++) {
    const found: usize = load<u32>(transitions + ((<usize>slot) << 2))
    if (found == 0) break
    if (parentOf(found) == step && load<u32>(found, 12) == hash && isKey(found, text, length)) return found
    if (probes == MOST_PROBES) return 0
    slot = (slot + 1) & (SLOTS - 1)
  }
  if (made >= MOST_STEPS) return 0
  const ofObject: Asked = load<u32>(step, 32)
  const ofField = askedOfField(ofObject, text, length)
  const before = shapeAfter(step)
  let shape = before
  if (ofField != NOTHING) {
    if (fieldCount(before) >= MOST_FIELDS || slotOf(before, text, length) != 0) return 0
    if (before != step) {
      shape = nextStep(before, text, length)
      if (shape == 0) return 0
      // That has made a step, perhaps where this one was to stand.
      while (load<u32>(transitions + ((<usize>slot) << 2))) slot = (slot + 1) & (SLOTS - 1)
    }
  }
  const next = makeStep(step, newString(text, length), hash, ofObject, ofField)
  if (ofField == NOTHING || before != step) store<u32>(next, <u32>shape, 28)
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

function isKey(step: usize, text: usize, length: u32): bool {
  const key = keyOf(step)
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
  if (root == 0) begin()
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

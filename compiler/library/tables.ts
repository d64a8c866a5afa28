/**
 * Tables: what sets are, and objects that are built or have keys of all sorts. Entries stand in the order they came in;
 * beyond eight, an index of hashed keys finds them. When somebody looks at the order that OPA shows, they are brought into
 * it where they stand; the index, which then points to where they stood, is filled anew when it is asked.
 *
 *     | kind | count | capacity | entries | index | salt | order |
 *                                 | key | value | key | value | …              a set's value is its key
 *                                           | entry + 1 or 0 | …               open addressing, twice the capacity
 */

import { compare, equal } from './compare'
import { hash } from './hash'
import { allocate, heapPointer, release } from './memory'
import { isKind, OBJECT, SET, UNDEFINED, Value } from './values'

const FEW: u32 = 8
/** Where nobody has chosen the keys, a half empty index of a million needs fewer. */
const MOST_PROBES: u32 = 128
const MOST_SALTS: u32 = 4

/** In what order entries stand: as they came in, by key, or by key while the index still points to where they stood. */
const AS_THEY_CAME: u32 = 0
const BY_KEY: u32 = 1
const MOVED: u32 = 2

function newTable(kind: u32): Value {
  const node = allocate(32)
  memory.fill(node, 0, 32)
  store<u32>(node, kind)
  return <u32>node
}

export function newObject(): Value {
  return newTable(OBJECT)
}
export function newSet(): Value {
  return newTable(SET)
}
export function isTable(value: Value): bool {
  return isKind(value, OBJECT) || isKind(value, SET)
}
export function tableCount(table: Value): u32 {
  return load<u32>(table, 4)
}
export function keyAt(table: Value, entry: u32): Value {
  return load<u32>(<usize>load<u32>(table, 12) + ((<usize>entry) << 3))
}
export function valueAt(table: Value, entry: u32): Value {
  return load<u32>(<usize>load<u32>(table, 12) + ((<usize>entry) << 3), 4)
}

/** The entry of a key, or -1. */
export function findEntry(table: Value, key: Value): i32 {
  const count = tableCount(table)
  const index: usize = load<u32>(table, 16)
  if (index == 0) {
    for (let entry: u32 = 0; entry < count; entry++) if (equal(keyAt(table, entry), key)) return entry
    return -1
  }
  if (load<u32>(table, 24) == MOVED) {
    if (!fillIndex(table)) reindex(table)
    store<u32>(table, BY_KEY, 24)
  }
  const mask = (load<u32>(table, 8) << 1) - 1
  let slot = hash(key, load<u32>(table, 20)) & mask
  while (true) {
    const entry = load<u32>(index + ((<usize>slot) << 2))
    if (entry == 0) return -1
    if (equal(keyAt(table, entry - 1), key)) return entry - 1
    slot = (slot + 1) & mask
  }
}

export function tableGet(table: Value, key: Value): Value {
  const entry = findEntry(table, key)
  return entry < 0 ? UNDEFINED : valueAt(table, entry)
}

/** A key that is there keeps its place and gets the new value. */
export function tablePut(table: Value, key: Value, value: Value): void {
  const known = findEntry(table, key)
  if (known >= 0) {
    store<u32>(<usize>load<u32>(table, 12) + ((<usize>known) << 3), value, 4)
    return
  }
  tableAppend(table, key, value)
}

/** Of equal members a set keeps the first. */
export function setAdd(set: Value, member: Value): void {
  if (findEntry(set, member) < 0) tableAppend(set, member, member)
}

/** Adds a key that is not there. */
export function tableAppend(table: Value, key: Value, value: Value): void {
  const count = tableCount(table)
  if (count == load<u32>(table, 8)) widen(table, count)
  const entry = <usize>load<u32>(table, 12) + ((<usize>count) << 3)
  store<u32>(entry, key)
  store<u32>(entry, value, 4)
  store<u32>(table, count + 1, 4)
  store<u32>(table, AS_THEY_CAME, 24)
  if (load<u32>(table, 16) && indexEntry(table, count) > MOST_PROBES) reindex(table)
}

function widen(table: Value, count: u32): void {
  const capacity: u32 = count == 0 ? 4 : count << 1
  const entries = allocate((<usize>capacity) << 3)
  memory.copy(entries, load<u32>(table, 12), (<usize>count) << 3)
  store<u32>(table, capacity, 8)
  store<u32>(table, <u32>entries, 12)
  if (capacity <= FEW) return
  store<u32>(table, <u32>allocate((<usize>capacity) << 3), 16)
  if (!fillIndex(table)) reindex(table)
}

/** Whether no entry is far from where it should be. */
function fillIndex(table: Value): bool {
  memory.fill(load<u32>(table, 16), 0, (<usize>load<u32>(table, 8)) << 3)
  const count = tableCount(table)
  let most: u32 = 0
  for (let entry: u32 = 0; entry < count; entry++) {
    most = max(most, indexEntry(table, entry))
    if (most > MOST_PROBES && load<u32>(table, 20) < MOST_SALTS) return false
  }
  return true
}

/** Entries crowd together: another salt parts them. */
function reindex(table: Value): void {
  while (load<u32>(table, 20) < MOST_SALTS) {
    store<u32>(table, load<u32>(table, 20) + 1, 20)
    if (fillIndex(table)) return
  }
}

/** How many slots were taken before one was free. */
function indexEntry(table: Value, entry: u32): u32 {
  const index: usize = load<u32>(table, 16)
  const mask = (load<u32>(table, 8) << 1) - 1
  let slot = hash(keyAt(table, entry), load<u32>(table, 20)) & mask
  let probes: u32 = 0
  while (load<u32>(index + ((<usize>slot) << 2))) {
    slot = (slot + 1) & mask
    probes++
  }
  store<u32>(index + ((<usize>slot) << 2), entry + 1)
  return probes
}

/** Drops a key; the entries behind it move up. */
export function tableRemove(table: Value, key: Value): void {
  const entry = findEntry(table, key)
  if (entry < 0) return
  const count = tableCount(table)
  const at = <usize>load<u32>(table, 12) + ((<usize>entry) << 3)
  memory.copy(at, at + 8, (<usize>(count - entry - 1)) << 3)
  store<u32>(table, count - 1, 4)
  if (load<u32>(table, 16) && !fillIndex(table)) reindex(table)
}

/** Brings the entries into the order of their keys. */
export function sortEntries(table: Value): void {
  if (load<u32>(table, 24) != AS_THEY_CAME) return
  const count = tableCount(table)
  if (count > 1) mergeEntries(load<u32>(table, 12), count)
  store<u32>(table, count > 1 && load<u32>(table, 16) ? MOVED : BY_KEY, 24)
}

/** Merge sort, because it takes no longer on an input made to be slow. */
function mergeEntries(entries: usize, count: u32): void {
  const spare = allocate((<usize>count) << 3)
  const behind = heapPointer()
  for (let width: u32 = 1; width < count; width <<= 1) {
    for (let start: u32 = 0; start < count; start += width << 1) {
      const middle = min(start + width, count)
      const end = min(start + (width << 1), count)
      let a = start
      let b = middle
      for (let to = start; to < end; to++) {
        const takeFirst = a < middle && (b >= end || compare(keyOf(entries, a), keyOf(entries, b)) <= 0)
        store<u64>(spare + ((<usize>to) << 3), load<u64>(entries + ((<usize>(takeFirst ? a++ : b++)) << 3)))
      }
    }
    memory.copy(entries, spare, (<usize>count) << 3)
  }
  // Unless comparing has made something that stays.
  if (heapPointer() == behind) release(spare)
}

function keyOf(entries: usize, entry: u32): Value {
  return load<u32>(entries + ((<usize>entry) << 3))
}

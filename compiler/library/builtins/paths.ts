/**
 * Parts of a document by paths: `json.filter` and `json.remove`. A path is an array of keys, or a text of keys with
 * slashes between (RFC 6901: `~1` a slash, `~0` a tilde). All paths become one tree, in which null is the end of a path:
 *
 *     ["a/b", "c"]   →   { "a": { "b": null }, "c": null }
 */
import { arrayAppend, arrayCount, arrayItem, isArray, newArray } from '../arrays'
import { eachCount, eachKey, eachValue, scan_count, scan_value, value_get } from '../collections'
import { dumped, JSON_TEXT } from '../json/dump'
import { newObject, newSet, setAdd, tablePut } from '../tables'
import {
  copyString,
  isKind,
  isString,
  lengthOf,
  NULL,
  SET,
  small,
  TYPE_ARRAY,
  TYPE_OBJECT,
  textOf,
  typeOf,
  UNDEFINED,
  Value,
} from '../values'
import { builtin_replace } from './replace'
import { builtin_split } from './strings'

// "/~1~0~"
const marks = memory.data<u8>([0x2f, 0x7e, 0x31, 0x7e, 0x30, 0x7e])

export function builtin_json_filter(object: Value, paths: Value): Value {
  const tree = typeOf(object) == TYPE_OBJECT ? treeOf(paths) : UNDEFINED
  return tree == UNDEFINED ? UNDEFINED : kept(object, tree)
}

export function builtin_json_remove(object: Value, paths: Value): Value {
  const tree = typeOf(object) == TYPE_OBJECT ? treeOf(paths) : UNDEFINED
  return tree == UNDEFINED ? UNDEFINED : reduced(object, tree)
}

function treeOf(paths: Value): Value {
  if (!isArray(paths) && !isKind(paths, SET)) return UNDEFINED
  const tree = newObject()
  for (let i: u32 = 0; i < scan_count(paths); i++) {
    const path = keysOf(scan_value(paths, i))
    if (path == UNDEFINED) return UNDEFINED
    if (arrayCount(path) > 0) plant(tree, path)
  }
  return tree
}

/** A path that goes beyond the end of another adds nothing. */
function plant(tree: Value, path: Value): void {
  let node = tree
  const last = arrayCount(path) - 1
  for (let i: u32 = 0; i < last; i++) {
    let inner = value_get(node, arrayItem(path, i))
    if (inner == NULL) return
    if (inner == UNDEFINED) {
      inner = newObject()
      tablePut(node, arrayItem(path, i), inner)
    }
    node = inner
  }
  tablePut(node, arrayItem(path, last), NULL)
}

function keysOf(path: Value): Value {
  if (isArray(path)) return path
  if (!isString(path)) return UNDEFINED
  let text = textOf(path)
  let length = lengthOf(path)
  while (length > 0 && load<u8>(text) == 0x2f) {
    text++
    length--
  }
  const slash = copyString(marks, 1)
  const parts = builtin_split(copyString(text, length), slash)
  const keys = newArray(arrayCount(parts))
  for (let i: u32 = 0; i < arrayCount(parts); i++) {
    const part = builtin_replace(arrayItem(parts, i), copyString(marks + 1, 2), slash)
    arrayAppend(keys, builtin_replace(part, copyString(marks + 3, 2), copyString(marks + 5, 1)))
  }
  return keys
}

/** Where an element of a collection stands in a tree: arrays have the text of an index as keys. */
function branchOf(tree: Value, collection: Value, index: u32): Value {
  return value_get(tree, isArray(collection) ? dumped(small(index), JSON_TEXT) : eachKey(collection, index))
}

function kept(value: Value, tree: Value): Value {
  if (tree == NULL || typeOf(value) < TYPE_ARRAY) return value
  const rest = emptyLike(value)
  for (let i: u32 = 0; i < eachCount(value); i++) {
    const branch = branchOf(tree, value, i)
    if (branch != UNDEFINED) add(rest, eachKey(value, i), kept(eachValue(value, i), branch))
  }
  return rest
}

function reduced(value: Value, tree: Value): Value {
  if (typeOf(value) < TYPE_ARRAY) return value
  const rest = emptyLike(value)
  for (let i: u32 = 0; i < eachCount(value); i++) {
    const branch = branchOf(tree, value, i)
    if (branch == NULL) continue
    const element = eachValue(value, i)
    add(rest, eachKey(value, i), branch == UNDEFINED ? element : reduced(element, branch))
  }
  return rest
}

function emptyLike(value: Value): Value {
  if (isArray(value)) return newArray(0)
  return isKind(value, SET) ? newSet() : newObject()
}

function add(collection: Value, key: Value, value: Value): void {
  if (isArray(collection)) arrayAppend(collection, value)
  else if (isKind(collection, SET)) setAdd(collection, value)
  else tablePut(collection, key, value)
}

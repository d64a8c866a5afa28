/**
 * Objects of an input that are only told in the answer: most are never looked at, so that one is read when somebody does.
 *
 *     told     | 5 | text | length |        checked to be JSON, and left where it stands
 *     opened   | 6 | the object's word |    since its escapes are undone in place, it is read once
 */
import { allocate } from '../memory'
import { isKind, isNode, OPENED, TOLD_OBJECT, Value } from '../values'
import { parseTold } from './parse'

export function newTold(text: usize, length: u32): Value {
  const node = allocate(12)
  store<u32>(node, TOLD_OBJECT)
  store<u32>(node, <u32>text, 4)
  store<u32>(node, length, 8)
  return <u32>node
}

export function isTold(value: Value): bool {
  return isNode(value) && (load<u32>(value) == TOLD_OBJECT || load<u32>(value) == OPENED)
}

/** The object itself. */
export function opened(told: Value): Value {
  if (isKind(told, TOLD_OBJECT)) {
    const object = parseTold(load<u32>(told, 4), load<u32>(told, 8))
    store<u32>(told, OPENED)
    store<u32>(told, object, 4)
  }
  return load<u32>(told, 4)
}

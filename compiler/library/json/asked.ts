/**
 * What the policy can look at in its input (`compiler/plan/asked`), as a tree in static data; the rest need not be built.
 * Must match `compiler/wasm/asked.ts`. A word stands for what is asked of a value:
 *
 *     EVERYTHING   it is read whole
 *     NOTHING      it is passed over
 *     TOLD         it is only handed out: a collection is read when somebody opens it
 *     address      | first shape | turn | elements | count | key | word | key | word | …
 *
 * of a node: the words of its elements and of its fields by name; other fields are asked what elements are. Scalars are
 * always read. The first shape of objects that are read by a node is found once an evaluation, which the turn tells.
 */
import { sameBytes } from '../texts'
import { lengthOf, textOf, Value } from '../values'

export type Asked = u32

export const EVERYTHING: Asked = 0
export const NOTHING: Asked = 1
export const TOLD: Asked = 2

/** What is asked of the elements of an array. */
export function askedOfElements(asked: Asked): Asked {
  return asked <= TOLD ? asked : load<u32>(asked, 8)
}

/** Whether no element of a collection and no field is asked for: only that it is one. */
export function isBare(asked: Asked): bool {
  return asked > TOLD && load<u32>(asked, 8) == NOTHING && load<u32>(asked, 12) == 0
}

/** What is asked of the field of an object. */
export function askedOfField(asked: Asked, text: usize, length: u32): Asked {
  if (asked <= TOLD) return asked
  const count = load<u32>(asked, 12)
  for (let i: u32 = 0; i < count; i++) {
    const entry = <usize>asked + 16 + ((<usize>i) << 3)
    const key: Value = load<u32>(entry)
    if (lengthOf(key) == length && sameBytes(textOf(key), text, length)) return load<u32>(entry, 4)
  }
  return load<u32>(asked, 8)
}

/** The first shape of objects that are read by a node, 0 where none has been made in this turn. */
export function shapeOfNode(asked: Asked, turn: u32): usize {
  return load<u32>(asked, 4) == turn ? load<u32>(asked) : 0
}
export function setShapeOfNode(asked: Asked, turn: u32, shape: usize): void {
  store<u32>(asked, <u32>shape)
  store<u32>(asked, turn, 4)
}

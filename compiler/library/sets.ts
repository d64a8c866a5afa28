/** What sets have in common. */
import { eachCount, eachKey } from './collections'
import { findEntry, newSet, setAdd } from './tables'
import { isKind, SET, Value } from './values'

export function areSets(a: Value, b: Value): bool {
  return isKind(a, SET) && isKind(b, SET)
}

/** The members of `a` that are in `b`, or those that are not. */
export function members(a: Value, b: Value, inBoth: bool): Value {
  const found = newSet()
  const count = eachCount(a)
  for (let i: u32 = 0; i < count; i++) if (findEntry(b, eachKey(a, i)) >= 0 == inBoth) setAdd(found, eachKey(a, i))
  return found
}

export function addAll(set: Value, more: Value): void {
  const count = eachCount(more)
  for (let i: u32 = 0; i < count; i++) setAdd(set, eachKey(more, i))
}

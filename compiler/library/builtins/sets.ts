/** Sets. */
import { eachCount, eachKey } from '../collections'
import { addAll, areSets, members } from '../sets'
import { newSet } from '../tables'
import { isKind, SET, UNDEFINED, Value } from '../values'

export function builtin_and(a: Value, b: Value): Value {
  return areSets(a, b) ? members(a, b, true) : UNDEFINED
}

export function builtin_or(a: Value, b: Value): Value {
  if (!areSets(a, b)) return UNDEFINED
  const all = newSet()
  addAll(all, a)
  addAll(all, b)
  return all
}

/** Of all sets in a set. */
export function builtin_union(sets: Value): Value {
  if (!isKind(sets, SET)) return UNDEFINED
  const all = newSet()
  for (let i: u32 = 0; i < eachCount(sets); i++) {
    if (!isKind(eachKey(sets, i), SET)) return UNDEFINED
    addAll(all, eachKey(sets, i))
  }
  return all
}

/** Of all sets in a set; of none it is empty. */
export function builtin_intersection(sets: Value): Value {
  if (!isKind(sets, SET)) return UNDEFINED
  if (eachCount(sets) == 0) return newSet()
  let shared = eachKey(sets, 0)
  for (let i: u32 = 0; i < eachCount(sets); i++) {
    if (!areSets(shared, eachKey(sets, i))) return UNDEFINED
    shared = members(shared, eachKey(sets, i), true)
  }
  return shared
}

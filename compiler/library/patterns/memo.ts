/**
 * What patterns came to on strings in this evaluation: the last of those that meet in a place.
 *
 *     place of pattern and string   | pattern | string, with a bit for "found" | …
 */
import { allocate } from '../memory'
import { Value } from '../values'

const PLACES: u32 = 4096
/** A string's word has this bit free. */
const FOUND: u32 = 1

let known: usize = 0

/** For a heap that is set back. */
export function forgetMatches(): void {
  known = 0
}

export function placeOfMatch(pattern: usize, string: Value): usize {
  if (known == 0) begin()
  const mixed = ((<u32>pattern * 0x9e3779b1) ^ (string >> 3)) * 0x85ebca77
  return known + ((<usize>(mixed >> 20)) << 3)
}

function begin(): void {
  known = allocate((<usize>PLACES) << 3)
  memory.fill(known, 0, (<usize>PLACES) << 3)
}

export function isMatchKnown(place: usize, pattern: usize, string: Value): bool {
  return load<u32>(place) == <u32>pattern && (load<u32>(place, 4) & ~FOUND) == string
}
export function knownMatch(place: usize): i32 {
  return load<u32>(place, 4) & FOUND
}
export function rememberMatch(place: usize, pattern: usize, string: Value, found: bool): void {
  store<u32>(place, <u32>pattern)
  store<u32>(place, string | (found ? FOUND : 0), 4)
}

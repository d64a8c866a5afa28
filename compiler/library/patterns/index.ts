/**
 * Matching: a pattern is static data that the compiler made, and a text is gone through once. Must match
 * `compiler/patterns/encode.ts`, where the bytes are drawn.
 */
import { isString, lengthOf, textOf, Value } from '../values'
import { byBits } from './bits'
import { byLiterals } from './literals'
import { isMatchKnown, knownMatch, placeOfMatch, rememberMatch } from './memo'
import { byProgram } from './program'
import { byTable } from './table'

const TABLE: u32 = 1
const PROGRAM: u32 = 2
const BITS: u32 = 6

/**
 * Whether a pattern is found anywhere in a string; in anything else it is not. `site` is two words that are 0 when an
 * evaluation starts, for what is worked out once an evaluation.
 */
export function pattern_match(pattern: usize, site: usize, value: Value): i32 {
  if (!isString(value)) return 0
  const form = load<u32>(pattern)
  if (form != TABLE && form != PROGRAM && form != BITS) {
    return byLiterals(pattern, textOf(value), lengthOf(value)) ? 1 : 0
  }
  const place = placeOfMatch(pattern, value)
  if (isMatchKnown(place, pattern, value)) return knownMatch(place)
  const text = textOf(value)
  const end = text + lengthOf(value)
  let found: bool
  if (form == TABLE) found = byTable(pattern, site, text, end)
  else if (form == PROGRAM) found = byProgram(pattern, text, end)
  else found = byBits(pattern, site, text, end)
  rememberMatch(place, pattern, value, found)
  return found ? 1 : 0
}

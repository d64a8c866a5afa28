/**
 * Matching: a pattern is static data that the compiler made, and a text is gone through once. Must match
 * `compiler/patterns/encode.ts`, where the bytes are drawn.
 */
import { isString, lengthOf, textOf, Value } from '../values'
import { byBits } from './bits'
import { byLiterals } from './literals'
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
  const text = textOf(value)
  const end = text + lengthOf(value)
  const form = load<u32>(pattern)
  let found: bool
  if (form == TABLE) found = byTable(pattern, site, text, end)
  else if (form == PROGRAM) found = byProgram(pattern, text, end)
  else if (form == BITS) found = byBits(pattern, site, text, end)
  else found = byLiterals(pattern, text, lengthOf(value))
  return found ? 1 : 0
}

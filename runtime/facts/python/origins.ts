/** Where the value of an expression comes from. */

import type { Origin } from '../flow/term.ts'
import { termsOf } from './flow/search.ts'
import type { PythonSource } from './source.ts'

export type { Origin }

/**
 * At most 16 origins, each sort and name once, all literals as one; one of form "unknown" where there are more, or where
 * they lie too deep. They are terms: what other functions and modules decide is put in when all files were read.
 */
export function originsOf(source: PythonSource, node: number): readonly Origin[] {
  return termsOf(source, node)
}

/** The value of an expression with its parts, for what other functions may take out of it. */

import { otherKey, type Path } from '../../flow/term.ts'
import type { Value } from '../../flow/value.ts'
import type { PythonSource } from '../source.ts'
import { knownKeys } from './known-keys.ts'
import { termsOf } from './search.ts'

export function valueAt(source: PythonSource, node: number, path: Path = []): Value {
  const keys = path.length === 0 ? knownKeys(source, node) : []
  if (keys.length === 0) return { terms: termsOf(source, node, path), entries: {} }
  const entries = keys.map((key) => [key, { terms: termsOf(source, node, [key]), entries: {} }] as const)
  return { terms: termsOf(source, node, [otherKey]), entries: Object.fromEntries(entries) }
}

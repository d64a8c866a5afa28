/** The value of an expression with its parts, for what other functions may take out of it. */
import { otherKey, type Path } from '../../flow/term.ts'
import type { Value } from '../../flow/value.ts'
import { entriesOf } from '../objects.ts'
import type { JavaScriptSource } from '../source.ts'
import { termsOf } from './search.ts'

/** Objects with more entries are data. */
const mostEntries = 40

export function valueAt(source: JavaScriptSource, node: number, path: Path = []): Value {
  const entries = path.length === 0 ? entriesOf(source, node).entries : []
  if (entries.length === 0 || entries.length > mostEntries) return { terms: termsOf(source, node, path), entries: {} }
  const parts = entries.map(({ name, value }) => [name, { terms: termsOf(source, value), entries: {} }] as const)
  return { terms: termsOf(source, node, [otherKey]), entries: Object.fromEntries(parts) }
}

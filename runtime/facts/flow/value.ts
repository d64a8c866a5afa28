/** Values with their parts, as far as these are known by their keys. */
import { distinct } from './distinct.ts'
import { type Path, partOf, type Term } from './term.ts'

/** A value with its parts, as far as they are known by their keys. */
export interface Value {
  /** What the value, or any part of it, may come from. */
  readonly terms: readonly Term[]
  readonly entries: Readonly<Record<string, Value>>
}

export const nothing: Value = { terms: [], entries: {} }

/** What a part of a value comes from: an entry where the key is known, and whatever may hold other keys. */
export function selected(value: Value, path: Path): readonly Term[] {
  const [key, ...deeper] = path
  const entries = Object.entries(value.entries)
  if (path.length === 0) {
    // The same list each time, so that what was found out about it is found again.
    if (entries.length === 0) return value.terms
    return [...value.terms, ...entries.flatMap(([, entry]) => selected(entry, []))]
  }
  const those = key === undefined ? entries : entries.filter(([name]) => name === key)
  return [
    ...those.flatMap(([, entry]) => selected(entry, deeper)),
    ...value.terms.flatMap((term) => partOf(term, path) ?? []),
  ]
}

/** What may be either of several values. */
export function united(values: readonly Value[]): Value {
  const [only, ...others] = values
  if (only !== undefined && others.length === 0) return only
  const entries = Map.groupBy(
    values.flatMap((value) => Object.entries(value.entries)),
    ([name]) => name,
  )
  return {
    terms: distinct(values.flatMap(({ terms }) => terms)),
    entries: Object.fromEntries([...entries].map(([name, those]) => [name, united(those.map(([, value]) => value))])),
  }
}

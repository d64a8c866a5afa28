/** Changes that no case can notice, each with its reason, as `equivalent.yaml` lists them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Equivalent {
  /** The item, or the definition in quotes, that is changed. */
  readonly in: string
  /** What is changed, as the script says it. */
  readonly what: string
  readonly why: string
}

export interface Equivalents {
  /** Whether a reason is known for this change; it counts as used from then on. */
  take(place: string, what: string): boolean
  /** Those that nothing used. */
  readonly left: readonly Equivalent[]
}

/** Of some items, or of all of them and the definitions that they share. */
export function equivalents(items: readonly string[] | undefined): Equivalents {
  const all: readonly Equivalent[] = parse(readFileSync(join(import.meta.dirname, 'equivalent.yaml'), 'utf8'))
  const left = new Set(all.filter((each) => items?.includes(each.in) ?? true))
  return {
    take(place, what) {
      const known = all.find((each) => each.in === place && each.what === what)
      if (known !== undefined) left.delete(known)
      return known !== undefined
    },
    get left() {
      return [...left]
    },
  }
}

/**
 * What a policy can look at in its input, whatever the input is: a tree of field names. A reader of inputs need build
 * nothing else. It is found out by following values through assignments, calls and collections in whatever order the
 * statements stand, as a points-to analysis does (L. O. Andersen, 1994).
 *
 *     some call in input.call; call.callee == "eval"        { call: [ { callee: everything } ] }
 */
import type { Policy } from '../ir.ts'
import { follow } from './flow.ts'
import type { Part } from './things.ts'

export type Asked =
  /** All of it, to any depth. */
  | { readonly kind: 'everything' }
  /** All of it, but nobody looks: it is only told in the answer. */
  | { readonly kind: 'told' }
  | AskedParts

/**
 * Of an object the fields that are named; where `elements` is there, the elements of an array and all other fields of an
 * object. Of anything else its type alone.
 */
export interface AskedParts {
  readonly kind: 'parts'
  readonly fields: ReadonlyMap<string, Asked>
  readonly elements: Asked | undefined
}

const everything: Asked = { kind: 'everything' }

export function askedOf(policy: Policy): Asked {
  const input = follow(policy)
  return input === undefined ? everything : askedOfParts([input])
}

/** What is asked of a value that stands in several places of the tree at once: together all that each of them is asked. */
function askedOfParts(parts: readonly Part[]): Asked {
  if (parts.some(({ isLookedAt }) => isLookedAt)) return everything
  const isTold = parts.some((part) => part.isTold)
  const elements = parts.flatMap((part) => part.elements ?? [])
  const names = new Set(parts.flatMap(({ fields }) => [...fields.keys()]))

  if (isTold) return elements.length + names.size > 0 ? everything : { kind: 'told' }
  const fields = [...names].sort().map((name): [string, Asked] => {
    const named = parts.flatMap((part) => part.fields.get(name) ?? [])
    return [name, askedOfParts([...named, ...elements])]
  })
  return {
    kind: 'parts',
    fields: new Map(fields),
    elements: elements.length > 0 ? askedOfParts(elements) : undefined,
  }
}

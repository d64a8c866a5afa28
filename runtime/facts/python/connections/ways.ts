/**
 * What a connection may be given for one of its options: in the call itself, by callers through the function around it,
 * by the client that the call is a method of.
 */
import { textOf, typeOf } from '../../syntax/flat.ts'
import type { PythonSource } from '../source.ts'
import { type Alternative, alternativesOf } from '../values/alternatives.ts'
import { conditionsAround } from '../values/conditions.ts'
import { callsTo, type Given, givenFor, type Slot } from '../values/given.ts'

export type Way =
  | { readonly kind: 'value'; readonly alternative: Alternative }
  /** Nobody gives anything, so that the library's own default holds. */
  | { readonly kind: 'default'; readonly conditions: readonly number[] }
  | { readonly kind: 'unknown' }

/** Functions that hand their options on to each other, one behind the other. */
const deepest = 4

const nobody: Way = { kind: 'default', conditions: [] }

export function waysOf(source: PythonSource, call: number, slot: Slot, depth = 0): readonly Way[] {
  const given = givenFor(source, call, slot)
  switch (given?.kind) {
    case undefined:
      return [nobody]
    case 'given':
      return ofGiven(source, call, given, slot.names)
    case 'unknown':
      return [{ kind: 'unknown' }]
    case 'handed on': {
      const calls = depth === deepest ? [] : callsTo(source, given.parameter.definition)
      if (calls.length === 0) return [{ kind: 'unknown' }]
      return calls.flatMap((each) => waysOf(source, each, { names: slot.names }, depth + 1))
    }
  }
}

/** An entry that is put into the options only under a condition is given only then. */
function ofGiven(source: PythonSource, call: number, given: Given, names: readonly string[]): readonly Way[] {
  const ways = waysTo(source, given.node)
  const { tree } = source
  const isStored = typeOf(tree, tree.parents[given.node] ?? 0) === 'assignment'
  const conditions = isStored ? conditionsAround(tree, given.node, call) : []
  if (conditions.length === 0) return ways
  // Where the condition is that nobody gave one, somebody has.
  if (conditions.some((condition) => asksForAbsence(textOf(tree, condition), names))) return ways
  // `if context is not None` decides nothing that the context itself does not.
  const value = textOf(tree, given.node)
  const deciding = conditions.filter((condition) => !textOf(tree, condition).startsWith(value))
  return [...ways, { kind: 'default', conditions: deciding }]
}

/** `"timeout" not in kwargs`, `kwargs.get("timeout") is None`, `not kwargs.get("timeout")`. */
function asksForAbsence(condition: string, names: readonly string[]): boolean {
  const absent =
    /^\(?\s*["'](\w+)["']\s+not\s+in\b|^\(?\s*not\s+\w+\.get\(\s*["'](\w+)["']|^\(?\s*\w+\.get\(\s*["'](\w+)["'][^()]*\)\s+is\s+None/
  const [, ...found] = absent.exec(condition) ?? []
  return found.some((name) => name !== undefined && names.includes(name))
}

/** What an expression may come to, as ways. */
export function waysTo(source: PythonSource, node: number): readonly Way[] {
  return alternativesOf(source, node).map(
    (alternative): Way => (alternative.kind === 'expression' ? { kind: 'value', alternative } : { kind: 'unknown' }),
  )
}

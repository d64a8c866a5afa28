/** Calls of the functions and classes of the repository: what they do is found in their own text, wherever it stands. */
import { type FlatTree, fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'

const known = new WeakMap<FlatTree, Map<number, string | undefined>>()

/**
 * The dotted name of what a call calls, where that is in the repository. It may lead over the result of another call:
 * "clients.make().send".
 */
export function ownCallee(source: PythonSource, call: number): string | undefined {
  const callees = known.get(source.tree) ?? new Map<number, string | undefined>()
  known.set(source.tree, callees)
  if (!callees.has(call)) callees.set(call, find(source, call))
  return callees.get(call)
}

export const isOwnCall = (source: PythonSource, call: number): boolean => ownCallee(source, call) !== undefined

function find(source: PythonSource, call: number): string | undefined {
  const callee = fieldOf(source.tree, call, 'function')
  if (callee === undefined) return undefined
  const dotted = nameOf(source, callee)
  return dotted !== undefined && !dotted.startsWith('(') && source.modules.isOwn(dotted) ? dotted : undefined
}

function nameOf(source: PythonSource, callee: number): string | undefined {
  const { tree } = source
  const meaning = meaningOf(source, callee)
  if (meaning.kind === 'thing' && meaning.partials.length > 0) return undefined
  if (meaning.kind !== 'unresolved' && meaning.kind !== 'result') return meaning.dotted
  if (!meaning.dotted.startsWith('(')) return meaning.dotted
  const [object, attribute] = [fieldOf(tree, callee, 'object'), fieldOf(tree, callee, 'attribute')]
  const made = object === undefined || attribute === undefined ? undefined : madeBy(source, object)
  return made === undefined || attribute === undefined ? undefined : `${made}.${textOf(tree, attribute)}`
}

/** The call that gave a name its value, where there is just one. */
function madeBy(source: PythonSource, object: number): string | undefined {
  const { tree, bindings } = source
  const [only, other] = typeOf(tree, object) === 'identifier' ? bindings.lookup(textOf(tree, object), object) : []
  if (only?.kind !== 'value' || other !== undefined) return undefined
  const meaning = meaningOf(source, only.node)
  return meaning.kind === 'result' ? meaning.dotted : undefined
}

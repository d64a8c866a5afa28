/** Calls of the functions and classes of the repository: what they do is found in their own text, wherever it stands. */
import type { FlatTree } from '../syntax/flat.ts'
import { meaningOf } from './names.ts'
import type { JavaScriptSource } from './source.ts'
import { calledOf } from './syntax.ts'

const known = new WeakMap<FlatTree, Map<number, string | undefined>>()

/**
 * The dotted name of what a call calls, where that is in the repository. It may lead over the result of another call:
 * "/clients.make().send".
 */
export function ownCallee(source: JavaScriptSource, call: number): string | undefined {
  const callees = known.get(source.tree) ?? new Map<number, string | undefined>()
  known.set(source.tree, callees)
  if (!callees.has(call)) callees.set(call, find(source, call))
  return callees.get(call)
}

function find(source: JavaScriptSource, call: number): string | undefined {
  const called = calledOf(source.tree, call)
  if (called === undefined) return undefined
  const { dotted } = meaningOf(source, called)
  return source.modules.isOwn(dotted) ? dotted : undefined
}

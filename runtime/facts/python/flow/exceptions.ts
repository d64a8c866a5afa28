/** What a caught exception carries: what the statements in the `try` put into theirs. */
import { childrenOf, fieldOf, firstChild, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { meaningOf, thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { isOwnCall } from './own-calls.ts'
import type { Search } from './search.ts'
import type { Way } from './way.ts'

/** Calls in one `try` that are looked at. */
const mostCalls = 32

/** `clause` is the pattern behind `except`: `Error as error`. */
export function followCaught(
  search: Search,
  node: number,
  name: string,
  clause: number | undefined,
  way: Way,
  depth: number,
): void {
  const { source } = search
  if (clause === undefined) {
    search.add(node, { form: 'unknown', name }, way)
    return
  }
  search.add(node, { form: 'exception', name: caughtBy(source, clause) ?? name }, way)
  const attempt = parentOf(source.tree, parentOf(source.tree, clause))
  const body = fieldOf(source.tree, attempt, 'body')
  if (body === undefined || typeOf(source.tree, attempt) !== 'try_statement') return
  const file = source.input.file.path
  let calls = 0
  for (let inner = body; inner < (source.tree.nexts[body] ?? 0); inner++) {
    const type = typeOf(source.tree, inner)
    if (type === 'raise_statement') followRaised(search, inner, way, depth)
    if (type !== 'call' || calls >= mostCalls || !isOwnCall(source, inner)) continue
    calls++
    search.add(inner, { form: 'call', name }, way, { kind: 'raised', file, call: inner, path: [] })
  }
}

/** The values that a raised exception is made with. */
function followRaised(search: Search, statement: number, way: Way, depth: number): void {
  for (const value of raisedValues(search.source, statement)) search.follow(value, way.at([]), depth + 1)
}

export function raisedValues(source: PythonSource, statement: number): readonly number[] {
  const { tree } = source
  const raised = firstChild(tree, statement)
  if (raised === undefined) return []
  const list = typeOf(tree, raised) === 'call' ? fieldOf(tree, raised, 'arguments') : undefined
  if (list !== undefined) return [...childrenOf(tree, list)]
  // A class alone carries nothing.
  const { kind } = meaningOf(source, raised)
  return kind === 'thing' || kind === 'class' ? [] : [raised]
}

function caughtBy(source: PythonSource, clause: number): string | undefined {
  const { tree } = source
  const caught = firstChild(tree, clause)
  const first = caught !== undefined && typeOf(tree, caught) === 'tuple' ? firstChild(tree, caught) : caught
  return first === undefined ? undefined : (thingNamed(source, first) ?? textOf(tree, first))
}

/** What a caught exception carries: what the statements in the `try` put into theirs. */
import { childrenOf, fieldOf, firstChild, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { meaningOf, thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { remembered } from '../values/memory.ts'
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
  for (const inner of raisersIn(source, body)) {
    if (search.exhausted) return
    if (typeOf(source.tree, inner) === 'raise_statement') followRaised(search, inner, way, depth)
    else search.add(inner, { form: 'call', name }, way, { kind: 'raised', file, call: inner, path: [] })
  }
}

/** The statements that raise, and the first calls of the repository's own functions: asked for at each use of what is caught. */
const raisersIn = remembered((source, body): readonly number[] => {
  const { tree } = source
  const found: number[] = []
  let calls = 0
  for (let inner = body; inner < (tree.nexts[body] ?? 0); inner++) {
    const type = typeOf(tree, inner)
    const isOwn = type === 'call' && calls < mostCalls && isOwnCall(source, inner)
    if (isOwn) calls++
    if (isOwn || type === 'raise_statement') found.push(inner)
  }
  return found
})

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

/** What a caught exception carries: what the statements in the `try` put into theirs. */
import { childrenOf, fieldOf, firstChild, parentOf, typeOf } from '../../syntax/flat.ts'
import { ownCallee } from '../own-calls.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, callNodes, givenOf, ownNodes } from '../syntax.ts'
import type { Search } from './search.ts'
import type { Way } from './way.ts'

/** Calls in one `try` that are looked at. */
const mostCalls = 32
const looked = new Set<string>([...callNodes, 'throw_statement'])

export function followCaught(search: Search, node: number, clause: number, way: Way, depth: number): void {
  const { source } = search
  search.add(node, { form: 'exception', name: 'Error' }, way)
  const body = fieldOf(source.tree, parentOf(source.tree, clause), 'body')
  if (body !== undefined) followThrown(search, body, way, depth)
}

/** What the statements and calls of a block may throw. */
export function followThrown(search: Search, block: number, way: Way, depth: number): void {
  const { source } = search
  const file = source.input.file.path
  let calls = 0
  for (const inner of ownNodes(source.tree, block, looked)) {
    if (typeOf(source.tree, inner) === 'throw_statement') {
      for (const value of thrownValues(source, inner)) search.follow(value, { ...way, path: [] }, depth + 1)
      continue
    }
    const own = calls < mostCalls ? ownCallee(source, inner) : undefined
    if (own === undefined) continue
    calls++
    search.add(inner, { form: 'call', name: own }, way, { kind: 'raised', file, call: inner, path: [] })
  }
}

/** The values that an exception is made with; what was caught and is thrown again is itself. */
export function thrownValues({ tree }: JavaScriptSource, statement: number): readonly number[] {
  const thrown = firstChild(tree, statement)
  if (thrown === undefined) return []
  const value = bare(tree, thrown)
  if (typeOf(tree, value) !== 'new_expression' && typeOf(tree, value) !== 'call_expression') return [value]
  return givenOf(tree, value).flatMap((given) =>
    typeOf(tree, given) === 'object' ? [...childrenOf(tree, given)] : [given],
  )
}

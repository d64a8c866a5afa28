/** What a caught exception carries: what the statements in the `try` put into theirs. */
import { childrenOf, type FlatTree, fieldOf, firstChild, parentOf, typeOf } from '../../syntax/flat.ts'
import { ownCallee } from '../own-calls.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, callNodes, givenOf, ownNodes } from '../syntax.ts'
import type { Search } from './search.ts'
import type { Way } from './way.ts'

/** Statements and calls in one `try` that are looked at. */
const mostThrowers = 32
const looked = new Set<string>([...callNodes, 'throw_statement'])

export function followCaught(search: Search, node: number, clause: number, way: Way, depth: number): void {
  const { source } = search
  search.add(node, { form: 'exception', name: 'Error' }, way)
  const body = fieldOf(source.tree, parentOf(source.tree, clause), 'body')
  if (body !== undefined) followThrown(search, body, way, depth)
}

/** What the statements and calls of a block may throw. */
function followThrown(search: Search, block: number, way: Way, depth: number): void {
  const { source } = search
  const file = source.input.file.path
  for (const inner of throwersIn(source, block)) {
    if (search.exhausted) return
    if (typeOf(source.tree, inner) === 'throw_statement') {
      for (const value of thrownValues(source, inner)) search.follow(value, { ...way, path: [] }, depth + 1)
      continue
    }
    const own = ownCallee(source, inner)
    if (own !== undefined)
      search.add(inner, { form: 'call', name: own }, way, { kind: 'raised', file, call: inner, path: [] })
  }
}

const known = new WeakMap<FlatTree, Map<number, readonly number[]>>()

/** The statements that throw, and the calls of the repository's own functions, the first of them. */
function throwersIn(source: JavaScriptSource, block: number): readonly number[] {
  const { tree } = source
  const blocks = known.get(tree) ?? new Map<number, readonly number[]>()
  known.set(tree, blocks)
  const answer = blocks.get(block)
  if (answer !== undefined) return answer
  const found: number[] = []
  for (const inner of ownNodes(tree, block, looked)) {
    if (found.length === mostThrowers) break
    if (typeOf(tree, inner) === 'throw_statement' || ownCallee(source, inner) !== undefined) found.push(inner)
  }
  blocks.set(block, found)
  return found
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

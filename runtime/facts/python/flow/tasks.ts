/**
 * Functions of the repository that something else calls, in a thread or a process of its own. It is as if they were called
 * here: what comes out is what they give.
 *
 *     job = pool.submit(fetch, tenant)                 fetch(tenant), which job.result() hands on
 *     for page in pool.map(fetch, tenants)             fetch(tenant) of each
 *     await asyncio.to_thread(fetch, tenant)
 *     await loop.run_in_executor(None, fetch, tenant)
 */
import { childrenOf, fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'

/** Where the function stands among what is handed over, from 1, and whether it is called with each of several values. */
const takers: ReadonlyMap<string, { readonly position: number; readonly isOfEach: boolean }> = new Map([
  ['to_thread', { position: 1, isOfEach: false }],
  ['submit', { position: 1, isOfEach: false }],
  ['run_in_executor', { position: 2, isOfEach: false }],
  ['map', { position: 1, isOfEach: true }],
  ['imap', { position: 1, isOfEach: true }],
  ['imap_unordered', { position: 1, isOfEach: true }],
])

export interface Task {
  /** The dotted name of the function, and the expression that names it. */
  readonly name: string
  readonly node: number
  /** Its position, from 1: what stands behind it is what it is given. */
  readonly position: number
  readonly isOfEach: boolean
}

/** Undefined for a call that hands over no function of the repository. */
export function taskHandedBy(source: PythonSource, call: number): Task | undefined {
  const { tree } = source
  const [callee, list] = [fieldOf(tree, call, 'function'), fieldOf(tree, call, 'arguments')]
  const method = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
  const taker = method === undefined ? undefined : takers.get(textOf(tree, method))
  if (taker === undefined || list === undefined || typeOf(tree, list) !== 'argument_list') return undefined
  const given = [...childrenOf(tree, list)].filter((child) => typeOf(tree, child) !== 'comment')
  const node = given[taker.position - 1]
  if (node === undefined || !/^(identifier|attribute)$/.test(typeOf(tree, node))) return undefined
  const meaning = meaningOf(source, node)
  const isFunction = meaning.kind === 'function' || (meaning.kind === 'thing' && meaning.partials.length === 0)
  return isFunction && source.modules.isOwn(meaning.dotted) ? { ...taker, name: meaning.dotted, node } : undefined
}

/**
 * Which of the bindings of a name hold where it is used. Within one function the last one that certainly ran before
 * hides those before it; seen from another function all of them may hold.
 *
 *     timeout = None            hidden by the next, and so reaches nothing below
 *     timeout = 10              reaches the use
 *     if slow:
 *         timeout = 60          reaches the use, under the condition `slow`
 *     fetch(timeout)
 */
import { parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import type { PythonSource } from '../source.ts'
import { asksForNothing, conditionsAround, contains, isLooped, statementOf } from './conditions.ts'

export interface Reached {
  readonly binding: Binding
  readonly conditions: readonly number[]
}

export interface Reaching {
  readonly reached: readonly Reached[]
  /** Whether a binding stands in for `None` where the others give it: `if timeout is None: timeout = 10`. */
  readonly replacesNone: boolean
}

export function reachingBindings(source: PythonSource, bindings: readonly Binding[], use: number): Reaching {
  const { tree, scopes } = source
  const home = scopes.functionOf(use)
  const placed = bindings.map((binding) => ({ binding, node: nodeOf(binding) }))
  const local = placed.filter(({ node }) => node !== undefined && scopes.functionOf(node) === home)
  const hiding = local.findLast(({ node }) => node !== undefined && runsBefore(node))?.node ?? -1
  let replacesNone = false
  const reached = placed.flatMap(({ binding, node }): readonly Reached[] => {
    if (node === undefined || scopes.functionOf(node) !== home) {
      const isHidden = hiding >= 0 && binding.kind === 'parameter'
      return isHidden ? [] : [{ binding, conditions: node === undefined ? [] : conditionsAround(tree, node, use) }]
    }
    const isBehind = node > use && !contains(tree, statementOf(tree, use), node)
    if (node < hiding || (isBehind && !isLooped(tree, node, use))) return []
    const conditions = conditionsAround(tree, node, use)
    const name = textOf(tree, use)
    const replaces = conditions.some((condition) => asksForNothing(tree, condition, name))
    replacesNone ||= replaces
    return [{ binding, conditions: replaces ? [] : conditions }]
  })
  return { reached, replacesNone }

  /** What `with` binds is bound in all of its body. */
  function runsBefore(node: number): boolean {
    const statement = statementOf(tree, node)
    if (typeOf(tree, statement) === 'with_statement' && contains(tree, statement, use)) {
      return (tree.ends[node] ?? 0) <= (tree.starts[use] ?? 0)
    }
    return (tree.ends[statement] ?? 0) <= (tree.starts[use] ?? 0) && contains(tree, parentOf(tree, statement), use)
  }
}

function nodeOf(binding: Binding): number | undefined {
  switch (binding.kind) {
    case 'value':
    case 'part':
    case 'function':
    case 'class':
      return binding.node
    default:
      return undefined
  }
}

/** The parameters of functions and lambdas, in any of their forms: plain, typed, with a default, starred. */
import { childrenOf, type FlatTree, fieldOf, textOf, typeOf } from '../syntax/flat.ts'

export interface Parameter {
  readonly name: string
  /** The function or lambda. */
  readonly definition: number
  /** From 1; missing after `*`, where only its name can be used. */
  readonly position: number | undefined
  readonly spread: '*' | '**' | undefined
  readonly default: number | undefined
  readonly annotation: number | undefined
}

export function parametersOf(tree: FlatTree, definition: number): readonly Parameter[] {
  const list = fieldOf(tree, definition, 'parameters')
  if (list === undefined) return []
  const parameters: Parameter[] = []
  let byNameOnly = false
  for (const node of childrenOf(tree, list)) {
    const type = typeOf(tree, node)
    if (type === 'keyword_separator') byNameOnly = true
    const named = nameOf(tree, node)
    if (named === undefined || type === 'positional_separator' || type === 'comment') continue
    const spread = spreadOf(tree, named)
    if (spread !== undefined) byNameOnly = true
    parameters.push({
      name: textOf(tree, named),
      definition,
      position: byNameOnly ? undefined : parameters.length + 1,
      spread,
      default: fieldOf(tree, node, 'value'),
      annotation: fieldOf(tree, node, 'type'),
    })
  }
  return parameters
}

function nameOf(tree: FlatTree, node: number): number | undefined {
  if (typeOf(tree, node) === 'identifier') return node
  const inner = fieldOf(tree, node, 'name') ?? node + 1
  if (inner >= (tree.nexts[node] ?? 0)) return undefined
  // A starred one, possibly with a type around it.
  return typeOf(tree, inner) === 'identifier' ? inner : nameOf(tree, inner)
}

function spreadOf(tree: FlatTree, name: number): Parameter['spread'] {
  switch (typeOf(tree, tree.parents[name] ?? 0)) {
    case 'list_splat_pattern':
      return '*'
    case 'dictionary_splat_pattern':
      return '**'
    default:
      return undefined
  }
}

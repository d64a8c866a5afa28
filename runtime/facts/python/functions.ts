/** Functions, and the pseudo-function of the file to which code outside of any belongs. */
import type { LocalFact } from '../extractor.ts'
import { childrenOf, type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { parameterName } from './scopes.ts'
import type { PythonSource } from './source.ts'

export interface Functions {
  readonly facts: readonly LocalFact<'function'>[]
  /** The index in `facts` of the function that a node stands in; a lambda belongs to the function around it. */
  indexOf(node: number): number
}

export const moduleFunction = '<module>'

/** The name with those of the functions and classes around it, outermost first. */
export function qualifiedName(tree: FlatTree, node: number): string {
  const names: string[] = []
  for (let around = node; around >= 0; around = parentOf(tree, around)) {
    const type = typeOf(tree, around)
    const name =
      type === 'function_definition' || type === 'class_definition' ? fieldOf(tree, around, 'name') : undefined
    if (name !== undefined) names.unshift(textOf(tree, name))
  }
  return names.join('.')
}

export function functionFacts(source: PythonSource): Functions {
  const { tree, input } = source
  const started = startedFunctions(tree)
  const indexes = new Map<number, number>([[0, 0]])
  const facts: LocalFact<'function'>[] = [
    {
      at: input.lines.placeOf(0, 0),
      name: moduleFunction,
      qualified_name: moduleFunction,
      parameters: [],
      entry_point: tree.text.includes('__main__'),
    },
  ]
  for (let node = 0; node < tree.count; node++) {
    const name = typeOf(tree, node) === 'function_definition' ? fieldOf(tree, node, 'name') : undefined
    if (name === undefined) continue
    const list = fieldOf(tree, node, 'parameters')
    const parameters = list === undefined ? [] : [...childrenOf(tree, list)]
    indexes.set(node, facts.length)
    facts.push({
      at: input.lines.placeOf(tree.starts[name] ?? 0, tree.ends[name] ?? 0),
      name: textOf(tree, name),
      qualified_name: qualifiedName(tree, node),
      parameters: parameters.flatMap((parameter) => {
        const named = parameterName(tree, parameter)
        return named === undefined ? [] : [textOf(tree, named)]
      }),
      entry_point: started.has(textOf(tree, name)) && parentOf(tree, parentOf(tree, node)) <= 0,
    })
  }
  return {
    facts,
    indexOf(node) {
      let around = source.scopes.functionOf(node)
      while (!indexes.has(around)) around = source.scopes.functionOf(around)
      return indexes.get(around) ?? 0
    },
  }
}

/** Names that are called below `if __name__ == "__main__":`. */
function startedFunctions(tree: FlatTree): ReadonlySet<string> {
  const names = new Set<string>()
  for (let node = 0; node < tree.count; node++) {
    if (typeOf(tree, node) !== 'if_statement') continue
    const condition = fieldOf(tree, node, 'condition')
    if (condition === undefined || !/__name__.*__main__|__main__.*__name__/.test(textOf(tree, condition))) continue
    for (let inner = node; inner < (tree.nexts[node] ?? 0); inner++) {
      const callee = typeOf(tree, inner) === 'call' ? fieldOf(tree, inner, 'function') : undefined
      if (callee !== undefined && typeOf(tree, callee) === 'identifier') names.add(textOf(tree, callee))
    }
  }
  return names
}

/** Functions, and the pseudo-function of the file to which code outside of any belongs. */
import type { LocalFact } from '../extractor.ts'
import { fieldOf, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { parametersOf } from './parameters.ts'
import { type PythonSource, placeOf } from './source.ts'

export interface Functions {
  readonly facts: readonly LocalFact<'function'>[]
  /** The nodes of these. */
  readonly nodes: readonly number[]
  /** The index in `facts` of the function that a node stands in; a lambda belongs to the function around it. */
  indexOf(node: number): number
}

export const moduleFunction = '<module>'

export function functionsIn(source: PythonSource): Functions {
  const { tree, scopes, input } = source
  const started = startedFunctions(source)
  const indexes = new Map<number, number>([[0, 0]])
  const isScript = tree.text.startsWith('#!') || input.file.name === '__main__.py'
  const facts: LocalFact<'function'>[] = [
    {
      at: input.lines.placeOf(0, 0),
      name: moduleFunction,
      qualified_name: moduleFunction,
      parameters: [],
      entry_point: isScript || started !== undefined,
    },
  ]
  for (const node of nodesOf(tree, 'function_definition')) {
    const name = fieldOf(tree, node, 'name')
    if (name === undefined) continue
    indexes.set(node, facts.length)
    facts.push({
      at: placeOf(source, name),
      name: textOf(tree, name),
      qualified_name: scopes.qualifiedName(node),
      parameters: parametersOf(tree, node).map((parameter) => parameter.name),
      entry_point: started?.has(node) ?? false,
    })
  }
  return {
    facts,
    nodes: [...indexes.keys()],
    indexOf(node) {
      for (const scope of scopes.around(node)) {
        const index = indexes.get(scope)
        if (index !== undefined) return index
      }
      return 0
    },
  }
}

/**
 * The functions of this file that are called below `if __name__ == "__main__":`, also as an argument, as in
 * `sys.exit(main())`. Undefined where there is no such place.
 */
function startedFunctions({ tree, bindings }: PythonSource): ReadonlySet<number> | undefined {
  let started: Set<number> | undefined
  for (const node of nodesOf(tree, 'if_statement')) {
    const condition = fieldOf(tree, node, 'condition')
    const isGuard =
      condition !== undefined && /^\(?\s*(__name__\s*==|['"]__main__['"]\s*==)/.test(textOf(tree, condition))
    if (!isGuard || parentOf(tree, node) !== 0) continue
    started ??= new Set()
    const body = fieldOf(tree, node, 'consequence') ?? node
    for (let inner = body; inner < (tree.nexts[body] ?? 0); inner++) {
      const callee = typeOf(tree, inner) === 'call' ? fieldOf(tree, inner, 'function') : undefined
      if (callee === undefined || typeOf(tree, callee) !== 'identifier') continue
      for (const binding of bindings.lookup(textOf(tree, callee), callee)) {
        if (binding.kind === 'function') started.add(binding.node)
      }
    }
  }
  return started
}

/** Functions, and the pseudo-function of the file to which code outside of any belongs. */
import type { LocalFact } from '../extractor.ts'
import { fieldOf, nodesOf, parentOf, textOf } from '../syntax/flat.ts'
import { meaningOf } from './names.ts'
import { parametersOf } from './parameters.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { calledOf, functionNodes, isFunction, ownNodes } from './syntax.ts'

export interface Functions {
  readonly facts: readonly LocalFact<'function'>[]
  /** The nodes of these. */
  readonly nodes: readonly number[]
  /** The index in `facts` of the function that a node stands in; one without a name belongs to the function around it. */
  indexOf(node: number): number
}

export const moduleFunction = '<module>'

export function functionsIn(source: JavaScriptSource): Functions {
  const { tree, scopes, input } = source
  const started = startedFunctions(source)
  const indexes = new Map<number, number>([[0, 0]])
  const facts: LocalFact<'function'>[] = [
    {
      at: input.lines.placeOf(0, 0),
      name: moduleFunction,
      qualified_name: moduleFunction,
      parameters: [],
      entry_point: started !== undefined,
    },
  ]
  const nodes = functionNodes.flatMap((type) => [...nodesOf(tree, type)]).sort((a, b) => a - b)
  for (const node of nodes) {
    const name = scopes.nameOf(node)
    if (name === '') continue
    indexes.set(node, facts.length)
    facts.push({
      at: placeOf(source, fieldOf(tree, node, 'name') ?? givenNameOf(source, node)),
      name,
      qualified_name: scopes.qualifiedName(node),
      parameters: parametersOf(tree, node).flatMap(({ names }) => names),
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

/** The node that gives a function its name: what it is assigned to. */
function givenNameOf({ tree }: JavaScriptSource, node: number): number {
  const parent = parentOf(tree, node)
  const named = ['name', 'key', 'left', 'property'].flatMap((field) => fieldOf(tree, parent, field) ?? [])
  return named[0] ?? node
}

/** `require.main === module`, `import.meta.main`, `import.meta.url` compared with what was started. */
const guard =
  /\brequire\.main\b|\bimport\.meta\.(main|url|filename)\b|\b__filename\b.*\bargv\b|\bargv\b.*\b__filename\b/

/**
 * The functions that the program starts in: what a guard calls; in a file that is a program by its first line, or that no
 * module could use because it exports nothing, what its statements call. Undefined where nothing starts.
 */
function startedFunctions(source: JavaScriptSource): ReadonlySet<number> | undefined {
  const { tree } = source
  const guards = [...nodesOf(tree, 'if_statement')].filter((node) => {
    const condition = fieldOf(tree, node, 'condition')
    return condition !== undefined && parentOf(tree, node) === 0 && guard.test(textOf(tree, condition))
  })
  if (guards.length > 0) return calledBelow(source, guards)
  const calls = calledBelow(source, [0])
  const isProgram = tree.text.startsWith('#!') || (!exportsAnything(source) && calls.size > 0)
  return isProgram ? calls : undefined
}

const calls = new Set(['call_expression'])

function calledBelow(source: JavaScriptSource, nodes: readonly number[]): ReadonlySet<number> {
  const { tree } = source
  const started = new Set<number>()
  for (const outer of nodes) {
    for (const call of ownNodes(tree, outer, calls)) {
      const called = calledOf(tree, call)
      if (called === undefined) continue
      // `main().catch(…)` calls main first; `run(main)` may call it.
      const meaning = meaningOf(source, called)
      if (meaning.kind === 'function' && isFunction(tree, meaning.node)) started.add(meaning.node)
    }
  }
  return started
}

function exportsAnything(source: JavaScriptSource): boolean {
  const { tree } = source
  if (![...nodesOf(tree, 'export_statement')].every((node) => parentOf(tree, node) !== 0)) return true
  return [...nodesOf(tree, 'assignment_expression')].some((node) => {
    const left = fieldOf(tree, node, 'left')
    return left !== undefined && /^(module\.)?exports\b/.test(textOf(tree, left))
  })
}

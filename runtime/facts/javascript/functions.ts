/** Functions, and the pseudo-function of the file to which code outside of any belongs. */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { type FlatTree, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
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
      decorators: [],
      async: false,
      entry_point: started !== undefined,
    },
  ]
  const decorators = decoratorsIn(source)
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
      decorators: decorators.get(node) ?? [],
      ...returnsOf(source, node),
      async: isAsync(source, node),
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

/** The word stands before the name, or before the parameters of one that has none. */
function isAsync({ tree }: JavaScriptSource, node: number): boolean {
  const behind = ['name', 'parameters', 'parameter'].flatMap((field) => fieldOf(tree, node, field) ?? [])[0]
  const end = behind === undefined ? tree.starts[node] : tree.starts[behind]
  return /\basync\b/.test(tree.text.slice(tree.starts[node], end))
}

/** By the node that they stand before: `@Get("/")` is "Get". */
function decoratorsIn(source: JavaScriptSource): ReadonlyMap<number, readonly string[]> {
  const { tree } = source
  const decorators = new Map<number, string[]>()
  for (const node of nodesOf(tree, 'decorator')) {
    const named = firstChild(tree, node)
    if (named === undefined) continue
    const decorated = afterDecorators(tree, node)
    const before = decorators.get(decorated) ?? []
    before.push(excerpt(meaningOf(source, calledOf(tree, named) ?? named).dotted))
    decorators.set(decorated, before)
  }
  return decorators
}

function afterDecorators(tree: FlatTree, decorator: number): number {
  let next = decorator
  while (typeOf(tree, next) === 'decorator') next = tree.nexts[next] ?? 0
  return next
}

function returnsOf({ tree }: JavaScriptSource, node: number): Pick<LocalFact<'function'>, 'returns'> {
  const annotation = fieldOf(tree, node, 'return_type')
  const type = annotation === undefined ? undefined : firstChild(tree, annotation)
  return type === undefined ? {} : { returns: excerpt(textOf(tree, type)) }
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

/** Functions, and the pseudo-function of the file to which code outside of any belongs. */
import { excerpt } from '../excerpt.ts'
import type { LocalFact } from '../extractor.ts'
import { childrenOf, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { isThere } from '../tree/tree.ts'
import { ownCallee } from './flow/own-calls.ts'
import { resultClass } from './instances.ts'
import { meaningOf } from './names.ts'
import { commandModules, projectFiles } from './packages.ts'
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
  const indexes = new Map<number, number>([[0, 0]])
  const isScript = tree.text.startsWith('#!') || input.file.name === '__main__.py'
  const started = startedFunctions(source, isScript)
  const facts: LocalFact<'function'>[] = [
    {
      at: input.lines.placeOf(0, 0),
      name: moduleFunction,
      qualified_name: moduleFunction,
      parameters: [],
      decorators: [],
      async: false,
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
      decorators: decoratorsOf(source, node),
      ...returnsOf(source, node),
      async: textOf(tree, node).startsWith('async'),
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

/** `@app.task(retries=3)` is "app.task". */
function decoratorsOf(source: PythonSource, definition: number): readonly string[] {
  const { tree } = source
  const decorated = parentOf(tree, definition)
  if (typeOf(tree, decorated) !== 'decorated_definition') return []
  return [...childrenOf(tree, decorated)].flatMap((child) => {
    const named = typeOf(tree, child) === 'decorator' ? firstChild(tree, child) : undefined
    if (named === undefined) return []
    const called = typeOf(tree, named) === 'call' ? (fieldOf(tree, named, 'function') ?? named) : named
    return [excerpt(meaningOf(source, called).dotted)]
  })
}

function returnsOf({ tree }: PythonSource, definition: number): Pick<LocalFact<'function'>, 'returns'> {
  const type = fieldOf(tree, definition, 'return_type')
  return type === undefined ? {} : { returns: excerpt(textOf(tree, type)) }
}

/** By its name the file of a package that says how it is installed, whose `main` a command calls. */
const isScriptOfPackage = ({ input: { file, tree } }: PythonSource): boolean =>
  commandModules.includes(file.name) &&
  projectFiles.some((name) => tree.ask(isThere, name)) &&
  tree.ask(isThere, `${file.path.slice(0, -file.name.length)}__init__.py`)

/**
 * The functions of this file that are called below `if __name__ == "__main__":`, or by the last statement of a script,
 * also as an argument, as in `sys.exit(main())`. Undefined where there is no such place.
 */
function startedFunctions(source: PythonSource, isScript: boolean): ReadonlySet<number> | undefined {
  const { tree, bindings, scopes } = source
  let started: Set<number> | undefined
  let methods: ReadonlyMap<string, number> | undefined
  for (const node of nodesOf(tree, 'if_statement')) {
    const condition = fieldOf(tree, node, 'condition')
    const isGuard =
      condition !== undefined && /^\(?\s*(__name__\s*==|['"]__main__['"]\s*==)/.test(textOf(tree, condition))
    if (!isGuard || parentOf(tree, node) !== 0) continue
    started ??= new Set()
    call(fieldOf(tree, node, 'consequence') ?? node, started)
  }
  const last = isScript ? [...childrenOf(tree, 0)].filter((node) => typeOf(tree, node) !== 'comment').at(-1) : undefined
  // The command of an installed package calls it, from without.
  if (isScriptOfPackage(source)) {
    const own = bindings.namesOf(0).get('main') ?? []
    started ??= new Set(own.flatMap((binding) => (binding.kind === 'function' ? [binding.node] : [])))
  }
  const isStatement = last !== undefined && /^(expression_statement|raise_statement|call)$/.test(typeOf(tree, last))
  if (isStatement) {
    started ??= new Set()
    call(last, started)
  }
  // A set goes on to what is added to it on the way.
  if (started !== undefined) for (const node of started) if (onlyHandsOn(node)) call(node, started)
  return started

  /** `def run(): sys.exit(main())` is another name of main, and so is one that makes the object whose method it calls. */
  function onlyHandsOn(definition: number): boolean {
    const body = fieldOf(tree, definition, 'body')
    const statements = body === undefined ? [] : [...childrenOf(tree, body)].flatMap((node) => valueIn(node) ?? [])
    const last = statements.pop()
    return last !== undefined && typeOf(tree, last) === 'call' && statements.every(makesObject)
  }

  /** `client = Client(path)` */
  function makesObject(statement: number): boolean {
    const value = typeOf(tree, statement) === 'assignment' ? fieldOf(tree, statement, 'right') : undefined
    const own = value !== undefined && typeOf(tree, value) === 'call' ? ownCallee(source, value) : undefined
    return own !== undefined && resultClass(own) !== undefined
  }

  /** What a statement comes to; nothing for comments and for texts that document. */
  function valueIn(statement: number): number | undefined {
    const isWrapped = /^(expression|return)_statement$/.test(typeOf(tree, statement))
    const value = isWrapped ? (firstChild(tree, statement) ?? statement) : statement
    return /^(comment|string)$/.test(typeOf(tree, value)) ? undefined : value
  }

  /** `Client(path).run()`, where this file has the class. */
  function methodCalled(node: number): number | undefined {
    const own = ownCallee(source, node)?.split('.').slice(-2).join('.')
    return own === undefined ? undefined : methodsByName().get(own)
  }

  function methodsByName(): ReadonlyMap<string, number> {
    methods ??= new Map([...nodesOf(tree, 'function_definition')].map((node) => [scopes.qualifiedName(node), node]))
    return methods
  }

  function call(body: number, into: Set<number>): void {
    for (let inner = body; inner < (tree.nexts[body] ?? 0); inner++) {
      const callee = typeOf(tree, inner) === 'call' ? fieldOf(tree, inner, 'function') : undefined
      if (callee === undefined) continue
      if (typeOf(tree, callee) === 'attribute') {
        const method = methodCalled(inner)
        if (method !== undefined) into.add(method)
      }
      if (typeOf(tree, callee) !== 'identifier') continue
      for (const binding of bindings.lookup(textOf(tree, callee), callee)) {
        if (binding.kind === 'function') into.add(binding.node)
      }
    }
  }
}

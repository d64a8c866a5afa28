/**
 * Names and what they are bound to. A scope is a module, a function, a lambda, a class or a comprehension; names are
 * looked up outwards, past classes, as Python does.
 */
import { childrenOf, enclosing, type FlatTree, fieldOf, fieldsOf, textOf, typeOf } from '../syntax/flat.ts'
import { importBindings } from './imports.ts'

export type Binding =
  /** `import a.b as c`: the name stands for the dotted name. */
  | { readonly kind: 'import'; readonly dotted: string }
  /** One expression, by its node. */
  | { readonly kind: 'value'; readonly node: number }
  | { readonly kind: 'function'; readonly node: number }
  | { readonly kind: 'class'; readonly node: number }
  | { readonly kind: 'parameter'; readonly function: number; readonly default: number | undefined }
  /** Bound by a loop, an unpacking, a handler: to nothing that is known. */
  | { readonly kind: 'unknown' }

export interface Scopes {
  /** What a name means at a node, every binding in the scope that has it; empty if nothing in the file binds it. */
  lookup(name: string, at: number): readonly Binding[]
  /** The function, lambda or module that a node stands in. */
  functionOf(node: number): number
}

const functionTypes = new Set(['function_definition', 'lambda', 'module'])
const scopeTypes = new Set([
  ...functionTypes,
  'class_definition',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
])

export function buildScopes(tree: FlatTree, modulePath: string): Scopes {
  const bindings = new Map<number, Map<string, Binding[]>>()
  const scopeOf = (node: number) => enclosing(tree, node, scopeTypes) ?? 0
  const bind = (scope: number, name: string, binding: Binding) => {
    const names = bindings.get(scope) ?? new Map<string, Binding[]>()
    bindings.set(scope, names)
    const known = names.get(name)
    if (known === undefined) names.set(name, [binding])
    else known.push(binding)
  }
  for (let node = 0; node < tree.count; node++) bindNode(tree, modulePath, node, scopeOf, bind)
  return {
    functionOf: (node) => enclosing(tree, node, functionTypes) ?? 0,
    lookup(name, at) {
      let first = true
      for (
        let scope: number | undefined = scopeOf(at);
        scope !== undefined;
        scope = enclosing(tree, scope, scopeTypes)
      ) {
        const found = bindings.get(scope)?.get(name)
        // The body of a class sees its own names; functions in it do not.
        if (found !== undefined && (first || typeOf(tree, scope) !== 'class_definition')) return found
        first = false
      }
      return []
    },
  }
}

type Bind = (scope: number, name: string, binding: Binding) => void

function bindNode(
  tree: FlatTree,
  modulePath: string,
  node: number,
  scopeOf: (node: number) => number,
  bind: Bind,
): void {
  switch (typeOf(tree, node)) {
    case 'import_statement':
    case 'import_from_statement':
      for (const { name, dotted } of importBindings(tree, node, modulePath))
        bind(scopeOf(node), name, { kind: 'import', dotted })
      return
    case 'function_definition':
    case 'class_definition': {
      const name = fieldOf(tree, node, 'name')
      const kind = typeOf(tree, node) === 'class_definition' ? 'class' : 'function'
      if (name !== undefined) bind(scopeOf(node), textOf(tree, name), { kind, node })
      bindParameters(tree, node, bind)
      return
    }
    case 'lambda':
      bindParameters(tree, node, bind)
      return
    case 'assignment':
      bindAssignment(tree, node, scopeOf(node), bind)
      return
    case 'named_expression': {
      const [name, value] = [fieldOf(tree, node, 'name'), fieldOf(tree, node, 'value')]
      if (name !== undefined && value !== undefined)
        bind(scopeOf(node), textOf(tree, name), { kind: 'value', node: value })
      return
    }
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause': {
      const left = fieldOf(tree, node, 'left')
      if (left !== undefined) bindTargets(tree, left, scopeOf(node), bind)
      return
    }
    case 'as_pattern_target':
      bindTargets(tree, node, scopeOf(node), bind)
      return
    default:
      return
  }
}

function bindAssignment(tree: FlatTree, node: number, scope: number, bind: Bind): void {
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  if (left === undefined || right === undefined) return
  if (typeOf(tree, left) === 'identifier') bind(scope, textOf(tree, left), { kind: 'value', node: right })
  else bindTargets(tree, left, scope, bind)
}

/** Every plain name in a target; attributes and subscripts bind no name. */
function bindTargets(tree: FlatTree, target: number, scope: number, bind: Bind): void {
  if (typeOf(tree, target) === 'identifier') bind(scope, textOf(tree, target), { kind: 'unknown' })
  if (typeOf(tree, target) === 'attribute' || typeOf(tree, target) === 'subscript') return
  for (const child of childrenOf(tree, target)) bindTargets(tree, child, scope, bind)
}

function bindParameters(tree: FlatTree, node: number, bind: Bind): void {
  const parameters = fieldOf(tree, node, 'parameters')
  if (parameters === undefined) return
  for (const parameter of childrenOf(tree, parameters)) {
    const name = parameterName(tree, parameter)
    if (name === undefined) continue
    bind(node, textOf(tree, name), { kind: 'parameter', function: node, default: fieldOf(tree, parameter, 'value') })
  }
}

/** The name of a parameter in any of its forms: plain, typed, with a default, starred. */
export function parameterName(tree: FlatTree, parameter: number): number | undefined {
  if (typeOf(tree, parameter) === 'identifier') return parameter
  const named = fieldsOf(tree, parameter, 'name')[0]
  if (named !== undefined) return named
  for (const child of childrenOf(tree, parameter)) {
    const inner = typeOf(tree, child) === 'identifier' ? child : parameterName(tree, child)
    if (inner !== undefined) return inner
  }
  return undefined
}

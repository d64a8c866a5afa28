/** What is called: names resolved through imports, aliases, partial applications and the classes of receivers. */
import { childrenOf, fieldOf, textOf, typeOf } from '../syntax/flat.ts'
import { qualifiedName } from './functions.ts'
import type { Binding } from './scopes.ts'
import type { PythonSource } from './source.ts'

/** What some functions of the standard library give is an instance of a class, by which its methods are named. */
const instances: Readonly<Record<string, string>> = {
  'logging.getLogger': 'logging.Logger',
  'pathlib.Path.cwd': 'pathlib.Path',
  'pathlib.Path.home': 'pathlib.Path',
  'sqlite3.connect': 'sqlite3.Connection',
  'socket.create_connection': 'socket.socket',
}

/** Longer chains of aliases than people write. */
const deepest = 8

/** The dotted name of an expression; undefined for what is no name, such as a subscript. */
export function dottedName(source: PythonSource, node: number, depth = 0): string | undefined {
  const { tree } = source
  if (depth > deepest) return undefined
  switch (typeOf(tree, node)) {
    case 'identifier':
      return nameOf(source, node, depth)
    case 'attribute': {
      const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
      if (object === undefined || attribute === undefined) return undefined
      const base = dottedName(source, object, depth + 1)
      return base === undefined ? undefined : `${base}.${textOf(tree, attribute)}`
    }
    case 'call': {
      const callee = fieldOf(tree, node, 'function')
      const called = callee === undefined ? undefined : dottedName(source, callee, depth + 1)
      return called === undefined ? undefined : (instances[called] ?? called)
    }
    case 'parenthesized_expression':
    case 'await': {
      const [inner] = childrenOf(tree, node)
      return inner === undefined ? undefined : dottedName(source, inner, depth + 1)
    }
    default:
      return undefined
  }
}

/** An import stands for what it imports, even beside a fallback; any other name is followed only if it is bound once. */
function nameOf(source: PythonSource, node: number, depth: number): string | undefined {
  const name = textOf(source.tree, node)
  const bindings = source.scopes.lookup(name, node)
  const imported = bindings.find((binding) => binding.kind === 'import')
  if (imported !== undefined) return imported.dotted
  const [only, other] = bindings
  if (only === undefined) return name
  return other === undefined ? boundName(source, only, name, depth) : something(name)
}

/** A name of the file's own that stands for nothing known, so that it is not taken for a module of that name. */
const something = (name: string): string => (name === 'self' || name === 'cls' ? name : `(${name})`)

function boundName(source: PythonSource, binding: Binding, name: string, depth: number): string | undefined {
  switch (binding.kind) {
    case 'function':
    case 'class':
      return `${source.module}.${qualifiedName(source.tree, binding.node)}`
    case 'value': {
      const partial = partialOf(source, binding.node)
      if (partial !== undefined) return dottedName(source, partial, depth + 1)
      const aliased = new Set(['identifier', 'attribute', 'call'])
      return aliased.has(typeOf(source.tree, binding.node))
        ? dottedName(source, binding.node, depth + 1)
        : something(name)
    }
    default:
      return something(name)
  }
}

/** The function that `functools.partial(function, …)` applies in part. */
export function partialOf(source: PythonSource, node: number): number | undefined {
  const { tree } = source
  if (typeOf(tree, node) !== 'call') return undefined
  const callee = fieldOf(tree, node, 'function')
  if (callee === undefined || dottedName(source, callee, 1) !== 'functools.partial') return undefined
  const list = fieldOf(tree, node, 'arguments')
  return list === undefined ? undefined : childrenOf(tree, list).next().value
}

/** The partial application that a called name was bound to. */
export function partialCall(source: PythonSource, callee: number): number | undefined {
  if (typeOf(source.tree, callee) !== 'identifier') return undefined
  const [only, other] = source.scopes.lookup(textOf(source.tree, callee), callee)
  if (only?.kind !== 'value' || other !== undefined) return undefined
  return partialOf(source, only.node) === undefined ? undefined : only.node
}

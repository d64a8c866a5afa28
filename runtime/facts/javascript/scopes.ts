/** The scope in which each node stands: the module, a function, a block, a class. And the names of what is defined there. */
import { type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { around, isClass, isFunction, propertyName } from './syntax.ts'

const blocks = new Set([
  'statement_block',
  'for_statement',
  'for_in_statement',
  'catch_clause',
  'switch_body',
  'class_static_block',
])

/** Deeper nesting than people write; names further out are not seen. */
const deepest = 100

export class Scopes {
  readonly #tree: FlatTree
  readonly #scopes: Int32Array

  constructor(tree: FlatTree) {
    this.#tree = tree
    this.#scopes = new Int32Array(tree.count)
    for (let node = 1; node < tree.count; node++) {
      const parent = parentOf(tree, node)
      this.#scopes[node] = this.#opens(parent) ? parent : (this.#scopes[parent] ?? 0)
    }
  }

  #opens(node: number): boolean {
    return (
      node === 0 || isFunction(this.#tree, node) || isClass(this.#tree, node) || blocks.has(typeOf(this.#tree, node))
    )
  }

  /** The scope that a node stands in; the module's own is itself. */
  of(node: number): number {
    return this.#scopes[node] ?? 0
  }

  /** The scopes around a node, innermost first. */
  *around(node: number): Generator<number> {
    let scope = node
    for (let depth = 0; depth < deepest && scope !== 0; depth++) {
      scope = this.of(scope)
      yield scope
    }
    if (scope !== 0 || node === 0) yield 0
  }

  /** The function that a node stands in; 0 for the module. */
  functionOf(node: number): number {
    for (const scope of this.around(node)) if (isFunction(this.#tree, scope)) return scope
    return 0
  }

  /** The class whose object `this` is at a node: arrow functions leave it as it is. */
  classAt(node: number): number | undefined {
    const tree = this.#tree
    for (const scope of this.around(node)) {
      if (isClass(tree, scope)) return scope
      if (!isFunction(tree, scope) || typeOf(tree, scope) === 'arrow_function') continue
      return this.classOf(scope)
    }
    return undefined
  }

  /** The class of which a function is a method. */
  classOf(definition: number): number | undefined {
    const tree = this.#tree
    const body = parentOf(tree, definition)
    if (typeOf(tree, definition) !== 'method_definition' || typeOf(tree, body) !== 'class_body') return undefined
    return parentOf(tree, body)
  }

  /** The function or class by the name that the code calls it by; empty where it has none. */
  nameOf(definition: number): string {
    const tree = this.#tree
    const own = fieldOf(tree, definition, 'name')
    return own === undefined ? this.#givenName(definition) : (propertyName(tree, own) ?? textOf(tree, own))
  }

  /** The name that a function, a class or an object gets by where it is written. */
  #givenName(node: number): string {
    const tree = this.#tree
    const parent = parentOf(tree, node)
    switch (typeOf(tree, parent)) {
      case 'variable_declarator':
      case 'public_field_definition':
        return this.#textOfField(parent, 'name')
      case 'field_definition':
        return this.#textOfField(parent, 'property')
      case 'pair':
        return this.#textOfField(parent, 'key')
      case 'assignment_expression':
        return assignedName(this.#textOfField(parent, 'left'))
      case 'export_statement':
        return 'default'
      default:
        return ''
    }
  }

  #textOfField(node: number, field: string): string {
    const found = fieldOf(this.#tree, node, field)
    return found === undefined ? '' : (propertyName(this.#tree, found) ?? textOf(this.#tree, found))
  }

  /** The name of a function or class, behind those of what is around it. */
  qualifiedName(definition: number): string {
    const tree = this.#tree
    const names = [this.nameOf(definition)]
    let left = deepest
    for (const outer of around(tree, definition)) {
      if (left-- === 0) break
      if (isFunction(tree, outer) || isClass(tree, outer)) names.unshift(this.nameOf(outer))
      else if (typeOf(tree, outer) === 'object') names.unshift(this.#givenName(outer))
    }
    return names.filter((name) => name !== '').join('.')
  }
}

/** `exports.send`, `module.exports.send`, `Client.prototype.send`. What a whole module is has no name of its own. */
function assignedName(left: string): string {
  if (left === 'module.exports' || left === 'exports') return ''
  return left.replace(/^(module\.)?exports\./, '').replace('.prototype.', '.')
}

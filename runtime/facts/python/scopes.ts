/**
 * The scope in which each node stands: a module, a function, a lambda, a class or a comprehension. What Python evaluates
 * outside of the construct that it is written in stands outside here, too: defaults, annotations, base classes, decorators
 * and the first iterable of a comprehension.
 */
import { type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'

const functions = new Set(['function_definition', 'lambda', 'module'])
const named = new Set(['function_definition', 'class_definition'])
const comprehensions = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
])
const parametersWithMore = new Set(['default_parameter', 'typed_default_parameter', 'typed_parameter'])

/** Deeper nesting than Python itself compiles; names further out are not seen. */
const deepest = 100

export class Scopes {
  readonly #tree: FlatTree
  readonly #scopes: Int32Array

  constructor(tree: FlatTree) {
    this.#tree = tree
    this.#scopes = new Int32Array(tree.count)
    for (let node = 1; node < tree.count; node++) this.#scopes[node] = this.#scopeOf(node, parentOf(tree, node))
  }

  /** The scope that a node stands in; the module's own is itself. */
  of(node: number): number {
    return this.#scopes[node] ?? 0
  }

  /** The scopes in which a name at the node is looked up, innermost first: functions do not see the names of classes. */
  *visibleAt(node: number): Generator<number> {
    let first = true
    for (const scope of this.around(node)) {
      if (first || typeOf(this.#tree, scope) !== 'class_definition') yield scope
      first = false
    }
  }

  /** The scopes around a node, innermost first. */
  *around(node: number): Generator<number> {
    let scope = node
    for (let depth = 0; depth < deepest && scope !== 0; depth++) {
      scope = this.of(scope)
      yield scope
    }
    if (node === 0) yield 0
  }

  /** The function, lambda or module that a node stands in. */
  functionOf(node: number): number {
    for (const scope of this.around(node)) if (functions.has(typeOf(this.#tree, scope))) return scope
    return 0
  }

  /** Where an assignment expression binds: comprehensions let its name out. */
  outsideComprehensions(node: number): number {
    for (const scope of this.around(node)) if (!comprehensions.has(typeOf(this.#tree, scope))) return scope
    return 0
  }

  /** The class whose body a function is defined in. */
  classOf(definition: number): number | undefined {
    const scope = this.of(definition)
    return typeOf(this.#tree, scope) === 'class_definition' ? scope : undefined
  }

  /** The name of a function or class, behind those of the functions and classes around it. */
  qualifiedName(definition: number): string {
    const names = [definition, ...this.around(definition)].flatMap((scope) => this.nameOf(scope) ?? [])
    return names.reverse().join('.')
  }

  /** What a function or a class is called; undefined for other scopes. */
  nameOf(scope: number): string | undefined {
    // A module is asked as often as it has functions, and all of its statements would be searched for the name.
    if (!named.has(typeOf(this.#tree, scope))) return undefined
    const name = fieldOf(this.#tree, scope, 'name')
    return name === undefined ? undefined : textOf(this.#tree, name)
  }

  #scopeOf(node: number, parent: number): number {
    const tree = this.#tree
    const field = tree.fields[node]
    const type = typeOf(tree, parent)
    switch (type) {
      case 'function_definition':
      case 'class_definition':
        return field === 'body' || field === 'parameters' ? parent : this.of(parent)
      case 'module':
      case 'lambda':
        return parent
      case 'for_in_clause': {
        const comprehension = parentOf(tree, parent)
        const isFirst = tree.nexts[comprehension + 1] === parent
        return isFirst && field === 'right' ? this.of(comprehension) : this.of(parent)
      }
      default:
        if (comprehensions.has(type)) return parent
        if (parametersWithMore.has(type) && (field === 'value' || field === 'type')) {
          return this.of(parentOf(tree, parentOf(tree, parent)))
        }
        return this.of(parent)
    }
  }
}

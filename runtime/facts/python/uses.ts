/** Where functions return, are called, and dictionaries are changed: looked up by name, gathered when first asked for. */
import { type FlatTree, fieldOf, firstChild, nodesOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Scopes } from './scopes.ts'

export class Uses {
  readonly #tree: FlatTree
  readonly #scopes: Scopes
  #returns: ReadonlyMap<number, readonly number[]> | undefined
  #yields: ReadonlyMap<number, readonly number[]> | undefined
  #calls: ReadonlyMap<string, readonly number[]> | undefined
  #stores: ReadonlyMap<string, readonly number[]> | undefined
  #names: ReadonlyMap<string, readonly number[]> | undefined

  constructor(tree: FlatTree, scopes: Scopes) {
    this.#tree = tree
    this.#scopes = scopes
  }

  /** The values that a function returns. */
  returnsOf(definition: number): readonly number[] {
    this.#returns ??= this.#grouped('return_statement', (node) => {
      const value = firstChild(this.#tree, node)
      return value === undefined ? undefined : [this.#scopes.functionOf(node), value]
    })
    return this.#returns.get(definition) ?? []
  }

  /** The values that a generator gives, one after the other. */
  yieldsOf(definition: number): readonly number[] {
    this.#yields ??= this.#grouped('yield', (node) => {
      const value = firstChild(this.#tree, node)
      return value === undefined ? undefined : [this.#scopes.functionOf(node), value]
    })
    return this.#yields.get(definition) ?? []
  }

  /** The calls of whatever goes by a name, as an attribute or by itself. */
  callsOf(name: string): readonly number[] {
    this.#calls ??= this.#grouped('call', (node) => {
      const callee = fieldOf(this.#tree, node, 'function')
      const last = callee === undefined ? undefined : (fieldOf(this.#tree, callee, 'attribute') ?? callee)
      return last === undefined || typeOf(this.#tree, last) !== 'identifier' ? undefined : [this.#text(last), node]
    })
    return this.#calls.get(name) ?? []
  }

  /** The assignments to an element of what goes by a name: `name[key] = value`. */
  storesTo(name: string): readonly number[] {
    this.#stores ??= this.#grouped('assignment', (node) => {
      const left = fieldOf(this.#tree, node, 'left')
      const object = left !== undefined && typeOf(this.#tree, left) === 'subscript' ? left + 1 : undefined
      return object === undefined ? undefined : [this.#text(object), node]
    })
    return this.#stores.get(name) ?? []
  }

  /** The places where a name is written. */
  mentionsOf(name: string): readonly number[] {
    this.#names ??= this.#grouped('identifier', (node) => [this.#text(node), node])
    return this.#names.get(name) ?? []
  }

  #grouped<K>(type: string, entry: (node: number) => readonly [K, number] | undefined) {
    const groups = new Map<K, number[]>()
    for (const node of nodesOf(this.#tree, type)) {
      const [key, value] = entry(node) ?? []
      if (key === undefined || value === undefined) continue
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [value])
      else group.push(value)
    }
    return groups
  }

  #text(node: number): string {
    return textOf(this.#tree, node)
  }
}

/** What names are bound to, scope by scope, and what the objects of classes hold. */
import { type FlatTree, fieldOf, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { importedNames } from './imports.ts'
import type { Modules } from './modules.ts'
import { type Parameter, parametersOf } from './parameters.ts'
import { targetsOf } from './patterns.ts'
import type { Scopes } from './scopes.ts'
import { classNodes, functionNodes, isClass, isFunction, propertyName } from './syntax.ts'

/** `path` leads into a value: undefined is any of its elements. */
export type Binding =
  | { readonly kind: 'import'; readonly dotted: string }
  | Bound<'value', { readonly node: number }>
  | Bound<'parameter', { readonly parameter: Parameter }>
  | { readonly kind: 'function' | 'class'; readonly node: number }
  /** Of a `catch`. */
  | { readonly kind: 'caught'; readonly clause: number }

type Bound<K extends string, T> = T & {
  readonly kind: K
  readonly path: readonly (string | undefined)[]
  /** What it is where nothing is there. */
  readonly otherwise: number | undefined
}

/** More bindings of one name than this say no more than so many: that nothing is known. */
const most = 16
/** More mentions of one name than this are not looked through. */
const mostMentions = 500

export class Bindings {
  readonly #tree: FlatTree
  readonly #scopes: Scopes
  readonly #names = new Map<number, Map<string, Binding[]>>()
  /** By class. */
  readonly #members = new Map<number, Map<string, Binding[]>>()
  readonly #mentions = new Map<string, number[]>()

  constructor(tree: FlatTree, scopes: Scopes, modules: Modules) {
    this.#tree = tree
    this.#scopes = scopes
    for (const { name, dotted } of importedNames(tree, modules)) this.#bind(0, name, { kind: 'import', dotted })
    this.#collectDefinitions()
    this.#collectDeclarations()
    this.#collectLoops()
    this.#collectCaught()
    this.#collectAssignments()
    this.#collectFields()
    this.#collectMentions()
  }

  /** What a name means at a node; undefined if nothing in the file declares it. The same list each time. */
  lookup(name: string, at: number): readonly Binding[] | undefined {
    for (const scope of this.#scopes.around(at)) {
      const found = isClass(this.#tree, scope) ? undefined : this.#names.get(scope)?.get(name)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** A method, a field, or what `this.name = …` in a class of the file gives. The same list each time. */
  member(definition: number, name: string): readonly Binding[] {
    return this.#members.get(definition)?.get(name) ?? none
  }

  membersOf(definition: number): ReadonlyMap<string, readonly Binding[]> {
    return this.#members.get(definition) ?? new Map()
  }

  namesOf(scope: number): ReadonlyMap<string, readonly Binding[]> {
    return this.#names.get(scope) ?? new Map()
  }

  /** Every identifier of a name that is no declaration. */
  mentionsOf(name: string): readonly number[] {
    return this.#mentions.get(name) ?? []
  }

  #collectDefinitions(): void {
    const tree = this.#tree
    for (const type of functionNodes) {
      for (const node of nodesOf(tree, type)) {
        const name = fieldOf(tree, node, 'name')
        const isDeclared = type.endsWith('declaration')
        if (name !== undefined && type !== 'method_definition') {
          this.#bind(isDeclared ? this.#scopes.of(node) : node, textOf(tree, name), { kind: 'function', node })
        }
        for (const parameter of parametersOf(tree, node)) this.#bindParameter(node, parameter)
      }
    }
    for (const type of classNodes) {
      for (const node of nodesOf(tree, type)) {
        const name = fieldOf(tree, node, 'name')
        if (name !== undefined) this.#bind(this.#scopes.of(node), textOf(tree, name), { kind: 'class', node })
      }
    }
  }

  #bindParameter(definition: number, parameter: Parameter): void {
    for (const { node, path, otherwise } of targetsOf(this.#tree, parameter.pattern)) {
      const fallback = otherwise ?? (path.length === 0 ? parameter.otherwise : undefined)
      this.#bind(definition, textOf(this.#tree, node), { kind: 'parameter', parameter, path, otherwise: fallback })
    }
    const owner = parameter.isProperty ? this.#scopes.classOf(definition) : undefined
    if (owner !== undefined) {
      this.#addMember(owner, parameter.name, { kind: 'parameter', parameter, path: [], otherwise: parameter.otherwise })
    }
  }

  #collectDeclarations(): void {
    const tree = this.#tree
    for (const node of nodesOf(tree, 'variable_declarator')) {
      const [name, value] = [fieldOf(tree, node, 'name'), fieldOf(tree, node, 'value')]
      if (name === undefined) continue
      const isVariable = typeOf(tree, parentOf(tree, node)) === 'variable_declaration'
      const scope = isVariable ? this.#scopes.functionOf(node) : this.#scopes.of(node)
      for (const { node: target, path, otherwise } of targetsOf(tree, name)) {
        // A name that gets its value later is declared all the same.
        if (value === undefined) this.#declare(scope, textOf(tree, target))
        else this.#bind(scope, textOf(tree, target), this.#valued(value, path, otherwise))
      }
    }
  }

  #valued(value: number, path: readonly (string | undefined)[], otherwise: number | undefined): Binding {
    const isWhole = path.length === 0
    if (isWhole && isFunction(this.#tree, value)) return { kind: 'function', node: value }
    if (isWhole && isClass(this.#tree, value)) return { kind: 'class', node: value }
    return { kind: 'value', node: value, path, otherwise }
  }

  #collectLoops(): void {
    const tree = this.#tree
    for (const node of nodesOf(tree, 'for_in_statement')) {
      const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
      if (left === undefined || right === undefined) continue
      const isKeys = /\bin\b/.test(tree.text.slice(tree.ends[left], tree.starts[right]))
      for (const { node: target, path, otherwise } of targetsOf(tree, left)) {
        const within = isKeys ? [undefined] : [undefined, ...path]
        this.#bind(node, textOf(tree, target), { kind: 'value', node: right, path: within, otherwise })
      }
    }
  }

  #collectCaught(): void {
    const tree = this.#tree
    for (const clause of nodesOf(tree, 'catch_clause')) {
      const parameter = fieldOf(tree, clause, 'parameter')
      if (parameter === undefined) continue
      for (const { node } of targetsOf(tree, parameter))
        this.#bind(clause, textOf(tree, node), { kind: 'caught', clause })
    }
  }

  /** Where nothing declares the name, it is one of the module. */
  #collectAssignments(): void {
    const tree = this.#tree
    for (const type of ['assignment_expression', 'augmented_assignment_expression']) {
      for (const node of nodesOf(tree, type)) {
        const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
        if (left === undefined || right === undefined) continue
        for (const { node: target, path, otherwise } of targetsOf(tree, left)) {
          const bound = this.#valued(right, path, otherwise)
          if (/^(identifier|shorthand_property)/.test(typeOf(tree, target))) {
            this.#bind(this.#declaring(target), textOf(tree, target), bound)
          } else this.#assignMember(target, bound)
        }
      }
    }
  }

  #declaring(target: number): number {
    const name = textOf(this.#tree, target)
    for (const scope of this.#scopes.around(target)) if (this.#names.get(scope)?.has(name)) return scope
    return 0
  }

  #assignMember(target: number, bound: Binding): void {
    const tree = this.#tree
    const [object, property] = [fieldOf(tree, target, 'object'), fieldOf(tree, target, 'property')]
    if (object === undefined || property === undefined || typeOf(tree, object) !== 'this') return
    const owner = this.#scopes.classAt(object)
    if (owner !== undefined) this.#addMember(owner, textOf(tree, property), bound)
  }

  #collectFields(): void {
    const tree = this.#tree
    for (const type of ['field_definition', 'public_field_definition', 'method_definition']) {
      for (const node of nodesOf(tree, type)) {
        const owner = parentOf(tree, parentOf(tree, node))
        const name = fieldOf(tree, node, 'name') ?? fieldOf(tree, node, 'property')
        if (name === undefined || !isClass(tree, owner)) continue
        const key = propertyName(tree, name)
        const value = fieldOf(tree, node, 'value')
        if (key === undefined) continue
        if (type === 'method_definition') this.#addMember(owner, key, { kind: 'function', node })
        else if (value !== undefined) this.#addMember(owner, key, this.#valued(value, [], undefined))
      }
    }
  }

  #collectMentions(): void {
    for (const type of ['identifier', 'shorthand_property_identifier']) {
      for (const node of nodesOf(this.#tree, type)) {
        const name = textOf(this.#tree, node)
        const list = this.#mentions.get(name)
        if (list === undefined) this.#mentions.set(name, [node])
        else if (list.length < mostMentions) list.push(node)
      }
    }
  }

  #addMember(owner: number, name: string, binding: Binding): void {
    const members = this.#members.get(owner) ?? new Map<string, Binding[]>()
    this.#members.set(owner, members)
    push(members, name, binding)
  }

  #declare(scope: number, name: string): void {
    const names = this.#names.get(scope) ?? new Map<string, Binding[]>()
    this.#names.set(scope, names)
    if (!names.has(name)) names.set(name, [])
  }

  #bind(scope: number, name: string, binding: Binding): void {
    this.#declare(scope, name)
    push(this.#names.get(scope) ?? new Map(), name, binding)
  }
}

const none: readonly Binding[] = []

function push(lists: Map<string, Binding[]>, name: string, item: Binding): void {
  const list = lists.get(name)
  if (list === undefined) lists.set(name, [item])
  else if (list.length <= most) list.push(item)
}

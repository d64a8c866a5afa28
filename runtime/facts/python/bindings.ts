/** What names are bound to, scope by scope, and attributes, whatever object they are of. */
import { childrenOf, type FlatTree, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { importedBy, importStatements } from './imports.ts'
import type { Modules } from './modules.ts'
import { type Parameter, parametersOf } from './parameters.ts'
import type { Scopes } from './scopes.ts'
import { boundIn, capturedIn, elementIn, keysTo } from './targets.ts'

export type Binding =
  /** `import a.b as c`: the name stands for the dotted name. */
  | { readonly kind: 'import'; readonly dotted: string }
  /** The value of an expression. */
  | { readonly kind: 'value'; readonly node: number; readonly annotation: number | undefined }
  /**
   * Something out of the value of an expression: an element, a piece of an unpacking, what was added to it. `keys` lead
   * to it, undefined standing for any; without them it may be all of the value.
   */
  | { readonly kind: 'part'; readonly node: number; readonly keys?: readonly (string | undefined)[] }
  | { readonly kind: 'function'; readonly node: number }
  | { readonly kind: 'class'; readonly node: number }
  | { readonly kind: 'parameter'; readonly parameter: Parameter }
  /** Bound by a handler, to nothing that stands in the file; `clause` is the pattern behind `except`. */
  | { readonly kind: 'unknown'; readonly clause?: number }

/** More bindings of one name than this say no more than so many: that nothing is known. */
const most = 16
/** Longer chains of `a = b = …` than people write. */
const longestChain = 50

export class Bindings {
  /** The modules of which all names are imported. */
  readonly wildcards: readonly string[]
  /** What the import statements of the file bind. */
  readonly importedNames: ReadonlySet<string>
  readonly #tree: FlatTree
  readonly #scopes: Scopes
  readonly #names = new Map<number, Map<string, Binding[]>>()
  /** By class; `undefined` for objects of whatever class. */
  readonly #attributes = new Map<number | undefined, Map<string, Binding[]>>()
  readonly #members = new Map<string, readonly Binding[]>()
  /** By function, the names that it binds outside of itself. */
  readonly #outer = new Map<number, Map<string, 'global' | 'nonlocal'>>()

  constructor(tree: FlatTree, scopes: Scopes, modules: Modules) {
    this.#tree = tree
    this.#scopes = scopes
    this.#collectOuter()
    const imported = importStatements.flatMap((type) =>
      [...nodesOf(tree, type)].flatMap((node) => importedBy(tree, node, modules)),
    )
    for (const { name, dotted, node } of imported) this.#bind(scopes.of(node), name, { kind: 'import', dotted })
    this.wildcards = [...new Set(imported.filter(({ name }) => name === '*').map(({ dotted }) => dotted))]
    this.importedNames = new Set(imported.map(({ name }) => name))
    this.#collectDefinitions()
    this.#collectValues()
    this.#collectTargets()
    this.#collectCaptures()
  }

  /** What a name means at a node: every binding in the scope that has it; none if nothing in the file binds it. */
  lookup(name: string, at: number): readonly Binding[] {
    for (const scope of this.#scopes.visibleAt(at)) {
      const found = this.#names.get(scope)?.get(name)
      if (found !== undefined) return found
    }
    return []
  }

  /**
   * What the body of a class binds a name to, and what is assigned to the attribute: through a method's own object, or
   * through an object that may be one of this class. The same list each time.
   */
  member(definition: number, name: string): readonly Binding[] {
    const key = `${definition} ${name}`
    const known = this.#members.get(key)
    if (known !== undefined) return known
    const places = [this.#names.get(definition), this.#attributes.get(definition), this.#attributes.get(undefined)]
    const found = places.flatMap((names) => names?.get(name) ?? [])
    this.#members.set(key, found)
    return found
  }

  /** What a module, class or function binds, by name. */
  namesOf(scope: number): ReadonlyMap<string, readonly Binding[]> {
    return this.#names.get(scope) ?? new Map()
  }

  /** The names of what is assigned to attributes through a method's own object. */
  attributesOf(definition: number): readonly string[] {
    return [...(this.#attributes.get(definition)?.keys() ?? [])]
  }

  #collectOuter(): void {
    for (const kind of ['global', 'nonlocal'] as const) {
      for (const statement of nodesOf(this.#tree, `${kind}_statement`)) {
        const scope = this.#scopes.of(statement)
        const names = this.#outer.get(scope) ?? new Map()
        this.#outer.set(scope, names)
        for (const name of childrenOf(this.#tree, statement)) names.set(textOf(this.#tree, name), kind)
      }
    }
  }

  #collectDefinitions(): void {
    const tree = this.#tree
    for (const kind of ['function', 'class'] as const) {
      for (const node of nodesOf(tree, `${kind}_definition`)) {
        const name = fieldOf(tree, node, 'name')
        if (name !== undefined) this.#bind(this.#scopes.of(node), textOf(tree, name), { kind, node })
        if (kind === 'function') this.#bindParameters(node)
      }
    }
    for (const node of nodesOf(tree, 'lambda')) this.#bindParameters(node)
  }

  #bindParameters(definition: number): void {
    for (const parameter of parametersOf(this.#tree, definition)) {
      this.#bind(definition, parameter.name, { kind: 'parameter', parameter })
    }
  }

  #collectValues(): void {
    const tree = this.#tree
    for (const node of nodesOf(tree, 'assignment')) {
      const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
      if (left === undefined || right === undefined) continue
      const value = this.#lastOfChain(right)
      const binding = { kind: 'value', node: value, annotation: fieldOf(tree, node, 'type') } as const
      this.#bindTarget(left, this.#scopes.of(node), binding)
    }
    for (const node of nodesOf(tree, 'named_expression')) {
      const [name, value] = [fieldOf(tree, node, 'name'), fieldOf(tree, node, 'value')]
      if (name === undefined || value === undefined) continue
      const scope = this.#scopes.outsideComprehensions(node)
      this.#bind(scope, textOf(tree, name), { kind: 'value', node: value, annotation: undefined })
    }
  }

  /** In `a = b = value` both names are bound to the value. */
  #lastOfChain(right: number): number {
    let value = right
    for (let length = 0; typeOf(this.#tree, value) === 'assignment' && length < longestChain; length++) {
      value = fieldOf(this.#tree, value, 'right') ?? value
    }
    return value
  }

  #collectTargets(): void {
    const tree = this.#tree
    for (const type of ['for_statement', 'for_in_clause', 'augmented_assignment']) {
      for (const node of nodesOf(tree, type)) {
        const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
        if (left === undefined || right === undefined) continue
        const isElement = type !== 'augmented_assignment'
        const part: Binding = { kind: 'part', node: right, ...(isElement ? { keys: [undefined] } : {}) }
        this.#bindTarget(left, this.#scopes.of(left), part)
      }
    }
    for (const target of nodesOf(tree, 'as_pattern_target')) {
      const pattern = parentOf(tree, target)
      const value = firstChild(tree, pattern)
      const name = firstChild(tree, target)
      if (value === undefined || name === undefined) continue
      const isHandler = typeOf(tree, parentOf(tree, pattern)).startsWith('except')
      const binding: Binding = isHandler
        ? { kind: 'unknown', clause: pattern }
        : { kind: 'value', node: value, annotation: undefined }
      this.#bindTarget(name, this.#scopes.of(target), binding)
    }
  }

  /** The names that the patterns of `match` bind, to parts of the subject. */
  #collectCaptures(): void {
    const tree = this.#tree
    for (const clause of nodesOf(tree, 'case_clause')) {
      const subject = fieldOf(tree, parentOf(tree, parentOf(tree, clause)), 'subject')
      const pattern = firstChild(tree, clause)
      if (subject === undefined || pattern === undefined) continue
      for (const node of capturedIn(tree, pattern)) {
        this.#bind(this.#scopes.of(node), textOf(tree, node), { kind: 'part', node: subject })
      }
    }
  }

  #bindTarget(target: number, scope: number, binding: Binding): void {
    const tree = this.#tree
    for (const node of boundIn(tree, target)) {
      const bound = node === target ? binding : this.#unpacked(target, node, binding)
      if (typeOf(tree, node) === 'identifier') this.#bind(scope, textOf(tree, node), bound)
      else this.#bindAttribute(node, bound)
    }
  }

  /** What a name in a pattern gets of the value of the whole: `a, (b, c) = value`. */
  #unpacked(target: number, node: number, binding: Binding): Binding {
    if (binding.kind !== 'value' && binding.kind !== 'part') return binding
    if (binding.kind === 'part') {
      const keys = [...(binding.keys ?? []), ...keysTo(this.#tree, target, node)]
      return { kind: 'part', node: binding.node, keys }
    }
    const { element, rest } = elementIn(this.#tree, binding.node, keysTo(this.#tree, target, node))
    return rest.length === 0
      ? { kind: 'value', node: element, annotation: undefined }
      : { kind: 'part', node: element, keys: rest }
  }

  #bindAttribute(node: number, binding: Binding): void {
    const [object, name] = [fieldOf(this.#tree, node, 'object'), fieldOf(this.#tree, node, 'attribute')]
    if (object === undefined || name === undefined) return
    const owner = this.#ownClass(object)
    const attributes = this.#attributes.get(owner) ?? new Map<string, Binding[]>()
    this.#attributes.set(owner, attributes)
    push(attributes, textOf(this.#tree, name), binding)
  }

  /** The class of `self` in a method, and in functions within one. */
  #ownClass(object: number): number | undefined {
    if (typeOf(this.#tree, object) !== 'identifier') return undefined
    const name = textOf(this.#tree, object)
    for (const scope of this.#scopes.visibleAt(object)) {
      const [bound] = this.#names.get(scope)?.get(name) ?? []
      if (bound === undefined) continue
      const isFirst = bound.kind === 'parameter' && bound.parameter.position === 1
      return isFirst ? this.#scopes.classOf(scope) : undefined
    }
    return undefined
  }

  #bind(scope: number, name: string, binding: Binding): void {
    const outer = this.#outer.get(scope)?.get(name)
    const owner = outer === undefined ? scope : outer === 'global' ? 0 : this.#outerScopeOf(scope, name)
    const names = this.#names.get(owner) ?? new Map<string, Binding[]>()
    this.#names.set(owner, names)
    push(names, name, binding)
  }

  /** The nearest function around that has the name; what it binds was found before what functions in it bind. */
  #outerScopeOf(scope: number, name: string): number {
    for (const around of this.#scopes.around(scope)) if (this.#names.get(around)?.has(name)) return around
    return this.#scopes.functionOf(scope)
  }
}

function push(lists: Map<string, Binding[]>, name: string, item: Binding): void {
  const list = lists.get(name)
  if (list === undefined) lists.set(name, [item])
  else if (list.length <= most) list.push(item)
}

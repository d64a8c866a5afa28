/** Follows names and attributes to what is bound to them: in the file, in its classes, and in the modules it imports. */
import { fieldOf, textOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { importAmong } from '../imports.ts'
import { meaningOf } from '../names.ts'
import { defaultOfOption } from '../options.ts'
import { sourceOf } from '../origin-sources.ts'
import { reachingBindings } from '../values/reaching.ts'
import { behind, changesUnder } from './changes.ts'
import { followCaught } from './exceptions.ts'
import { followParameter, membersNamed } from './parameters.ts'
import type { Search } from './search.ts'
import type { Way } from './way.ts'

/** Of names that are bound more often, which is bound last is not asked. */
const mostBindings = 64

export class NameSearch {
  readonly #search: Search

  constructor(search: Search) {
    this.#search = search
  }

  followName(node: number, way: Way, depth: number): void {
    const { tree, bindings, modules } = this.#search.source
    const name = textOf(tree, node)
    const bound = bindings.lookup(name, node)
    const imported = importAmong(bound)
    if (imported !== undefined || bound.length === 0) {
      const { dotted } = meaningOf(this.#search.source, node)
      const known = sourceOf(dotted)
      if (known !== undefined) this.#search.add(node, known, way)
      else this.#search.addGlobal(node, dotted, modules.isOwn(dotted), way)
      return
    }
    for (const binding of this.#reaching(bound, node)) this.#followBinding(node, name, binding, way, depth)
    this.#followChanges(bound, way, depth)
  }

  /** What was bound before, and certainly bound anew since, is not what a name stands for. */
  #reaching(bound: readonly Binding[], use: number): readonly Binding[] {
    if (bound.length < 2 || bound.length > mostBindings) return bound
    return reachingBindings(this.#search.source, bound, use).reached.map(({ binding }) => binding)
  }

  #followBinding(node: number, name: string, binding: Binding, way: Way, depth: number): void {
    switch (binding.kind) {
      case 'value':
        this.#search.followNamed(binding.node, way, depth + 1)
        return
      case 'part':
        this.#search.followNamed(binding.node, binding.keys === undefined ? way : way.into(...binding.keys), depth + 1)
        return
      case 'parameter':
        followParameter(this.#search, this, node, name, binding.parameter, way, depth)
        return
      case 'class':
        if (way.path.length > 0) this.followMember(binding.node, way, depth)
        else this.#search.add(node, { form: 'global', name: meaningOf(this.#search.source, node).dotted }, way)
        return
      case 'unknown':
        followCaught(this.#search, node, name, binding.clause, way, depth)
        return
      default:
        this.#search.add(node, { form: 'global', name: meaningOf(this.#search.source, node).dotted }, way)
        return
    }
  }

  #followChanges(bound: readonly Binding[], way: Way, depth: number): void {
    for (const change of changesUnder(this.#search.source, bound, way.path)) {
      if (this.#search.exhausted) return
      const rest = behind(change.path, way.path)
      if (rest === undefined) continue
      const isElement = way.path.length === 0 && change.path.length === 1 && change.path[0] === undefined
      this.#search.followNamed(change.node, isElement ? way.element : way.at(rest), depth + 1)
    }
  }

  /** The attribute of a class of this file, or of its bases, that comes first in the path. */
  followMember(owner: number, way: Way, depth: number): void {
    const [key] = way.path
    if (key === undefined || !key.startsWith('.')) return
    const rest = way.rest
    const { bindings, foreign } = membersNamed(this.#search.source, owner, key.slice(1))
    for (const list of bindings) {
      for (const binding of list) {
        if (binding.kind === 'function') this.#followProperty(binding.node, rest, depth)
        else if (binding.kind === 'value' || binding.kind === 'part') {
          const keys = binding.kind === 'part' ? binding.keys : undefined
          this.#search.followNamed(binding.node, keys === undefined ? rest : rest.into(...keys), depth + 1)
        }
      }
      this.#followChanges(list, rest, depth)
    }
    for (const name of foreign) this.#search.addGlobal(owner, name, this.#search.source.modules.isOwn(name), way)
  }

  #followProperty(definition: number, way: Way, depth: number): void {
    for (const value of this.#search.source.uses.returnsOf(definition)) this.#search.followNamed(value, way, depth + 1)
  }

  followAttribute(node: number, way: Way, depth: number): void {
    const { tree, modules } = this.#search.source
    const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
    if (object === undefined || attribute === undefined) return
    const meaning = meaningOf(this.#search.source, object)
    const name = textOf(tree, attribute)
    const known = sourceOf(`${meaning.dotted}.${name}`)
    if (known !== undefined) {
      this.#search.add(node, known, way)
      return
    }
    if (meaning.kind === 'thing') {
      this.#search.addGlobal(node, `${meaning.dotted}.${name}`, modules.isOwn(meaning.dotted), way)
      return
    }
    if (way.path.length === 0) this.#search.add(node, { form: 'attribute', name }, way)
    const standard = meaning.dotted === 'argparse.Namespace' ? defaultOfOption(this.#search.source, name) : undefined
    if (standard !== undefined) this.#search.follow(standard, way, depth + 1)
    // All that an object holds.
    this.#search.follow(object, way.into(name === '__dict__' ? undefined : `.${name}`), depth + 1)
  }
}

/**
 * Follows a value back through the file that it stands in: through names, parts of containers, and what calls may pass on.
 * One search looks at so many expressions at most; what ends it are terms.
 */
import { childrenOf, type FlatTree, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { importAmong } from '../bindings.ts'
import { meaningOf } from '../names.ts'
import { type Source, sourceOf } from '../origin-sources.ts'
import type { PythonSource } from '../source.ts'
import { literalText } from '../string-literals.ts'
import { CallSearch } from './call-search.ts'
import { behind, changesOf } from './changes.ts'
import { followDictionary, followOperator, followSequence, followSubscript } from './containers.ts'
import { followCaught } from './exceptions.ts'
import { followParameter, membersNamed } from './parameters.ts'
import { queryKeysIn } from './query-keys.ts'
import { deepestPath, distinct, type Key, type Open, type Path, partOf, pathText, type Term } from './term.ts'
import { termAt } from './terms-at.ts'

/** In what manner a value is used: which part of it, and what happened to that part on the way. */
export interface Way {
  readonly path: Path
  readonly encoded: boolean
  /** Whether only a part of what is come to is used, nobody knows which. */
  readonly part: boolean
  /** Whether a structure is read out of it. */
  readonly parsed: boolean
  /** Whether an object of foreign code holds what is come to. */
  readonly held: boolean
}

export const wholly: Way = { path: [], encoded: false, part: false, parsed: false, held: false }

export const into = (way: Way, ...keys: readonly Key[]): Way => ({
  ...way,
  path: [...keys, ...way.path].slice(0, deepestPath),
})

/** What a whole is followed by, where a part of what came out of it is used. */
export const entire = (way: Way): Way => ({ ...way, path: [], part: way.part || way.path.at(-1) !== undefined })

/** What is known of a source besides its form and its name. */
export type Details = Partial<Pick<Term, 'path' | 'purpose' | 'query_keys'>>

/** Expressions that are looked at for one value. */
const mostExpressions = 256
const deepest = 48

export class Search {
  readonly source: PythonSource
  readonly found: Term[] = []
  exhausted = false
  readonly #calls: CallSearch
  readonly #seen = new Set<string | number>()

  constructor(source: PythonSource) {
    this.source = source
    this.#calls = new CallSearch(this)
  }

  follow(node: number, way: Way, depth: number): void {
    if (this.exhausted || this.#isKnown(node, way)) return
    if (this.#seen.size > mostExpressions || depth > deepest) {
      this.exhausted = true
      return
    }
    const { tree } = this.source
    switch (typeOf(tree, node)) {
      case 'integer':
      case 'float':
      case 'true':
      case 'false':
      case 'none':
      case 'ellipsis':
        this.add(node, { form: 'literal' }, way)
        return
      case 'string':
      case 'concatenated_string':
        this.#followText(node, way, depth)
        return
      case 'identifier':
        this.#followName(node, way, depth)
        return
      case 'attribute':
        this.#followAttribute(node, way, depth)
        return
      case 'subscript':
        followSubscript(this, node, way, depth)
        return
      case 'call':
        this.#calls.follow(node, way, depth)
        return
      case 'keyword_argument':
      case 'named_expression':
        this.#followField(node, 'value', way, depth)
        return
      case 'conditional_expression': {
        const [whenTrue, , whenFalse] = childrenOf(tree, node)
        for (const branch of [whenTrue, whenFalse]) if (branch !== undefined) this.follow(branch, way, depth + 1)
        return
      }
      case 'boolean_operator':
        // Where the left side of `and` is the result, it is empty.
        if (!this.#isConjunction(node)) this.#followField(node, 'left', way, depth)
        this.#followField(node, 'right', way, depth)
        return
      case 'for_in_clause':
        this.#followField(node, 'right', way, depth)
        return
      case 'list_comprehension':
      case 'set_comprehension':
      case 'generator_expression':
        this.#followField(node, 'body', { ...way, path: way.path.slice(1) }, depth)
        return
      case 'dictionary_comprehension': {
        const pair = fieldOf(tree, node, 'body')
        if (pair !== undefined) this.#followField(pair, 'value', { ...way, path: way.path.slice(1) }, depth)
        return
      }
      case 'dictionary':
        followDictionary(this, node, way, depth)
        return
      case 'list':
      case 'tuple':
      case 'set':
      case 'expression_list':
        followSequence(this, node, way, depth)
        return
      case 'binary_operator':
        followOperator(this, node, way, depth)
        return
      // What is true or false reveals nothing, and a function is no value that flows.
      case 'comparison_operator':
      case 'not_operator':
      case 'if_clause':
      case 'lambda':
      case 'comment':
      case 'type_conversion':
        return
      default:
        this.followChildren(node, way, depth)
        return
    }
  }

  /** A way that was gone once is not gone again. */
  #isKnown(node: number, way: Way): boolean {
    const key =
      way === wholly ? node : `${node} ${pathText(way.path)} ${way.encoded} ${way.part} ${way.parsed} ${way.held}`
    if (this.#seen.has(key)) return true
    this.#seen.add(key)
    return false
  }

  add(node: number, { form, name, ...details }: Source & Details, way: Way, open?: Open): void {
    const term = { ...termAt(this.source, node, form, name), ...details, ...(open === undefined ? {} : { open }) }
    const part = partOf(term, way.path)
    if (part === undefined) return
    this.found.push({
      ...part,
      whole: part.whole && !way.part,
      encoded: part.encoded || way.encoded,
      ...(way.held ? { held: true } : {}),
    })
    if (this.found.length > 64) this.found.splice(0, this.found.length, ...distinct(this.found))
  }

  followChildren(node: number, way: Way, depth: number): void {
    for (const child of childrenOf(this.source.tree, node)) {
      if (this.exhausted) return
      this.follow(child, way, depth + 1)
    }
  }

  #followField(node: number, field: string, way: Way, depth: number): void {
    const value = fieldOf(this.source.tree, node, field)
    if (value !== undefined) this.follow(value, way, depth + 1)
  }

  #isConjunction(node: number): boolean {
    const { tree } = this.source
    const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
    if (left === undefined || right === undefined) return false
    return /(^|[\s)])and([\s(]|$)/.test(tree.text.slice(tree.ends[left], tree.starts[right]))
  }

  #followText(node: number, way: Way, depth: number): void {
    const { tree } = this.source
    let isPlain = true
    for (let inner = node + 1; inner < (tree.nexts[node] ?? 0); ) {
      const isHole = typeOf(tree, inner) === 'interpolation'
      const expression = isHole ? firstChild(tree, inner) : undefined
      if (expression !== undefined) {
        isPlain = false
        this.follow(expression, entire(way), depth + 1)
      }
      inner = typeOf(tree, inner) === 'string' ? inner + 1 : (tree.nexts[inner] ?? inner + 1)
    }
    if (isPlain) this.add(node, { form: 'literal' }, way)
    const keys = /[?&][\w.[\]-]+=/.test(textOf(tree, node)) ? queryKeysIn(literalText(tree, node).value) : []
    if (keys.length > 0) this.add(node, { form: 'url', query_keys: keys }, wholly)
  }

  #followName(node: number, way: Way, depth: number): void {
    const { tree, bindings, modules } = this.source
    const name = textOf(tree, node)
    const bound = bindings.lookup(name, node)
    const imported = importAmong(bound)
    if (imported !== undefined || bound.length === 0) {
      const { dotted } = meaningOf(this.source, node)
      const known = sourceOf(dotted)
      if (known !== undefined) this.add(node, known, way)
      else this.addGlobal(node, dotted, modules.isOwn(dotted), way)
      return
    }
    for (const binding of bound) this.#followBinding(node, name, binding, way, depth)
    this.#followChanges(bound, way, depth)
  }

  addGlobal(node: number, name: string, isOwn: boolean, way: Way): void {
    this.add(node, { form: 'global', name }, way, isOwn ? { kind: 'global', name, path: [] } : undefined)
  }

  #followBinding(node: number, name: string, binding: Binding, way: Way, depth: number): void {
    switch (binding.kind) {
      case 'value':
        this.follow(binding.node, way, depth + 1)
        return
      case 'part':
        this.follow(binding.node, binding.keys === undefined ? way : into(way, ...binding.keys), depth + 1)
        return
      case 'parameter':
        followParameter(this, node, name, binding.parameter, way, depth)
        return
      case 'class':
        if (way.path.length > 0) this.followMember(binding.node, way, depth)
        else this.add(node, { form: 'global', name: meaningOf(this.source, node).dotted }, way)
        return
      case 'unknown':
        followCaught(this, node, name, binding.clause, way, depth)
        return
      default:
        this.add(node, { form: 'global', name: meaningOf(this.source, node).dotted }, way)
        return
    }
  }

  #followChanges(bound: readonly Binding[], way: Way, depth: number): void {
    for (const change of changesOf(this.source, bound)) {
      const rest = behind(change.path, way.path)
      if (rest !== undefined) this.follow(change.node, { ...way, path: rest }, depth + 1)
    }
  }

  /** The attribute of a class of this file, or of its bases, that comes first in the path. */
  followMember(owner: number, way: Way, depth: number): void {
    const [key, ...deeper] = way.path
    if (key === undefined || !key.startsWith('.')) return
    const rest = { ...way, path: deeper }
    const { bindings, foreign } = membersNamed(this.source, owner, key.slice(1))
    for (const list of bindings) {
      for (const binding of list) {
        if (binding.kind === 'function') this.#followProperty(binding.node, rest, depth)
        else if (binding.kind === 'value' || binding.kind === 'part') {
          const keys = binding.kind === 'part' ? binding.keys : undefined
          this.follow(binding.node, keys === undefined ? rest : into(rest, ...keys), depth + 1)
        }
      }
      this.#followChanges(list, rest, depth)
    }
    for (const name of foreign) this.addGlobal(owner, name, this.source.modules.isOwn(name), way)
  }

  #followProperty(definition: number, way: Way, depth: number): void {
    for (const value of this.source.uses.returnsOf(definition)) this.follow(value, way, depth + 1)
  }

  #followAttribute(node: number, way: Way, depth: number): void {
    const { tree, modules } = this.source
    const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
    if (object === undefined || attribute === undefined) return
    const meaning = meaningOf(this.source, object)
    const name = textOf(tree, attribute)
    const known = sourceOf(`${meaning.dotted}.${name}`)
    if (known !== undefined) {
      this.add(node, known, way)
      return
    }
    if (meaning.kind === 'thing') {
      this.addGlobal(node, `${meaning.dotted}.${name}`, modules.isOwn(meaning.dotted), way)
      return
    }
    if (way.path.length === 0) this.add(node, { form: 'attribute', name }, way)
    // All that an object holds.
    this.follow(object, into(way, name === '__dict__' ? undefined : `.${name}`), depth + 1)
  }
}

/** What one expression comes from; more than so many sources are one of form "unknown". */
export function termsOf(source: PythonSource, node: number, path: Path = []): readonly Term[] {
  if (path.length > 0) return searched(source, node, path)
  const terms = knownTerms.get(source.tree) ?? new Map<number, readonly Term[]>()
  knownTerms.set(source.tree, terms)
  const known = terms.get(node)
  if (known !== undefined) return known
  // The path of a file may come from the file.
  terms.set(node, [])
  const found = searched(source, node, path)
  terms.set(node, found)
  return found
}

/** Arguments are asked for by several extractors. */
const knownTerms = new WeakMap<FlatTree, Map<number, readonly Term[]>>()

function searched(source: PythonSource, node: number, path: Path): readonly Term[] {
  const search = new Search(source)
  search.follow(node, path.length === 0 ? wholly : { ...wholly, path }, 0)
  return search.exhausted ? [termAt(source, node, 'unknown')] : distinct(search.found)
}

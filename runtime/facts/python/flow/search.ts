/**
 * Follows a value back through the file that it stands in: through names, parts of containers, and what calls may pass on.
 * One search looks at so many expressions at most; what ends it are terms.
 */

import { distinct } from '../../flow/distinct.ts'
import { foundOnce } from '../../flow/known-terms.ts'
import { queryKeysIn } from '../../flow/query-keys.ts'
import { type Open, type Path, partOf, type Term } from '../../flow/term.ts'
import { childrenOf, type FlatTree, fieldOf, firstChild, mostNodes, textOf, typeOf } from '../../syntax/flat.ts'
import type { Source } from '../origin-sources.ts'
import type { PythonSource } from '../source.ts'
import { literalText } from '../string-literals.ts'
import { CallSearch } from './call-search.ts'
import { followDictionary, followOperator, followSequence, followSubscript } from './containers.ts'
import { NameSearch } from './name-search.ts'
import { termAt } from './terms-at.ts'
import { Course, type Trail, trailsIn } from './trails.ts'
import { Way } from './way.ts'

/** What is known of a source besides its form and its name. */
export type Details = Partial<Pick<Term, 'path' | 'purpose' | 'query_keys'>>

/** Expressions that are looked at for one value. */
const mostExpressions = 256
const deepest = 48

export class Search {
  readonly source: PythonSource
  readonly found: Term[] = []
  exhausted = false
  /** The way of a value that is used as it is. */
  readonly wholly: Way
  readonly #calls: CallSearch
  readonly #names: NameSearch
  readonly #course = new Course()
  /** How often what was found was put together: it does not only grow then. */
  #joined = 0

  constructor(source: PythonSource, wholly: Way) {
    this.source = source
    this.wholly = wholly
    this.#calls = new CallSearch(this)
    this.#names = new NameSearch(this)
  }

  follow(node: number, way: Way, depth: number): void {
    this.source.input.budget.step()
    if (this.exhausted || !this.#course.isNew(placeOf(node, way), depth)) return
    if (this.#course.size > mostExpressions || depth > deepest) {
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
        this.#names.followName(node, way, depth)
        return
      case 'attribute':
        this.#names.followAttribute(node, way, depth)
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
        this.#followField(node, 'body', way.element, depth)
        return
      case 'dictionary_comprehension': {
        const pair = fieldOf(tree, node, 'body')
        if (pair !== undefined) this.#followField(pair, 'value', way.rest, depth)
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

  /** As `follow`, for what several names lead to. */
  followNamed(node: number, way: Way, depth: number): void {
    const place = placeOf(node, way)
    const trails = trailsIn(this.source.tree)
    const known = trails.get(place)
    if (known !== undefined && this.#takes(known, depth)) return
    const joined = this.#joined
    const trail = this.#course.recorded(this.found, depth, () => this.follow(node, way, depth))
    if (trail !== undefined && !this.exhausted && joined === this.#joined) trails.set(place, trail)
  }

  /** Whether what another search found there is what this one would find. */
  #takes(trail: Trail, depth: number): boolean {
    const { places, terms, steps, levels } = trail
    if (this.exhausted || this.#course.size + places.length > mostExpressions || depth + levels > deepest) return false
    if (!this.#course.isClear(trail)) return false
    for (let step = 0; step < steps; step++) this.source.input.budget.step()
    this.#course.take(trail, depth)
    for (const term of terms) this.#push(term)
    return true
  }

  add(node: number, { form, name, ...details }: Source & Details, way: Way, open?: Open): void {
    const term = termAt(this.source, node, form, name)
    const part = partOf({ ...term, ...details, ...(open === undefined ? {} : { open }) }, way.path)
    if (part === undefined) return
    this.#push(
      way.part || way.encoded || way.held || way.within > 0
        ? {
            ...part,
            whole: part.whole && !way.part,
            encoded: part.encoded || way.encoded,
            ...(way.held ? { held: true } : {}),
            ...(way.within > 0 && part.open !== undefined ? { within: way.within } : {}),
          }
        : part,
    )
  }

  #push(term: Term): void {
    this.found.push(term)
    if (this.found.length <= 64) return
    this.found.splice(0, this.found.length, ...distinct(this.found))
    this.#joined++
  }

  addGlobal(node: number, name: string, isOwn: boolean, way: Way): void {
    this.add(node, { form: 'global', name }, way, isOwn ? { kind: 'global', name, path: [] } : undefined)
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
        this.follow(expression, way.entire, depth + 1)
      }
      inner = typeOf(tree, inner) === 'string' ? inner + 1 : (tree.nexts[inner] ?? inner + 1)
    }
    if (isPlain) this.add(node, { form: 'literal' }, way)
    const keys = /[?&][\w.[\]-]+=/.test(textOf(tree, node)) ? queryKeysIn(literalText(tree, node).value) : []
    if (keys.length > 0) this.add(node, { form: 'url', query_keys: keys }, this.wholly)
  }
}

const placeOf = (node: number, way: Way): number => way.number * mostNodes + node

/** What one expression comes from; more than so many sources are one of form "unknown". */
export function termsOf(source: PythonSource, node: number, path: Path = []): readonly Term[] {
  const search = () => searched(source, node, path)
  return path.length > 0 ? search() : foundOnce(source.tree, node, search)
}

const ways = new WeakMap<FlatTree, Way>()

function searched(source: PythonSource, node: number, path: Path): readonly Term[] {
  const wholly = ways.get(source.tree) ?? Way.wholly()
  ways.set(source.tree, wholly)
  const search = new Search(source, wholly)
  search.follow(node, path.length === 0 ? wholly : wholly.at(path), 0)
  return search.exhausted ? [termAt(source, node, 'unknown')] : distinct(search.found)
}

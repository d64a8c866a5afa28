/**
 * Where a value comes from, within the function that it stands in: through the names that it is put together from, and
 * what calls may pass on. What only measures a value, or hides it, ends its flow.
 */
import type { RecordFact } from '../../../compiler/index.ts'
import { excerpt } from '../excerpt.ts'
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { type Binding, importAmong } from './bindings.ts'
import { constantOf } from './constants.ts'
import { type Meaning, meaningOf } from './names.ts'
import { type Source, sourceOf } from './origin-sources.ts'
import { type PythonSource, placeOf } from './source.ts'

export type Origin = RecordFact<'origin'>

/** More sources than this of one value, and it comes from anywhere. */
const most = 16
/** Expressions that are looked at for one value. */
const mostExpressions = 256
const deepest = 32

/** Functions that measure or hide what they are given. */
const ending = new Set(['len', 'bool', 'hash', 'type', 'id', 'isinstance', 'issubclass', 'hasattr', 'callable'])

/** At most 16 origins, each sort and name once, all literals as one; one of form `unknown` where there are more, or where they lie too deep. */
export function originsOf(source: PythonSource, node: number): readonly Origin[] {
  const search = new Search(source)
  search.follow(node, 0)
  return search.exhausted ? [originAt(source, node, { form: 'unknown' })] : search.found
}

function originAt(source: PythonSource, node: number, { form, name }: Source): Origin {
  const text = excerpt(textOf(source.tree, node))
  const named = name === undefined ? {} : { name: excerpt(name) }
  return { at: placeOf(source, node), form, ...named, text, query_keys: [], whole: true, encoded: false }
}

class Search {
  readonly found: Origin[] = []
  exhausted = false
  readonly #source: PythonSource
  readonly #seen = new Set<number>()

  constructor(source: PythonSource) {
    this.#source = source
  }

  follow(node: number, depth: number): void {
    if (this.exhausted || this.#seen.has(node)) return
    this.#seen.add(node)
    if (this.#seen.size > mostExpressions || depth > deepest) {
      this.exhausted = true
      return
    }
    const { tree } = this.#source
    switch (typeOf(tree, node)) {
      case 'integer':
      case 'float':
      case 'true':
      case 'false':
      case 'none':
      case 'ellipsis':
        this.#add(node, { form: 'literal' })
        return
      case 'string':
      case 'concatenated_string':
        this.#followText(node, depth)
        return
      case 'identifier':
        this.#followName(node, depth)
        return
      case 'attribute':
        this.#followAttribute(node, depth)
        return
      case 'subscript':
        this.#followSubscript(node, depth)
        return
      case 'call':
        this.#followCall(node, depth)
        return
      case 'keyword_argument':
      case 'named_expression': {
        const value = fieldOf(tree, node, 'value')
        if (value !== undefined) this.follow(value, depth + 1)
        return
      }
      case 'conditional_expression': {
        const [whenTrue, , whenFalse] = childrenOf(tree, node)
        for (const branch of [whenTrue, whenFalse]) if (branch !== undefined) this.follow(branch, depth + 1)
        return
      }
      case 'for_in_clause': {
        const iterable = fieldOf(tree, node, 'right')
        if (iterable !== undefined) this.follow(iterable, depth + 1)
        return
      }
      case 'binary_operator':
        if (this.#isRepeated(node)) return
        this.#followChildren(node, depth)
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
        this.#followChildren(node, depth)
        return
    }
  }

  #add(node: number, origin: Source): void {
    const isKnown = this.found.some(({ form, name }) => form === origin.form && name === origin.name)
    if (isKnown) return
    if (this.found.length === most) this.exhausted = true
    else this.found.push(originAt(this.#source, node, origin))
  }

  #followChildren(node: number, depth: number): void {
    for (const child of childrenOf(this.#source.tree, node)) {
      if (this.exhausted) return
      this.follow(child, depth + 1)
    }
  }

  /** `"*" * n` hides what n is taken from. */
  #isRepeated(node: number): boolean {
    const { tree } = this.#source
    const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
    if (left === undefined || right === undefined) return false
    const isProduct = tree.text.slice(tree.ends[left], tree.starts[right]).trim() === '*'
    return isProduct && (typeOf(tree, left) === 'string' || typeOf(tree, right) === 'string')
  }

  #followText(node: number, depth: number): void {
    const { tree } = this.#source
    let isPlain = true
    for (let inner = node + 1; inner < (tree.nexts[node] ?? 0); ) {
      const isHole = typeOf(tree, inner) === 'interpolation'
      const expression = isHole ? firstChild(tree, inner) : undefined
      if (expression !== undefined) {
        isPlain = false
        this.follow(expression, depth + 1)
      }
      inner = typeOf(tree, inner) === 'string' ? inner + 1 : (tree.nexts[inner] ?? inner + 1)
    }
    if (isPlain) this.#add(node, { form: 'literal' })
  }

  #followName(node: number, depth: number): void {
    const { tree, bindings } = this.#source
    const name = textOf(tree, node)
    const bound = bindings.lookup(name, node)
    const imported = importAmong(bound)
    if (imported !== undefined || bound.length === 0) {
      this.#add(node, sourceOf(imported ?? name) ?? { form: 'global', name: imported ?? name })
      return
    }
    for (const binding of bound) this.#followBinding(node, name, binding, depth)
  }

  #followBinding(node: number, name: string, binding: Binding, depth: number): void {
    switch (binding.kind) {
      case 'value':
      case 'part':
        this.follow(binding.node, depth + 1)
        return
      case 'parameter':
        this.#add(node, { form: 'parameter', name })
        return
      case 'unknown':
        this.#add(node, { form: 'unknown', name })
        return
      default:
        this.#add(node, { form: 'global', name: meaningOf(this.#source, node).dotted })
        return
    }
  }

  #followAttribute(node: number, depth: number): void {
    const { tree } = this.#source
    const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
    if (object === undefined || attribute === undefined) return
    const meaning = meaningOf(this.#source, object)
    const name = textOf(tree, attribute)
    const known = sourceOf(`${meaning.dotted}.${name}`)
    if (known !== undefined) {
      this.#add(node, known)
      return
    }
    if (meaning.kind === 'thing') {
      this.#add(node, { form: 'global', name: `${meaning.dotted}.${name}` })
      return
    }
    this.#add(node, { form: 'attribute', name })
    const owner = classOf(meaning)
    if (owner === undefined) {
      this.follow(object, depth + 1)
      return
    }
    for (const binding of this.#source.bindings.member(owner, name)) {
      if (binding.kind === 'value' || binding.kind === 'part') this.follow(binding.node, depth + 1)
    }
  }

  #followSubscript(node: number, depth: number): void {
    const value = fieldOf(this.#source.tree, node, 'value')
    if (value === undefined) return
    const key = fieldOf(this.#source.tree, node, 'subscript')
    const meaning = meaningOf(this.#source, value)
    if (meaning.dotted === 'os.environ') {
      this.#add(node, { form: 'environment', name: this.#text(key) })
      return
    }
    this.follow(value, depth + 1)
  }

  #followCall(node: number, depth: number): void {
    const { tree } = this.#source
    const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
    if (callee === undefined) return
    const { dotted } = meaningOf(this.#source, callee)
    if (ending.has(dotted)) return
    const first = list === undefined ? undefined : firstChild(tree, list)
    const known = sourceOf(dotted)
    if (known === undefined) this.#add(node, { form: 'call', name: dotted })
    else {
      const named = known.form === 'environment' || known.form === 'file'
      this.#add(node, named ? { form: known.form, name: this.#text(first) ?? this.#pathOf(callee) } : known)
      // What a source is asked with is no part of what it gives; the default of a variable is.
      const fallback = known.form === 'environment' && first !== undefined ? tree.nexts[first] : undefined
      if (fallback !== undefined && list !== undefined && fallback < (tree.nexts[list] ?? 0)) {
        this.follow(fallback, depth + 1)
      }
      return
    }
    // What is passed on may come out again, and so may what a method is called on.
    const object = typeOf(tree, callee) === 'attribute' ? fieldOf(tree, callee, 'object') : undefined
    if (object !== undefined && !isStatic(meaningOf(this.#source, object))) this.follow(object, depth + 1)
    if (list !== undefined) this.#followChildren(list, depth)
  }

  /** `Path("x").read_text()`: the file is named where the object is made. */
  #pathOf(callee: number): string | undefined {
    const { tree } = this.#source
    const object = fieldOf(tree, callee, 'object')
    const list = object === undefined ? undefined : fieldOf(tree, object, 'arguments')
    if (list !== undefined) this.#text(firstChild(tree, list))
    return
  }

  #text(node: number | undefined): string | undefined {
    const value = node === undefined ? undefined : constantOf(this.#source, node)?.value
    return typeof value === 'string' ? value : undefined
  }
}

const classOf = (meaning: Meaning): number | undefined => (meaning.kind === 'instance' ? meaning.class : undefined)

/** Modules and classes hold nothing that a method called on them gives away; nor does `self`, as a whole. */
const isStatic = (meaning: Meaning): boolean =>
  meaning.kind === 'thing' || meaning.kind === 'class' || classOf(meaning) !== undefined

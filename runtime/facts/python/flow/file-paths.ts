/** The paths of files as code puts them together. */
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { meaningOf, thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { literalText } from '../string-literals.ts'
import { keyOf } from './changes.ts'

const deepest = 8

/** A path as far as it is known: variables of the environment as $NAME, what is not known as {}; undefined if nothing is. */
export function pathTextOf(source: PythonSource, node: number): string | undefined {
  const text = new PathText(source).of(node, 0)
  return text === undefined || text.replaceAll(/[{}/.]/g, '') === '' ? undefined : text
}

class PathText {
  readonly #source: PythonSource

  constructor(source: PythonSource) {
    this.#source = source
  }

  of(node: number, depth: number): string | undefined {
    const source = this.#source
    const { tree } = source
    const constant = constantOf(source, node)?.value
    if (typeof constant === 'string') return constant
    if (depth > deepest) return undefined
    switch (typeOf(tree, node)) {
      case 'string':
      case 'concatenated_string':
        return literalText(tree, node, (hole) => this.of(hole, depth + 1)).resolved
      case 'parenthesized_expression':
        return this.of(firstChild(tree, node) ?? node, depth + 1)
      case 'identifier':
      case 'attribute':
        return this.#named(node, depth)
      case 'subscript':
        return this.#variable(fieldOf(tree, node, 'value'), fieldOf(tree, node, 'subscript'))
      case 'binary_operator':
        return this.#joined(node, depth)
      case 'call':
        return this.#called(node, depth)
      default:
        return undefined
    }
  }

  /** A name that is bound once. */
  #named(node: number, depth: number): string | undefined {
    const { tree, bindings } = this.#source
    const object = fieldOf(tree, node, 'object')
    const meaning = object === undefined ? undefined : meaningOf(this.#source, object)
    const owner = meaning?.kind === 'class' ? meaning.node : meaning?.kind === 'instance' ? meaning.class : undefined
    const name = textOf(tree, fieldOf(tree, node, 'attribute') ?? node)
    const bound = object === undefined ? bindings.lookup(name, node) : owner && bindings.member(owner, name)
    const [only, other] = bound || []
    if (only?.kind !== 'value' || other !== undefined) return undefined
    return this.of(only.node, depth + 1)
  }

  #variable(mapping: number | undefined, key: number | undefined): string | undefined {
    if (mapping === undefined || key === undefined) return undefined
    if (meaningOf(this.#source, mapping).dotted !== 'os.environ') return undefined
    const name = keyOf(this.#source, key)
    return name === undefined ? undefined : `$${name}`
  }

  /** `a + b`, and `a / b` of paths. */
  #joined(node: number, depth: number): string | undefined {
    const { tree } = this.#source
    const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
    if (left === undefined || right === undefined) return undefined
    const operator = tree.text.slice(tree.ends[left], tree.starts[right]).trim()
    if (operator !== '+' && operator !== '/') return undefined
    return [left, right].map((side) => this.of(side, depth + 1) ?? '{}').join(operator === '/' ? '/' : '')
  }

  #called(node: number, depth: number): string | undefined {
    const { tree } = this.#source
    const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
    if (callee === undefined || list === undefined) return undefined
    const given = [...childrenOf(tree, list)].filter((child) => typeOf(tree, child) !== 'comment')
    const [first, second] = given
    switch (thingNamed(this.#source, callee)) {
      case 'os.path.join':
      case 'pathlib.Path':
      case 'pathlib.PurePath':
        return given.map((part) => this.of(part, depth + 1) ?? '{}').join('/')
      case 'os.getenv':
      case 'os.environ.get': {
        const name = first === undefined ? undefined : keyOf(this.#source, first)
        const otherwise = second === undefined ? undefined : this.of(second, depth + 1)
        return otherwise || (name === undefined ? undefined : `$${name}`)
      }
      case 'os.path.abspath':
      case 'os.path.expanduser':
      case 'os.path.realpath':
      case 'os.path.normpath':
      case 'os.fspath':
      case 'str':
        return first === undefined ? undefined : this.of(first, depth + 1)
      default:
        return undefined
    }
  }
}

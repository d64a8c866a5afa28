/** What is put together of parts: displays, sums, and what is looked up in them. */

import type { Key } from '../../flow/term.ts'
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import type { PythonSource } from '../source.ts'
import { remembered } from '../values/memory.ts'
import { keyOf } from './changes.ts'
import type { Search } from './search.ts'
import type { Way } from './way.ts'

/** Displays with more parts than this are looked into by their keys: one look-up a part would read each of them. */
const many = 32

/** The parts of a display that a key may lead to, in order. */
function pairsUnder(source: PythonSource, node: number, asked: Key): Iterable<number> {
  const pairs = pairsOf(source, node)
  if (asked === undefined || pairs.all.length < many) return pairs.all
  const [own, open] = [pairs.byKey.get(asked) ?? [], pairs.byKey.get(undefined) ?? []]
  return open.length === 0 ? own : [...own, ...open].sort((a, b) => a - b)
}

const pairsOf = remembered((source, node) => {
  const all = [...childrenOf(source.tree, node)]
  const keyOfPair = (pair: number): Key => {
    const key = fieldOf(source.tree, pair, 'key')
    return key === undefined ? undefined : keyOf(source, key)
  }
  return { all, byKey: Map.groupBy(all.length < many ? [] : all, keyOfPair) }
})

/** A part whose key is known is only that; spreads and unknown keys may hold any. */
export function followDictionary(search: Search, node: number, way: Way, depth: number): void {
  const { tree } = search.source
  const [asked] = way.path
  for (const pair of pairsUnder(search.source, node, asked)) {
    if (search.exhausted) return
    const [key, value] = [fieldOf(tree, pair, 'key'), fieldOf(tree, pair, 'value')]
    const inner = firstChild(tree, pair)
    if (typeOf(tree, pair) === 'dictionary_splat' && inner !== undefined) search.follow(inner, way, depth + 1)
    if (key === undefined || value === undefined) continue
    const name = keyOf(search.source, key)
    const isOther = asked !== undefined && name !== undefined && asked !== name
    if (!isOther) search.follow(value, way.rest, depth + 1)
    if (way.path.length === 0 && name === undefined) search.follow(key, way, depth + 1)
  }
}

/** An element by its number, as long as nothing is spread in. */
export function followSequence(search: Search, node: number, way: Way, depth: number): void {
  const { tree } = search.source
  const [asked] = way.path
  const { elements, isPlain } = elementsOf(search.source, node)
  const only =
    asked !== undefined && /^\d+$/.test(asked) && isPlain ? elements.slice(Number(asked), Number(asked) + 1) : undefined
  for (const element of only ?? elements) {
    if (search.exhausted) return
    search.follow(element, typeOf(tree, element) === 'list_splat' ? way : way.element, depth + 1)
  }
}

/** `isPlain` where nothing is spread in. */
const elementsOf = remembered(({ tree }, node) => {
  const elements = [...childrenOf(tree, node)].filter((child) => typeOf(tree, child) !== 'comment')
  return { elements, isPlain: elements.every((child) => typeOf(tree, child) !== 'list_splat') }
})

/** What is looked up is a part of what it is looked up in. */
export function followSubscript(search: Search, node: number, way: Way, depth: number): void {
  const { tree } = search.source
  const [value, key] = [fieldOf(tree, node, 'value'), fieldOf(tree, node, 'subscript')]
  if (value === undefined || key === undefined) return
  // A slice still holds what it is cut from.
  const within = typeOf(tree, key) === 'slice' ? way : way.into(keyOf(search.source, key))
  search.follow(value, within, depth + 1)
}

/** Every operand may come through, except where one only tells how often a text is repeated. */
export function followOperator(search: Search, node: number, way: Way, depth: number): void {
  const { tree } = search.source
  // Sums lean to the left, and may be deeper than the stack.
  const rights: number[] = []
  let first = node
  while (typeOf(tree, first) === 'binary_operator') {
    const [left, right] = [fieldOf(tree, first, 'left'), fieldOf(tree, first, 'right')]
    if (left === undefined || right === undefined) return
    const operator = tree.text.slice(tree.ends[left], tree.starts[right]).trim()
    // `"*" * n` hides what n is taken from.
    const hides = operator === '*' && [left, right].some((side) => typeOf(tree, side) === 'string')
    if (hides) {
      first = -1
      break
    }
    rights.push(right)
    first = left
  }
  if (first >= 0) search.follow(first, way, depth + 1)
  for (const right of rights.reverse()) search.follow(right, way, depth + 1)
}

/** One of several arguments, or one element of the only one: `max(last, event["time"])`, `max(times, default=0)`. */
export function followChosen(search: Search, callee: string, given: readonly number[], way: Way, depth: number): void {
  const { tree } = search.source
  const nameOf = (child: number) => {
    const name = typeOf(tree, child) === 'keyword_argument' ? fieldOf(tree, child, 'name') : undefined
    return name === undefined ? undefined : textOf(tree, name)
  }
  const [first, ...others] = given.filter((child) => nameOf(child) === undefined)
  const isOfOne = callee === 'next' || others.length === 0
  if (first !== undefined) search.follow(first, isOfOne ? way.into(undefined) : way, depth + 1)
  const fallbacks = given.filter((child) => nameOf(child) === 'default')
  for (const child of [...others, ...fallbacks]) search.follow(child, way, depth + 1)
}

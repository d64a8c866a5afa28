/**
 * What is bound by the target of an assignment or by a pattern, and which part of the value each name in it gets:
 *
 *     a, (b, *c), d.e = value        a: 0      b: 1, 0      c: 1, some of them      d.e: 2
 */
import { childrenOf, type FlatTree, firstChild, parentOf, typeOf } from '../syntax/flat.ts'

/** Every plain name and every attribute in a target; what stands in an attribute or a subscript is used, not bound. */
export function* boundIn(tree: FlatTree, target: number): Generator<number> {
  for (let node = target; node < (tree.nexts[target] ?? 0); ) {
    const type = typeOf(tree, node)
    if (type === 'identifier' || type === 'attribute') yield node
    const isOpened = type.endsWith('pattern') || type.endsWith('list') || type === 'tuple' || type === 'list_splat'
    node = isOpened || type === 'parenthesized_expression' ? node + 1 : (tree.nexts[node] ?? node + 1)
  }
}

/** The keys that lead from the value of a target to what a node in it gets; undefined stands for any. */
export function keysTo(tree: FlatTree, target: number, node: number): readonly (string | undefined)[] {
  const keys: (string | undefined)[] = []
  for (let inner = node; inner !== target; inner = parentOf(tree, inner)) {
    const around = parentOf(tree, inner)
    if (typeOf(tree, around) === 'parenthesized_expression') continue
    let index = 0
    let isKnown = true
    for (let before = around + 1; before < inner; before = tree.nexts[before] ?? inner) {
      if (isSplat(tree, before)) isKnown = false
      if (typeOf(tree, before) !== 'comment') index++
    }
    if (!isSplat(tree, around)) keys.unshift(isKnown && !isSplat(tree, inner) ? String(index) : undefined)
  }
  return keys
}

/** What the keys lead to in a sequence that is written out, `x, (y, z)`; `rest` lead on from there. */
export function elementIn(
  tree: FlatTree,
  value: number,
  keys: readonly (string | undefined)[],
): { readonly element: number; readonly rest: readonly (string | undefined)[] } {
  const [key, ...rest] = keys
  if (key === undefined || !/^(tuple|list|expression_list)$/.test(typeOf(tree, value)))
    return { element: value, rest: keys }
  const elements = [...childrenOf(tree, value)].filter((child) => typeOf(tree, child) !== 'comment')
  const element = elements.some((one) => isSplat(tree, one)) ? undefined : elements[Number(key)]
  return element === undefined ? { element: value, rest: keys } : elementIn(tree, element, rest)
}

const isSplat = (tree: FlatTree, node: number): boolean => typeOf(tree, node).startsWith('list_splat')

const capturing: ReadonlySet<string> = new Set(['case_pattern', 'keyword_pattern', 'splat_pattern', 'as_pattern'])

/** The names that a pattern of `match` binds; a dotted name in it is compared with. */
export function* capturedIn(tree: FlatTree, pattern: number): Generator<number> {
  for (let node = pattern; node < (tree.nexts[pattern] ?? 0); node++) {
    const parent = typeOf(tree, parentOf(tree, node))
    const isName = typeOf(tree, node) === 'dotted_name' && firstChild(tree, node) === (tree.nexts[node] ?? 0) - 1
    const isBare = typeOf(tree, node) === 'identifier' && (parent === 'splat_pattern' || parent === 'as_pattern')
    if ((isName || isBare) && capturing.has(parent)) yield node
  }
}

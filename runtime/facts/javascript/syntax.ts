/** What the two grammars, of JavaScript and of TypeScript, have in common, and short ways to the parts of a node. */
import { childrenOf, type FlatTree, fieldOf, firstChild, parentOf, textOf, typeOf } from '../syntax/flat.ts'

const functionTypes = new Set([
  'function_declaration',
  'function_expression',
  'arrow_function',
  'generator_function',
  'generator_function_declaration',
  'method_definition',
])
const classTypes = new Set(['class_declaration', 'class', 'abstract_class_declaration'])

export const functionNodes: readonly string[] = [...functionTypes]
export const classNodes: readonly string[] = [...classTypes]
export const isFunction = (tree: FlatTree, node: number): boolean => functionTypes.has(typeOf(tree, node))
export const isClass = (tree: FlatTree, node: number): boolean => classTypes.has(typeOf(tree, node))

/** Calls, and what `new` makes. */
export const callNodes = ['call_expression', 'new_expression'] as const

/** What is around an expression without changing its value; types play no part. */
const wrappers = new Set([
  'parenthesized_expression',
  'await_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
])

/** The expression in parentheses, behind `await`, before a type. */
export function bare(tree: FlatTree, node: number): number {
  let inner = node
  for (;;) {
    const type = typeOf(tree, inner)
    const child = wrappers.has(type) ? innerOf(tree, inner, type) : undefined
    if (child === undefined) return inner
    inner = child
  }
}

function innerOf(tree: FlatTree, node: number, type: string): number | undefined {
  const first = firstChild(tree, node)
  if (type !== 'type_assertion' || first === undefined) return first
  const behind = tree.nexts[first] ?? 0
  return behind < (tree.nexts[node] ?? 0) ? behind : undefined
}

/** The outermost expression that has the value of this one. */
export function wrapped(tree: FlatTree, node: number): number {
  let outer = node
  while (wraps(tree, parentOf(tree, outer))) outer = parentOf(tree, outer)
  return outer
}

/** Whether a node has the value of what it is around. */
export const wraps = (tree: FlatTree, node: number): boolean => wrappers.has(typeOf(tree, node))

/** What is called, of a call or of `new`. */
export const calledOf = (tree: FlatTree, call: number): number | undefined =>
  fieldOf(tree, call, 'function') ?? fieldOf(tree, call, 'constructor')

/** The arguments of a call; those of a tagged template are the values in it. */
export function givenOf(tree: FlatTree, call: number): readonly number[] {
  const list = fieldOf(tree, call, 'arguments')
  if (list === undefined) return []
  const children = [...childrenOf(tree, list)]
  if (typeOf(tree, list) !== 'template_string') return children.filter((child) => typeOf(tree, child) !== 'comment')
  return children.flatMap((child) =>
    typeOf(tree, child) === 'template_substitution' ? (firstChild(tree, child) ?? []) : [],
  )
}

/** Between two operands: "+", "||"; of an assignment "=" or "+=". */
export function operatorOf(tree: FlatTree, node: number): string {
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  if (left === undefined || right === undefined) return tree.text[tree.starts[node] ?? 0] ?? ''
  const between = tree.text.slice(tree.ends[left], tree.starts[right])
  return between.replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|\/\/[^\n]*/g, '').trim()
}

/** The name of a property that is written down: `a.b`, `a.#b`, `{ b: 1 }`, `{ "b": 1 }`. */
export function propertyName(tree: FlatTree, node: number): string | undefined {
  switch (typeOf(tree, node)) {
    case 'property_identifier':
    case 'private_property_identifier':
    case 'shorthand_property_identifier':
    case 'shorthand_property_identifier_pattern':
    case 'identifier':
    case 'number':
      return textOf(tree, node)
    case 'string':
      return textOf(tree, node).slice(1, -1)
    default:
      return undefined
  }
}

/** The nodes around one, innermost first, at most so many. */
export function* around(tree: FlatTree, node: number, most = Number.POSITIVE_INFINITY): Generator<number> {
  let left = most
  for (let outer = parentOf(tree, node); outer >= 0 && left > 0; outer = parentOf(tree, outer)) {
    left--
    yield outer
  }
}

/** Whether a call says what type something is of, so that it is never made: `typeof import("fs")`, `import("fs").Stats`. */
export function isOfType(tree: FlatTree, call: number): boolean {
  let outer = parentOf(tree, call)
  while (typeOf(tree, outer) === 'member_expression') outer = parentOf(tree, outer)
  return /^type_(annotation|query|arguments|alias_declaration)$|_type$/.test(typeOf(tree, outer))
}

export const isWithin = (tree: FlatTree, node: number, outer: number): boolean =>
  node >= outer && node < (tree.nexts[outer] ?? 0)

/** The nodes of some types below one, those of functions in it left out. */
export function* ownNodes(tree: FlatTree, outer: number, types: ReadonlySet<string>): Generator<number> {
  for (let node = outer + 1; node < (tree.nexts[outer] ?? 0); ) {
    if (types.has(typeOf(tree, node))) yield node
    node = isFunction(tree, node) ? (tree.nexts[node] ?? node + 1) : node + 1
  }
}

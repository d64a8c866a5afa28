/**
 * A syntax tree, copied once into arrays and freed: everything afterwards reads arrays. Named nodes only, in
 * the order of the text; a node's children lie between it and the end of its subtree.
 *
 *     node     0        1        2        3        4
 *     type     module   call     name     args     string
 *     next     5        5        3        5        5            the node behind the subtree
 *     parent   -1       0        1        1        3
 *
 * Walking is linear for any input; queries are not, on the wide nodes that broken text gives.
 */
import type { Vocabulary } from './vocabulary.ts'

export interface FlatTree {
  readonly text: string
  /** How many nodes there are. */
  readonly count: number
  /** By node, an index of `vocabulary.types`. */
  readonly types: Uint16Array
  /** By node, the field of its parent that it is, or ''. */
  readonly fields: readonly string[]
  /** Offsets in UTF-16 units, the end exclusive. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly nexts: Uint32Array
  readonly parents: Int32Array
  readonly vocabulary: Vocabulary
  /** All nodes by type, and where those of each type begin: a list a type without walking the tree again. */
  readonly byType: Uint32Array
  readonly typeStarts: Uint32Array
  /** The offset of the first place that does not parse. */
  readonly firstError: number | undefined
}

/** More nodes, and more levels of them, than any file that people write; a file that has more is not analysed. */
export const mostNodes = 2_000_000
export const mostLevels = 10_000

export const textOf = (tree: FlatTree, node: number): string => tree.text.slice(tree.starts[node], tree.ends[node])
export const typeOf = (tree: FlatTree, node: number): string => tree.vocabulary.types[tree.types[node] ?? 0] ?? ''
export const parentOf = (tree: FlatTree, node: number): number => tree.parents[node] ?? -1

/** The nodes of a type, in the order of the text. */
export function nodesOf(tree: FlatTree, type: string): Iterable<number> {
  const lists = (tree.vocabulary.ids.get(type) ?? []).map((id) =>
    tree.byType.subarray(tree.typeStarts[id], tree.typeStarts[id + 1]),
  )
  const [only, other] = lists
  return only !== undefined && other === undefined ? only : lists.flatMap((list) => [...list])
}

export function* childrenOf(tree: FlatTree, node: number): Generator<number> {
  const end = tree.nexts[node] ?? 0
  for (let child = node + 1; child < end; child = tree.nexts[child] ?? end) yield child
}

export function firstChild(tree: FlatTree, node: number): number | undefined {
  return node + 1 < (tree.nexts[node] ?? 0) ? node + 1 : undefined
}

/** The first child that is a certain field of its parent. */
export function fieldOf(tree: FlatTree, node: number, field: string): number | undefined {
  const end = tree.nexts[node] ?? 0
  for (let child = node + 1; child < end; child = tree.nexts[child] ?? end) {
    if (tree.fields[child] === field) return child
  }
  return undefined
}

export function fieldsOf(tree: FlatTree, node: number, field: string): readonly number[] {
  return [...childrenOf(tree, node)].filter((child) => tree.fields[child] === field)
}

/** What expressions of a file were found to come from: arguments are asked for by several extractors. */
import type { FlatTree } from '../syntax/flat.ts'
import type { Term } from './term.ts'

const known = new WeakMap<FlatTree, Map<number, readonly Term[]>>()

const unfinished: readonly Term[] = []

/** How often something was asked for while it was being searched for: what is found then depends on what is asked first. */
let inTurn = 0

export const searchesInTurn = (): number => inTurn

/** What was found before, or is found now; the same list each time. While it is being searched for, it comes from nothing. */
export function foundOnce(tree: FlatTree, node: number, search: () => readonly Term[]): readonly Term[] {
  const terms = known.get(tree) ?? new Map<number, readonly Term[]>()
  known.set(tree, terms)
  const before = terms.get(node)
  if (before === unfinished) inTurn++
  if (before !== undefined) return before
  // The path of a file may come from the file.
  terms.set(node, unfinished)
  const found = search()
  terms.set(node, found)
  return found
}

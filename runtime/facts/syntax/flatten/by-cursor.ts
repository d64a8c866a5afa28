/**
 * Copies a tree with what the parser's library offers for it: eight calls into its module a node, which take half as long
 * as parsing. It needs to know nothing of the library's memory, and says what `by-memory.ts` has to come to.
 */
import type { Tree, TreeCursor } from 'web-tree-sitter'
import type { Vocabulary } from '../vocabulary.ts'
import { Columns } from './columns.ts'

export function columnsByCursor(tree: Tree, vocabulary: Vocabulary): Columns {
  const cursor = tree.walk()
  try {
    return walk(cursor, tree, vocabulary)
  } finally {
    cursor.delete()
  }
}

function walk(cursor: TreeCursor, tree: Tree, vocabulary: Vocabulary): Columns {
  const root = tree.rootNode
  const nodes = new Columns(root.descendantCount)
  const mayBeWrong = root.hasError
  /** The nodes that the cursor is inside of; an anonymous one, such as `not in`, counts as the named one around. */
  const open: number[] = []
  for (;;) {
    const type = Math.min(cursor.nodeTypeId, vocabulary.error)
    // A token that the parser made up is as wrong as one that it could not place.
    if (mayBeWrong && nodes.firstError === undefined && (type === vocabulary.error || cursor.nodeIsMissing)) {
      nodes.firstError = cursor.startIndex
    }
    const parent = open.at(-1) ?? -1
    const named = vocabulary.named[type] === 1
    const node = named
      ? nodes.add(type, vocabulary.fields[cursor.currentFieldId] ?? '', cursor.startIndex, cursor.endIndex, parent)
      : parent
    if (nodes.excess !== undefined) return nodes
    if (vocabulary.leaf[type] === 0 && cursor.gotoFirstChild()) {
      open.push(node)
      continue
    }
    if (named) nodes.close(node)
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return nodes
      nodes.close(open.pop() ?? 0)
    }
  }
}

/**
 * A syntax tree, copied once by cursor into arrays and freed: everything afterwards reads arrays. Named nodes only, in
 * the order of the text; a node's children lie between it and the end of its subtree.
 *
 *     node     0        1        2        3        4
 *     type     module   call     name     args     string
 *     next     5        5        3        5        5            the node behind the subtree
 *     parent   -1       0        1        1        3
 *
 * Walking by cursor is linear for any input; queries are not, on the wide nodes that broken text gives.
 */
import type { Parser, Tree } from 'web-tree-sitter'

export interface FlatTree {
  readonly text: string
  readonly count: number
  readonly types: readonly string[]
  /** The field of its parent that a node is, or ''. */
  readonly fields: readonly string[]
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly nexts: Uint32Array
  readonly parents: Int32Array
  /** The offset of the first place that does not parse. */
  readonly firstError: number | undefined
}

/** More nodes than any file that people write; a file that has more is not analysed. */
export const mostNodes = 2_000_000

/**
 * Broken text can send the parser into work that grows with the square of its length. It reports its steps: text that
 * people write takes up to ten a thousand characters, broken redirects take sixty. The deadline is a last resort.
 */
const stepsAlways = 500
const stepsPerCharacter = 0.02
const mostMilliseconds = 5_000

/** Undefined where the text has too many nodes, or the parser cannot make sense of it in reasonable time. */
export function parseFlat(parser: Parser, text: string): FlatTree | undefined {
  const mostSteps = stepsAlways + text.length * stepsPerCharacter
  const started = performance.now()
  let steps = 0
  const tree = parser.parse(text, null, {
    progressCallback: () => ++steps > mostSteps || performance.now() - started > mostMilliseconds,
  })
  // A parse that was stopped would go on with the next text.
  parser.reset()
  if (tree === null) return undefined
  try {
    return flatten(tree, text)
  } finally {
    tree.delete()
  }
}

function flatten(tree: Tree, text: string): FlatTree | undefined {
  const cursor = tree.walk()
  const types: string[] = []
  const fields: string[] = []
  const [starts, ends, nexts, parents]: number[][] = [[], [], [], []]
  if (starts === undefined || ends === undefined || nexts === undefined || parents === undefined) return undefined
  let firstError: number | undefined
  /** The named nodes that the cursor is inside of; -1 for an anonymous one. */
  const open: number[] = []
  try {
    for (;;) {
      const isError = cursor.nodeType === 'ERROR' || cursor.nodeIsMissing
      if (isError && firstError === undefined) firstError = cursor.startIndex
      let index = -1
      if (cursor.nodeIsNamed) {
        index = types.length
        if (index >= mostNodes) return undefined
        types.push(cursor.nodeType)
        fields.push(cursor.currentFieldName ?? '')
        starts.push(cursor.startIndex)
        ends.push(cursor.endIndex)
        nexts.push(0)
        parents.push(open.findLast((each) => each >= 0) ?? -1)
      }
      if (cursor.gotoFirstChild()) {
        open.push(index)
        continue
      }
      if (index >= 0) nexts[index] = types.length
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) {
          return {
            text,
            count: types.length,
            types,
            fields,
            starts: Uint32Array.from(starts),
            ends: Uint32Array.from(ends),
            nexts: Uint32Array.from(nexts),
            parents: Int32Array.from(parents),
            firstError,
          }
        }
        const closed = open.pop() ?? -1
        if (closed >= 0) nexts[closed] = types.length
      }
    }
  } finally {
    cursor.delete()
  }
}

export const textOf = (tree: FlatTree, node: number): string => tree.text.slice(tree.starts[node], tree.ends[node])
export const typeOf = (tree: FlatTree, node: number): string => tree.types[node] ?? ''
export const parentOf = (tree: FlatTree, node: number): number => tree.parents[node] ?? -1

export function* childrenOf(tree: FlatTree, node: number): Generator<number> {
  const end = tree.nexts[node] ?? 0
  for (let child = node + 1; child < end; child = tree.nexts[child] ?? end) yield child
}

/** The child that is a field of its parent. */
export function fieldOf(tree: FlatTree, node: number, field: string): number | undefined {
  for (const child of childrenOf(tree, node)) if (tree.fields[child] === field) return child
  return undefined
}

export function fieldsOf(tree: FlatTree, node: number, field: string): readonly number[] {
  return [...childrenOf(tree, node)].filter((child) => tree.fields[child] === field)
}

/** The nearest node around that is of one of some types. */
export function enclosing(tree: FlatTree, node: number, types: ReadonlySet<string>): number | undefined {
  for (let around = parentOf(tree, node); around >= 0; around = parentOf(tree, around)) {
    if (types.has(typeOf(tree, around))) return around
  }
  return undefined
}

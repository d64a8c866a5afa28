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
import type { Language, Parser, Tree, TreeCursor } from 'web-tree-sitter'

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
  const cursor = tree.walk()
  try {
    return flatten(tree, cursor, text)
  } finally {
    cursor.delete()
    tree.delete()
  }
}

function flatten(tree: Tree, cursor: TreeCursor, text: string): FlatTree | undefined {
  const vocabulary = vocabularyOf(tree.language)
  const nodes = new Columns()
  const firstError = tree.rootNode.hasError ? new FirstError() : undefined
  /** The nodes that the cursor is inside of; an anonymous one, such as `not in`, counts as the named one around. */
  const open: number[] = []
  for (;;) {
    const type = Math.min(cursor.nodeTypeId, vocabulary.error)
    firstError?.see(cursor, type === vocabulary.error)
    const parent = open.at(-1) ?? -1
    const named = vocabulary.named[type] === 1
    if (named && nodes.count === mostNodes) return undefined
    const node = named
      ? nodes.add(type, vocabulary.fields[cursor.currentFieldId] ?? '', cursor.startIndex, cursor.endIndex, parent)
      : parent
    if (vocabulary.leaf[type] === 0 && cursor.gotoFirstChild()) {
      open.push(node)
      continue
    }
    if (named) nodes.close(node)
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return whole(text, nodes, vocabulary, firstError?.offset)
      nodes.close(open.pop() ?? 0)
    }
  }
}

function whole(text: string, nodes: Columns, vocabulary: Vocabulary, firstError: number | undefined): FlatTree {
  const columns = nodes.trimmed()
  const typeStarts = new Uint32Array(vocabulary.types.length + 1)
  for (const type of columns.types) typeStarts[type + 1]! += 1
  for (let type = 0; type < vocabulary.types.length; type++) typeStarts[type + 1]! += typeStarts[type]!
  const byType = new Uint32Array(columns.count)
  const filled = typeStarts.slice()
  for (let node = 0; node < columns.count; node++) byType[filled[columns.types[node]!]!++] = node
  return { text, ...columns, vocabulary, byType, typeStarts, firstError }
}

class FirstError {
  offset: number | undefined

  /** A token that the parser made up is as wrong as one that it could not place. */
  see(cursor: TreeCursor, isError: boolean): void {
    if (this.offset === undefined && (isError || cursor.nodeIsMissing)) this.offset = cursor.startIndex
  }
}

/** The arrays of a tree while it grows. */
class Columns {
  count = 0
  #types = new Uint16Array(4096)
  readonly #fields: string[] = []
  #starts = new Uint32Array(4096)
  #ends = new Uint32Array(4096)
  #nexts = new Uint32Array(4096)
  #parents = new Int32Array(4096)

  add(type: number, field: string, start: number, end: number, parent: number): number {
    const node = this.count++
    if (node === this.#types.length) this.#resize(node * 2)
    this.#types[node] = type
    this.#fields.push(field)
    this.#starts[node] = start
    this.#ends[node] = end
    this.#parents[node] = parent
    return node
  }

  close(node: number): void {
    this.#nexts[node] = this.count
  }

  trimmed(): Pick<FlatTree, 'count' | 'types' | 'fields' | 'starts' | 'ends' | 'nexts' | 'parents'> {
    this.#resize(this.count)
    const [types, fields, starts, ends] = [this.#types, this.#fields, this.#starts, this.#ends]
    return { count: this.count, types, fields, starts, ends, nexts: this.#nexts, parents: this.#parents }
  }

  #resize(length: number): void {
    const kept = Math.min(length, this.count)
    const sized = <T extends Uint16Array | Uint32Array | Int32Array>(array: T, copy: T): T => {
      copy.set(array.subarray(0, kept))
      return copy
    }
    this.#types = sized(this.#types, new Uint16Array(length))
    this.#starts = sized(this.#starts, new Uint32Array(length))
    this.#ends = sized(this.#ends, new Uint32Array(length))
    this.#nexts = sized(this.#nexts, new Uint32Array(length))
    this.#parents = sized(this.#parents, new Int32Array(length))
  }
}

/** The words of a grammar. The last type is ERROR, which the grammar itself does not list. */
export interface Vocabulary {
  readonly types: readonly string[]
  /** A grammar can have several types of one name. */
  readonly ids: ReadonlyMap<string, readonly number[]>
  readonly named: Uint8Array
  /** Keywords and punctuation: only what is put together of several words, such as `not in`, has children. */
  readonly leaf: Uint8Array
  /** The index of ERROR in `types`. */
  readonly error: number
  readonly fields: readonly string[]
}

const vocabularies = new WeakMap<Language, Vocabulary>()

function vocabularyOf(language: Language): Vocabulary {
  const known = vocabularies.get(language)
  if (known !== undefined) return known
  const types = Array.from([...language.types, 'ERROR'], (type) => type ?? '')
  const error = language.types.length
  const vocabulary: Vocabulary = {
    types,
    ids: Map.groupBy(types.keys(), (id) => types[id] ?? ''),
    named: Uint8Array.from(types, (_, id) => Number(id === error || language.nodeTypeIsNamed(id))),
    leaf: Uint8Array.from(types, (name, id) =>
      Number(id !== error && !language.nodeTypeIsNamed(id) && !name.includes(' ')),
    ),
    error,
    fields: Array.from(language.fields, (name) => name ?? ''),
  }
  vocabularies.set(language, vocabulary)
  return vocabulary
}

export const textOf = (tree: FlatTree, node: number): string => tree.text.slice(tree.starts[node], tree.ends[node])
export const typeOf = (tree: FlatTree, node: number): string => tree.vocabulary.types[tree.types[node] ?? 0] ?? ''
export const parentOf = (tree: FlatTree, node: number): number => tree.parents[node] ?? -1

/** The nodes of a type, in the order of the text. */
export function* nodesOf(tree: FlatTree, type: string): Generator<number> {
  for (const id of tree.vocabulary.ids.get(type) ?? []) {
    yield* tree.byType.subarray(tree.typeStarts[id], tree.typeStarts[id + 1])
  }
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

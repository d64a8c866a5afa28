/**
 * Copies a tree by reading the memory of the parser's module, laid out as `memory-layout.ts` draws it, without a call
 * into it: a twentieth of what cursors take.
 */
import type { Vocabulary } from '../vocabulary.ts'
import { Columns } from './columns.ts'
import { firstErrorSymbol, type Productions } from './memory-layout.ts'

/** Everything that reading a tree takes. */
export interface TreeInMemory {
  readonly words: Uint32Array
  /** The address of the root slot. */
  readonly root: number
  /** As many visible nodes as there are. */
  readonly visible: number
  readonly vocabulary: Vocabulary
  readonly productions: Productions
}

/**
 * The nodes that are being read, eight numbers each: the slots of the children that are left (from, to, by words), the
 * index of the next one in its production and where that begins in the tables, the byte behind the last one, the named
 * node around them, the node that ends with them (-1 for none), and the field that children have which have no own.
 */
const frameSize = 8

export function columnsByMemory(tree: TreeInMemory): Columns {
  const { words, root, visible, vocabulary, productions } = tree
  const { named, leaf, error, fields: fieldNames } = vocabulary
  const { width, aliases, fields, publicSymbols } = productions
  const nodes = new Columns(visible)
  let frames = new Int32Array(256 * frameSize)
  // The root is the only child of nothing.
  frames.set([root >> 2, (root >> 2) + 2, 0, 0, 0, -1, -1, 0])
  for (let top = 0; top >= 0; ) {
    const slot = frames[top]!
    if (slot === frames[top + 1]!) {
      const ended = frames[top + 6]!
      if (ended >= 0) nodes.close(ended)
      top -= frameSize
      continue
    }
    frames[top] = slot + 2
    const word = words[slot]!
    const isInline = (word & 1) === 1
    const node = word >> 2
    const flags = isInline ? word >> 1 : words[node + 11]!
    const isExtra = (flags & 4) !== 0
    const ownSymbol = isInline ? (word >> 8) & 0xff : words[node + 10]! & 0xffff
    const start = frames[top + 4]! + (isInline ? (words[slot + 1]! >> 16) & 0xff : words[node + 1]!)
    const end = start + (isInline ? words[slot + 1]! >>> 24 : words[node + 4]!)
    const childCount = isInline ? 0 : words[node + 9]!
    const before = frames[top + 4]!
    frames[top + 4] = end

    let [alias, field] = [0, 0]
    if (!isExtra) {
      const index = frames[top + 2]!
      frames[top + 2] = index + 1
      const at = frames[top + 3]! + index
      if (index < width) {
        alias = aliases[at]!
        field = fields[at]!
      }
      if (field === 0) field = frames[top + 7]!
    }

    let around = frames[top + 5]!
    let ended = -1
    if (alias !== 0 || (flags & 1) === 1) {
      const symbol = alias === 0 ? ownSymbol : alias
      const type = symbol >= firstErrorSymbol ? error : publicSymbols[symbol]!
      if (nodes.firstError === undefined && (type === error || isMissing(flags, isInline)))
        nodes.firstError = start >> 1
      if (named[type] === 1) {
        around = nodes.add(type, fieldNames[field] ?? '', start >> 1, end >> 1, around)
        ended = around
        if (nodes.excess !== undefined) return nodes
      }
      if (leaf[type] === 1) continue
      field = 0
    } else if (childCount === 0 || words[node + 12] === 0) continue
    if (childCount === 0) {
      if (ended >= 0) nodes.close(ended)
      continue
    }
    top += frameSize
    if (top === frames.length) frames = longer(frames)
    frames[top] = node - childCount * 2
    frames[top + 1] = node
    frames[top + 2] = 0
    frames[top + 3] = (words[node + 16]! >>> 16) * width
    // The padding of a node is that of its first child.
    frames[top + 4] = before
    frames[top + 5] = around
    frames[top + 6] = ended
    frames[top + 7] = field
  }
  return nodes
}

const isMissing = (flags: number, isInline: boolean): boolean => (flags & (isInline ? 16 : 512)) !== 0

function longer(frames: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(frames.length * 2)
  copy.set(frames)
  return copy
}

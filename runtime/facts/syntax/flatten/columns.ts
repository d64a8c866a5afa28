/** The arrays of a flat tree while it grows. */
import { type FlatTree, mostLevels, mostNodes } from '../flat.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** What a tree has more of than is analysed. */
export type Excess = 'nodes' | 'levels'

export class Columns {
  count = 0
  readonly types: Uint16Array
  readonly fields: string[] = []
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly nexts: Uint32Array
  readonly parents: Int32Array
  /** The offset of the first place that does not parse. */
  firstError: number | undefined
  /** Nobody needs what comes behind. */
  excess: Excess | undefined
  /** By node, how many are around it. */
  readonly #levels: Uint16Array

  /** `expected`: as many nodes as there can be. */
  constructor(expected: number) {
    const most = Math.min(expected, mostNodes)
    this.#levels = new Uint16Array(most)
    this.types = new Uint16Array(most)
    this.starts = new Uint32Array(most)
    this.ends = new Uint32Array(most)
    this.nexts = new Uint32Array(most)
    this.parents = new Int32Array(most)
  }

  add(type: number, field: string, start: number, end: number, parent: number): number {
    const level = parent < 0 ? 0 : this.#levels[parent]! + 1
    if (this.count === mostNodes) this.excess = 'nodes'
    else if (level === mostLevels) this.excess = 'levels'
    const node = this.count++
    this.#levels[node] = level
    this.types[node] = type
    this.fields.push(field)
    this.starts[node] = start
    this.ends[node] = end
    this.parents[node] = parent
    return node
  }

  /** Says that the subtree of a node ends here. */
  close(node: number): void {
    this.nexts[node] = this.count
  }

  whole(text: string, vocabulary: Vocabulary): FlatTree {
    const { count, fields, firstError } = this
    const types = this.types.subarray(0, count)
    const typeStarts = new Uint32Array(vocabulary.types.length + 1)
    for (let node = 0; node < count; node++) typeStarts[types[node]! + 1]! += 1
    for (let type = 0; type < vocabulary.types.length; type++) typeStarts[type + 1]! += typeStarts[type]!
    const byType = new Uint32Array(count)
    const filled = typeStarts.slice()
    for (let node = 0; node < count; node++) byType[filled[types[node]!]!++] = node
    const positions = { starts: this.starts.subarray(0, count), ends: this.ends.subarray(0, count) }
    const family = { nexts: this.nexts.subarray(0, count), parents: this.parents.subarray(0, count) }
    return { text, count, types, fields, ...positions, ...family, vocabulary, byType, typeStarts, firstError }
  }
}

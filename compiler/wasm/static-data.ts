/**
 * The static data of a policy, laid out upwards from an address: what is placed goes into the module, what is reserved
 * behind it is only kept free. Nodes are drawn in `compiler/library/values.ts`, `tables.ts` and `shapes.ts`; equal ones are
 * there once.
 */
import { assert } from '../unreachable.ts'
import { isSmallInteger, smallInteger, stringTag } from './config-block.ts'

const kinds = { array: 1, number: 2, set: 3 } as const
/** Two bits of the address of a node stand for something else. */
const wordSize = 4
/** Where an array's items and a set's entries stand behind the node's address. */
const nodeSize = { array: 16, set: 28 } as const

/** Members of a set that are found without an index. Must match `FEW` of `compiler/library/tables.ts`. */
export const mostMembers = 8
/** A key is found by going through the shape's. */
export const mostKeysOfShape = 16

export class StaticData {
  readonly base: number
  #bytes: Uint8Array = new Uint8Array(1024)
  #size = 0
  #reserved = 0
  readonly #known = new Map<string, number>()

  constructor(base: number) {
    this.base = base
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size)
  }

  /** The address behind everything, 8-byte aligned. */
  get end(): number {
    return this.base + align(this.#size) + this.#reserved
  }

  /** The word of a string. */
  string(text: string): number {
    return this.#once(`string ${text}`, () => {
      const bytes = new TextEncoder().encode(text)
      const at = this.place(bytes)
      return this.#node([at, bytes.length]) | stringTag
    })
  }

  /** The word of a number as it is written. */
  number(text: string): number {
    const value = Number(text)
    if (/^-?\d+$/.test(text) && isSmallInteger(value) && String(value) === text) return smallInteger(value)
    return this.#once(`number ${text}`, () => {
      const bytes = new TextEncoder().encode(text)
      return this.#node([kinds.number, this.place(bytes), bytes.length])
    })
  }

  /** The address of a text with a NUL behind it. */
  message(text: string): number {
    return this.#once(`message ${text}`, () => this.place(new TextEncoder().encode(`${text}\0`)))
  }

  /** The word of an array. */
  array(items: readonly number[]): number {
    const { length } = items
    return this.#once(`array ${items}`, () => {
      const at = this.base + align(this.#size, wordSize) + nodeSize.array
      return this.#node([kinds.array, length, length, at, ...items])
    })
  }

  /** The word of a set without an index, for which it has to have few members. */
  set(members: readonly number[]): number {
    const { length } = members
    assert(length <= mostMembers, 'a set with many members has an index')
    return this.#once(`set ${members}`, () => {
      const at = this.base + align(this.#size, wordSize) + nodeSize.set
      return this.#node([kinds.set, length, length, at, 0, 0, 0, ...members.flatMap((member) => [member, member])])
    })
  }

  /** The word of an object with few keys, each another. */
  record(keys: readonly string[], values: readonly number[]): number {
    const shape = this.shape(keys)
    return this.#once(`record ${shape} ${values}`, () => this.#node([shape, ...values]))
  }

  /** The address of a shape, for which it has to have few keys: a step for each key behind one without any. */
  shape(keys: readonly string[]): number {
    assert(keys.length <= mostKeysOfShape, 'an object with many keys is a table')
    return this.#once(`shape ${JSON.stringify(keys)}`, () => {
      const fields = keys.map((key, index) => ({ key: this.string(key), bytes: bytesOf(key), slot: index + 1 }))
      const byKey = fields.toSorted((a, b) => compareBytes(a.bytes, b.bytes))
      const parent = fields
        .slice(0, -1)
        .reduce((step, { key, slot }) => this.words([step, slot, key]), this.words([0, 0, 0]))
      const sorted = this.words(byKey.flatMap(({ key, slot }) => [key, slot]))
      const last = fields.at(-1)
      return this.words([last === undefined ? 0 : parent, keys.length, last?.key ?? 0, 0, 0, 0, sorted])
    })
  }

  /** The address of words; equal ones may be changed only in a way that suits all who know them. */
  words(values: readonly number[]): number {
    return this.#once(`words ${values}`, () => this.#node(values))
  }

  /** The address of memory for running code to use, which takes no room in the module. Nothing is placed afterwards. */
  reserve(size: number): number {
    const address = this.end
    this.#reserved += align(size)
    return address
  }

  /** The address of bytes. Texts may stand anywhere, so that they leave no gaps. */
  place(bytes: Uint8Array, alignment = 1): number {
    assert(this.#reserved === 0, 'all static data is placed before anything is reserved behind it')
    const at = align(this.#size, alignment)
    const needed = at + bytes.length
    if (needed > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      wider.set(this.#bytes)
      this.#bytes = wider
    }
    this.#bytes.set(bytes, at)
    this.#size = needed
    return this.base + at
  }

  #node(words: readonly number[]): number {
    const bytes = new Uint8Array(words.length * 4)
    const view = new DataView(bytes.buffer)
    for (const [index, word] of words.entries()) view.setUint32(index * 4, word, true)
    return this.place(bytes, wordSize)
  }

  #once(key: string, make: () => number): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = make()
    this.#known.set(key, made)
    return made
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The order of code points, which OPA's is. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, index) => byte !== b[index])
  return at < 0 ? a.length - b.length : (a[at] as number) - (b[at] ?? -1)
}

const align = (size: number, to = 8): number => Math.ceil(size / to) * to

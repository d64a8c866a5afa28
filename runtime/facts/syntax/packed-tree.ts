/**
 * A flat tree on its way from the thread that parsed it: columns that change hands without being copied. Its text is known
 * on the other side, and the words of a grammar go along with its first tree.
 */
import { assert } from '../../../compiler/index.ts'
import type { FlatTree } from './flat.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `fields` has, by node, an index of the vocabulary's fields: texts would be copied one by one. */
export type PackedTree = Omit<FlatTree, 'text' | 'fields' | 'vocabulary'> & { readonly fields: Uint8Array }

const fieldIds = new WeakMap<Vocabulary, ReadonlyMap<string, number>>()

export function packedTree(tree: FlatTree): PackedTree {
  const { text: _, fields, vocabulary, ...columns } = tree
  assert(vocabulary.fields.length <= 256, 'a field fits into a byte')
  const ids = fieldIds.get(vocabulary) ?? new Map(vocabulary.fields.map((field, id) => [field, id]))
  fieldIds.set(vocabulary, ids)
  return { ...columns, fields: Uint8Array.from(fields, (field) => ids.get(field) ?? 0) }
}

/** What of it may be handed over. */
export const buffersOf = (packed: PackedTree): readonly ArrayBuffer[] =>
  Object.values(packed).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []))

export function unpackedTree({ fields, ...columns }: PackedTree, text: string, vocabulary: Vocabulary): FlatTree {
  return { ...columns, text, vocabulary, fields: Array.from(fields, (id) => vocabulary.fields[id] ?? '') }
}

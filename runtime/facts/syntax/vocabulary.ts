/** The words of a grammar: its types of nodes, and the fields that children can be of their parents. */
import type { Language } from 'web-tree-sitter'

/** The last type is ERROR, which the grammar itself does not list. */
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

const known = new WeakMap<Language, Vocabulary>()

export function vocabularyOf(language: Language): Vocabulary {
  const vocabulary = known.get(language) ?? read(language)
  known.set(language, vocabulary)
  return vocabulary
}

function read(language: Language): Vocabulary {
  const types = Array.from([...language.types, 'ERROR'], (type) => type ?? '')
  const error = language.types.length
  const isNamed = (id: number) => id === error || language.nodeTypeIsNamed(id)
  return {
    types,
    ids: Map.groupBy(types.keys(), (id) => types[id] ?? ''),
    named: Uint8Array.from(types, (_, id) => Number(isNamed(id))),
    leaf: Uint8Array.from(types, (name, id) => Number(!isNamed(id) && !name.includes(' '))),
    error,
    fields: Array.from(language.fields, (name) => name ?? ''),
  }
}

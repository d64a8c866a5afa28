/** Copies syntax trees into arrays: from the memory of the parser's module where that is laid out as expected, else by cursor. */
import { isDeepStrictEqual } from 'node:util'
import type { Language, Parser, Tree } from 'web-tree-sitter'
import type { FlatTree } from '../flat.ts'
import type { GrammarName } from '../grammars.ts'
import { type Vocabulary, vocabularyOf } from '../vocabulary.ts'
import { columnsByCursor } from './by-cursor.ts'
import { columnsByMemory } from './by-memory.ts'
import type { Excess } from './columns.ts'
import { type Productions, productionsAt } from './memory-layout.ts'
import { samples } from './samples.ts'

/** What the productions of a language say, where its trees can be read from memory. */
const readable = new WeakMap<Language, Productions | 'by cursor'>()

/** `memory` is that of the parser's module. */
export function flatten(
  grammar: GrammarName,
  parser: Parser,
  tree: Tree,
  text: string,
  memory: WebAssembly.Memory,
): FlatTree | Excess {
  const { language } = tree
  const vocabulary = vocabularyOf(language)
  const productions = readable.get(language) ?? tried(samples[grammar], parser, memory, vocabulary)
  readable.set(language, productions)
  const columns =
    productions === 'by cursor'
      ? columnsByCursor(tree, vocabulary)
      : columnsByMemory(inMemory(tree, memory, vocabulary, productions))
  return columns.excess ?? columns.whole(text, vocabulary)
}

/** Whether trees of the language are read from memory. */
export const isReadFromMemory = (language: Language): boolean => typeof readable.get(language) === 'object'

/** Tries it on a text with all that a tree can have, once a language. */
function tried(
  sample: string,
  parser: Parser,
  memory: WebAssembly.Memory,
  vocabulary: Vocabulary,
): Productions | 'by cursor' {
  const tree = parser.parse(sample)
  if (tree === null) return 'by cursor'
  try {
    const productions = productionsAt(memory.buffer, tree.rootNode.id, vocabulary.types.length)
    const read = columnsByMemory(inMemory(tree, memory, vocabulary, productions))
    const expected = columnsByCursor(tree, vocabulary)
    return isDeepStrictEqual(read, expected) ? productions : 'by cursor'
  } catch {
    // What is no address leads out of the memory.
    return 'by cursor'
  } finally {
    tree.delete()
  }
}

function inMemory(tree: Tree, memory: WebAssembly.Memory, vocabulary: Vocabulary, productions: Productions) {
  const { id: root, descendantCount: visible } = tree.rootNode
  return { words: new Uint32Array(memory.buffer), root, visible, vocabulary, productions }
}

/** What is asked of a thread, and what it sends back, each by the number of the request. */
import type { ClassifiedFile } from '../classify/classify.ts'
import type { GrammarName } from '../syntax/grammars.ts'
import type { PackedTree } from '../syntax/packed-tree.ts'
import type { Vocabulary } from '../syntax/vocabulary.ts'
import type { Packed } from './packed.ts'

export type Request =
  | { readonly kind: 'look'; readonly number: number; readonly files: readonly ClassifiedFile[] }
  | { readonly kind: 'parse'; readonly number: number; readonly grammar: GrammarName; readonly text: string }

export type Reply =
  | { readonly kind: 'looked'; readonly number: number; readonly found: readonly Packed[] }
  /** `vocabulary` goes along with the first tree of a grammar. */
  | {
      readonly kind: 'tree'
      readonly number: number
      readonly tree: PackedTree
      readonly vocabulary: Vocabulary | undefined
    }
  | { readonly kind: 'cut'; readonly number: number; readonly reason: string }
  /** As `Spent` says it. */
  | { readonly kind: 'spent'; readonly number: number; readonly reason: string; readonly final: boolean }
  /** A mistake of ours. */
  | { readonly kind: 'failed'; readonly number: number; readonly message: string }

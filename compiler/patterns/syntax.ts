/** The syntax tree of a pattern. */
import type { CodePoints } from './code-points.ts'

export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly set: CodePoints }
  | { readonly kind: 'concat'; readonly nodes: readonly Node[] }
  | { readonly kind: 'alternate'; readonly nodes: readonly Node[] }
  | {
      readonly kind: 'repeat'
      readonly node: Node
      readonly min: number
      readonly max: number
      /** As few as possible; that matters where matches are told, and not where only whether there is one. */
      readonly lazy: boolean
    }
  /** A group whose text is told, counted from 1. Where only whether a text matches is asked there are none. */
  | { readonly kind: 'group'; readonly node: Node; readonly index: number }
  | { readonly kind: 'assert'; readonly what: Assertion }

export type Assertion = 'begin text' | 'end text' | 'begin line' | 'end line' | 'word boundary' | 'no word boundary'

/** What a pattern may not be, with the offset in its source where it goes wrong. */
export class PatternError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

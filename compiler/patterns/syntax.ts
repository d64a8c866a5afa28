/** The syntax tree of a pattern. Groups and laziness are gone: only whether a text matches is ever asked. */
import type { CodePoints } from './code-points.ts'

export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly set: CodePoints }
  | { readonly kind: 'concat'; readonly nodes: readonly Node[] }
  | { readonly kind: 'alternate'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly min: number; readonly max: number }
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

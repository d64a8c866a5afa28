/** What an expression of JavaScript can stand for. */
import { excerpt } from '../excerpt.ts'
import { canonical } from './modules.ts'

export type Meaning =
  /** A module, a function, a class, or something in one. */
  | { readonly kind: 'thing'; readonly dotted: string }
  /** Of this file. */
  | { readonly kind: 'function' | 'class'; readonly dotted: string; readonly node: number }
  /** An object; its class may be one of this file. */
  | { readonly kind: 'instance'; readonly dotted: string; readonly class: number | undefined }
  /** The result of a call, of no evident class. */
  | { readonly kind: 'result'; readonly dotted: string }
  /** A name that stands for nothing known, in parentheses so that it is not taken for a module of that name. */
  | { readonly kind: 'unresolved'; readonly dotted: string }

/** Longer chains of names, members and calls than people write. */
export const deepest = 40

export const thing = (dotted: string): Meaning => ({ kind: 'thing', dotted: canonical(dotted) })
export const instance = (dotted: string, node?: number): Meaning => ({ kind: 'instance', dotted, class: node })
export const unresolved = (text: string): Meaning => ({ kind: 'unresolved', dotted: `(${excerpt(text)})` })

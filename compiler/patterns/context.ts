/** What assertions look at: the sort of what stands before and after a place between two bytes. */
import { unreachable } from '../unreachable.ts'
import type { Assertion } from './syntax.ts'

/** `inner` is a byte within a character, before which no assertion holds that RE2 asks between characters only. */
export const sort = { edge: 0, newline: 1, word: 2, other: 3, inner: 4 } as const
export type Sort = (typeof sort)[keyof typeof sort]
export const sorts: readonly Sort[] = Object.values(sort)

/** RE2's word characters are ASCII's. */
export function sortOf(byte: number): Sort {
  if (byte === 10) return sort.newline
  if ((byte & 0xc0) === 0x80) return sort.inner
  const word = (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || byte === 95 || (byte >= 97 && byte <= 122)
  return word ? sort.word : sort.other
}

export function holdsBetween(what: Assertion, before: Sort, after: Sort): boolean {
  switch (what) {
    case 'begin text':
      return before === sort.edge
    case 'end text':
      return after === sort.edge
    case 'begin line':
      return before === sort.edge || before === sort.newline
    case 'end line':
      return after === sort.edge || after === sort.newline
    case 'word boundary':
      return (before === sort.word) !== (after === sort.word)
    case 'no word boundary':
      return after !== sort.inner && (before === sort.word) === (after === sort.word)
    default:
      return unreachable(what)
  }
}

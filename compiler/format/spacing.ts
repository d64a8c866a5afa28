/** What stands between two words of a line. */
import type { IToken } from 'chevrotain'
import { Text } from '../language/quoted.ts'
import { is, isName } from '../language/starts.ts'
import { Close, CloseList, Comma, DefineWord, Dot, Open, OpenList } from '../language/tokens.ts'

/** Whether `second` follows `first` without a space; `before` is the word before both. */
export function adjoins(before: IToken | undefined, first: IToken, second: IToken): boolean {
  if ([Close, CloseList, Comma, Dot].some((mark) => is(second, mark))) return true
  if ([Open, OpenList, Dot].some((mark) => is(first, mark))) return true
  // `define from_credential(origin) as`: a name with its subject, as opposed to a condition in parentheses.
  return is(second, Open) && isName(first) && is(before, DefineWord)
}

/** A token as it is written canonically: as it was, but a text of several lines has its quotes on lines of their own. */
export function written(token: IToken): string {
  if (!token.image.startsWith('"""')) return token.image
  const content = token.image.slice(3, -3).trim()
  return content === '' ? '""' : `"""\n${content}\n"""`
}

export const isText = (token: IToken | undefined): boolean => is(token, Text)

/** A sentence with comments between its words: a comment ends a line, so the lines stay as its author broke them. */
import type { IToken } from 'chevrotain'
import { adjoins, written } from './spacing.ts'

const continuation = 4

/** `comments` stand behind their words; a comment after the first of a word stands on a line of its own. */
export function keptLines(
  tokens: readonly IToken[],
  comments: ReadonlyMap<IToken, readonly string[]>,
  margin: number,
): string {
  const lineEnd = `\n${' '.repeat(margin + continuation)}`
  let text = ''
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1]
    if (previous !== undefined) {
      const behind = comments.get(previous) ?? []
      const broken = (previous.endLine as number) < (token.startLine as number)
      text += behind.length === 0 ? '' : ` ${behind.join(lineEnd)}`
      text += broken ? lineEnd : adjoins(tokens[index - 2], previous, token) ? '' : ' '
    }
    text += written(token)
  }
  return text
}

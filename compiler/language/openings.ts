/** Checks that begin with other words than theirs: `there is no url …`, `more than 3 call …`. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import { write } from '../diagnostics/fix.ts'
import { type FileContext, spanOf } from './leaves.ts'
import { is, type Line } from './starts.ts'
import { type Opening, openings } from './synonyms.ts'
import { isCountWord, NumberToken, retyped, Word, wordNamed } from './tokens.ts'

export function opened(line: Line, context: FileContext): Line {
  const opening = openings.find(({ written }) =>
    written.every((word, index) => line[index]?.image.toLowerCase() === word),
  )
  const [first] = line
  if (opening === undefined || first === undefined) return line
  const words = wordsOf(opening, line)
  if (words === undefined) return line
  const { taken, text } = words
  const span = spanOf(context, first, line[taken - 1])
  const found = context.source.text.slice(span.start, span.end)
  context.report(
    diagnose('foreign-operator', span, { found, word: text.join(' ') }, { fixes: [write(span, text.join(' '))] }),
  )
  const by = text.map(
    (word): IToken => retyped(first, wordNamed(word) ?? (/^\d/.test(word) ? NumberToken : Word), word),
  )
  return [...by, ...line.slice(taken)]
}

/** The words that are meant, and how many tokens they stand for; a count that is none leaves the line as it is. */
function wordsOf({ written, meant, raised }: Opening, line: Line) {
  const count = line[written.length]
  const isCounted = meant.some(isCountWord)
  if (isCounted && !is(count, NumberToken)) return undefined
  if (raised === 0) return { taken: written.length, text: meant }
  const number = Number(count?.image) + raised
  return number < 0 ? undefined : { taken: written.length + 1, text: [...meant, String(number)] }
}

/** Words of other languages in the place of those of this one. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../../diagnostics/codes.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { before, type Edit, replace } from '../../diagnostics/fix.ts'
import { spanOf } from '../leaves.ts'
import { is, isName, isStatementWord } from '../starts.ts'
import { Dot, Not } from '../tokens.ts'
import { type Correction, type Corrector, type Failed, made, sourceOf, spanFrom } from './correction.ts'
import { type Phrase, phrasesAt } from './phrases/table.ts'

/** A phrase may begin with words that fit: in `id is greater than 5` it is "than" that does not. */
const back = 3

export const phraseCorrections: Corrector = (failed) => {
  const { tokens, index } = failed
  const starts = Array.from({ length: back + 1 }, (_, offset) => index - back + offset).filter((from) => from > 0)
  return starts.flatMap((from) =>
    phrasesAt(tokens, from)
      .filter(({ written }) => from + written.length >= index)
      .filter(({ meant }) => meant.length > 0 || !isStatementWord(tokens[0] as IToken))
      .flatMap((phrase) => correction(failed, from, phrase) ?? []),
  )
}

function correction(failed: Failed, from: number, { written, meant }: Phrase): Correction | undefined {
  const { tokens, context } = failed
  const length = written.length
  const first = tokens[from] as IToken
  const kept = written.flatMap((word, offset) => (word === '#' ? [tokens[from + offset] as IToken] : []))
  const isTurned = meant[1] === '…'
  const words = isTurned ? meant.slice(2) : meant
  let taken = 0
  const by = words.map((word) => (word === '#' ? (kept[taken++] as IToken) : made(word, first)))
  taken = 0
  const text = words
    .map((word) => (word === '#' ? sourceOf(spanOf(context, kept[taken++] as IToken), context) : word))
    .join(' ')
  const span = spanFrom(tokens, from, length, context)
  const told = (edits: readonly Edit[]) => () => {
    if (words.length === 0) return needless(span, context.source.text)
    const word = isTurned ? `not … ${text}` : text
    const fixes = [{ title: `write ${word}`, edits }]
    return diagnose('foreign-operator', span, { found: sourceOf(span, context), word }, { fixes })
  }
  const edit = spaced(span, text, failed)
  if (!isTurned) return { from, length, by, told: told([edit]) }
  const start = referenceBefore(tokens, from)
  if (start === from) return undefined
  const front = tokens[start] as IToken
  return {
    from: start,
    length: length + from - start,
    by: [made('not', front), ...tokens.slice(start, from), ...by],
    told: told([{ span: before(spanOf(context, front)), text: 'not ' }, edit]),
  }
}

function needless(span: Edit['span'], source: string): Diagnostic {
  const characters = source.slice(span.start, span.end)
  const end = source.charAt(span.end) === ' ' ? span.end + 1 : span.end
  const fixes = [replace({ ...span, end }, '', `leave out ${characters}`)]
  return diagnose('unexpected-character', span, { characters, suggestion: 'Leave it out.' }, { fixes })
}

/** Where the dotted name begins that ends before `from`. A `not` that stands there already would be a second one. */
function referenceBefore(tokens: readonly IToken[], from: number): number {
  let start = from
  while (isName(tokens[start - 1]) || (start < from && is(tokens[start - 1], Dot))) start--
  return is(tokens[start - 1], Not) ? from : start
}

/** Words stand apart from what is before them, a comma does not. */
function spaced(span: Edit['span'], text: string, { context }: Failed): Edit {
  const { text: source } = context.source
  const isApart = /\s/.test(source.charAt(span.start - 1))
  if (text === ',' && isApart) return { span: { ...span, start: source.slice(0, span.start).trimEnd().length }, text }
  return { span, text: isApart || text === ',' ? text : ` ${text}` }
}

/**
 * The one form in which a checklist is written. Only the space between words changes, so that a formatted checklist
 * says what it said: no word, comment or parenthesis is added, moved or taken away.
 *
 * - Statements start at the margin, clauses two columns in; a line has up to 120 columns where it can be broken.
 * - An empty line stands above every section and item, and between statements of different sorts; elsewhere one empty
 *   line stays where there were some.
 * - Comments stay above or behind the words that they were written above or behind. A sentence with comments between its
 *   words keeps its line ends.
 * - Text in three quotes has the quotes on lines of their own. Line ends are those of the first line.
 */
import { hasErrors, type Outcome } from '../diagnostics/diagnostic.ts'
import type { Source } from '../diagnostics/span.ts'
import { parse } from '../language/index.ts'
import { pieces } from '../language/layout.ts'
import { tokenize } from '../language/lexer.ts'
import { assert } from '../unreachable.ts'
import { keptLines } from './kept-lines.ts'
import { laidOut } from './layout.ts'
import { type Entry, entriesOf } from './lines.ts'
import { distances, marginsOf } from './margins.ts'
import { sentenceLayout } from './sentence.ts'
import { written } from './spacing.ts'

/** Columns that a line may take. */
export const lineWidth = 120

/** The text in its canonical form; as it is where it does not parse, with the mistakes. */
export function format(source: Source): Outcome<string> {
  const { diagnostics } = parse(source)
  if (hasErrors(diagnostics)) return { value: source.text, diagnostics }
  const entries = entriesOf(source.text, piecesOf(source.text))
  const margins = marginsOf(entries)
  const apart = distances(entries, margins)
  const lines = entries.flatMap((entry, index) => {
    const line = entryText(entry, margins[index] as number)
    return apart[index] ? ['', line] : [line]
  })
  const text = lines.map((line) => `${line}\n`).join('')
  assert(saysTheSame(source.text, text), `formatting changes only the space between words: ${source.path}`)
  return { value: withLineEnds(text, source.text), diagnostics }
}

function piecesOf(text: string) {
  return pieces(tokenize({ source: { path: '', text }, report: () => {} }).tokens)
}

function entryText(entry: Entry, margin: number): string {
  const start = ' '.repeat(margin)
  if (entry.kind === 'comment') return start + entry.text
  const { tokens } = entry.piece
  const text =
    entry.inner.size > 0 ? keptLines(tokens, entry.inner, margin) : laidOut(sentenceLayout(tokens), lineWidth, margin)
  return `${start}${text}${entry.trailing === undefined ? '' : ` ${entry.trailing}`}`
}

function saysTheSame(before: string, after: string): boolean {
  const words = (text: string) =>
    JSON.stringify(piecesOf(text).map(({ kind, tokens }) => [kind, tokens.map((token) => written(token).trim())]))
  return words(before.replace(/\r\n?/g, '\n')) === words(after.replace(/\r\n?/g, '\n'))
}

/** Text in three quotes may have line ends of its own: all become those of the first line. */
function withLineEnds(text: string, like: string): string {
  const lines = text.replace(/\r\n?/g, '\n')
  return /^[^\r\n]*\r\n/.test(like) ? lines.replaceAll('\n', '\r\n') : lines
}

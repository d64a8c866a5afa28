/** Text → syntax tree. Every piece of a file is read by itself, so that one run reports every mistake of the file. */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import type { Source, Span } from '../diagnostics/span.ts'
import { FileReader } from './file-reader.ts'
import { foreignFormat } from './formats.ts'
import { pieces } from './layout.ts'
import { outsideOf, tokenize } from './lexer.ts'
import type { File } from './tree.ts'

export { everything } from './lost-names.ts'
export type * from './tree.ts'

export function parse(source: Source): Outcome<File> {
  const span = { path: source.path, start: 0, end: source.text.length }
  const foreign = foreignFormat(source)
  if (foreign !== undefined) {
    const value: File = { kind: 'file', statements: [], lost: [], damaged: true, doubted: [], span }
    return { value, diagnostics: [foreign] }
  }
  const inTokens: Diagnostic[] = []
  const { tokens, doubtful } = tokenize({ source, report: (diagnostic) => inTokens.push(diagnostic) })
  const reader = new FileReader(source, doubtful, inTokens)
  for (const piece of pieces(tokens)) reader.read(piece)
  const { statements, lost, doubted, senseless, diagnostics: inPieces } = reader.finish()
  // A line that says nothing in the language is one mistake, whatever is wrong with its words.
  const inWords = withoutRetold(outsideOf(inTokens, senseless), inPieces)
  const diagnostics = [...inPieces, ...inWords].sort((a, b) => a.span.start - b.span.start)
  const told = merged([...doubted, ...diagnostics.map((diagnostic) => diagnostic.span)])
  return {
    value: { kind: 'file', statements, lost, damaged: diagnostics.length > 0, doubted: told, span },
    diagnostics,
  }
}

/** Where a piece cannot go on with a word, what is wrong with the word itself is no mistake of its own. */
function withoutRetold(inTokens: readonly Diagnostic[], inPieces: readonly Diagnostic[]): readonly Diagnostic[] {
  const unread = inPieces.filter(({ code }) => code === 'unexpected' || code === 'foreign-operator')
  const places = new Set(unread.map(({ span: { start, end } }) => `${start} ${end}`))
  return inTokens.filter(({ span: { start, end } }) => !places.has(`${start} ${end}`))
}

/** In order, and each place in one span at most. */
function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last === undefined || last.end <= span.start) found.push(span)
    else if (last.end < span.end) found[found.length - 1] = { ...last, end: span.end }
  }
  return found
}

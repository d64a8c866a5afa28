/** Text → syntax tree. Every piece of a file is read by itself, so that one run reports every mistake of the file. */
import type { DiagnosticCode } from '../diagnostics/codes.ts'
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
  const diagnostics = withoutRetold([...inPieces, ...outsideOf(inTokens, senseless)])
  const told = merged([...doubted, ...diagnostics.map((diagnostic) => diagnostic.span)])
  return {
    value: { kind: 'file', statements, lost, damaged: diagnostics.length > 0, doubted: told, span },
    diagnostics,
  }
}

/** In the order of the text. Where several words are told to be written otherwise, each of them is no mistake of its own. */
function withoutRetold(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  let end = -1
  return diagnostics
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ code, span }) => {
      if (span.start < end && span.end <= end) return false
      if (retelling.includes(code)) end = span.end
      return true
    })
}

const retelling: readonly DiagnosticCode[] = ['unexpected', 'foreign-operator', 'arithmetic']

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

/** Text → syntax tree. Every piece of a file is read by itself, so that one run reports every mistake of the file. */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import type { Source } from '../diagnostics/span.ts'
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
  const diagnostics = [...inPieces, ...outsideOf(inTokens, senseless)].sort((a, b) => a.span.start - b.span.start)
  return { value: { kind: 'file', statements, lost, damaged: diagnostics.length > 0, doubted, span }, diagnostics }
}

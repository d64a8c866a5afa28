/** Text → syntax tree. Every piece of a file is parsed by itself, so that one run reports every mistake of the file. */
import type { ILexingResult, IRecognitionException, IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import type { Source, Span } from '../diagnostics/span.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import { StatementParser } from './grammar/statements.ts'
import { type Piece, pieces } from './layout.ts'
import { type LeafContext, spanOf } from './leaves.ts'
import { lexer, metadataWords, Not, Open, quantifierWords, statementWords, written } from './tokens.ts'
import type { Clause, File, Item, Statement } from './tree.ts'

export type * from './tree.ts'

/** Deeper than any sentence that a person can read; keeps a hostile file from exhausting the stack. */
const deepest = 100

let parser: StatementParser | undefined

export function parse(source: Source): Outcome<File> {
  const diagnostics: Diagnostic[] = []
  const context: LeafContext = { path: source.path, report: (diagnostic) => diagnostics.push(diagnostic) }
  const lexed = lexer.tokenize(source.text)
  reportCharacters(lexed, context)
  const statements: Statement[] = []
  // The clauses of an item follow its line; of an item whose line is broken they are still checked.
  let clauses: Clause[] = []
  for (const piece of pieces(lexed.tokens)) {
    if (piece.kind === 'statement') {
      clauses = []
      const statement = parsePiece(piece, context, (parser) => parser.statement())
      if (statement !== undefined) statements.push(statement.kind === 'item' ? { ...statement, clauses } : statement)
    } else {
      if (piece.kind !== 'clause') reportStart(piece, context)
      const clause = readsAsClause(piece) ? parsePiece(piece, context, (parser) => parser.clause()) : undefined
      if (clause !== undefined && piece.kind === 'clause') clauses.push(clause)
    }
  }
  const placed = statements.map((statement) => (statement.kind === 'item' ? withClauses(statement) : statement))
  const span = { path: source.path, start: 0, end: source.text.length }
  return { value: { kind: 'file', statements: placed, span }, diagnostics }
}

/** A check in a wrong column is still read, for the mistakes inside it; nothing is known of an unknown word. */
const readsAsClause = (piece: Piece): boolean => piece.kind === 'clause' || piece.kind === 'misplaced check'

/** An item reaches to the end of its last clause. */
function withClauses(item: Item): Item {
  return { ...item, span: { ...item.span, end: item.clauses.at(-1)?.span.end ?? item.span.end } }
}

function parsePiece<T>(piece: Piece, context: LeafContext, rule: (parser: StatementParser) => T): T | undefined {
  if (isTooDeep(piece.tokens)) {
    context.report(diagnose('too-deep', spanOfPiece(piece, context), { limit: deepest }))
    return undefined
  }
  parser ??= new StatementParser()
  // Mistakes inside tokens are held back while a rule may still fail for another reason at the same place.
  const inside: Diagnostic[] = []
  parser.context = { ...context, report: (diagnostic) => inside.push(diagnostic) }
  parser.input = [...piece.tokens]
  const node = rule(parser)
  const [failure] = parser.errors
  for (const diagnostic of inside) context.report(diagnostic)
  if (failure === undefined)
    return inside.some((diagnostic) => diagnostic.severity === 'error') && !node ? undefined : node
  if (inside.length === 0) context.report(unexpected(failure, piece, context))
  return undefined
}

function unexpected(failure: IRecognitionException, piece: Piece, context: LeafContext): Diagnostic {
  const last = piece.tokens.at(-1) as IToken
  const atEnd = failure.token.tokenType.name === 'EOF'
  const span = atEnd ? afterToken(last, context) : spanOf(context, failure.token)
  const found = atEnd ? 'the end of the clause' : `"${shortened(failure.token.image)}"`
  return diagnose('unexpected', span, { expected: failure.message, found })
}

const shortened = (image: string): string => (image.length > 40 ? `${image.slice(0, 39)}…` : image)

function afterToken(token: IToken, context: LeafContext): Span {
  const { end } = spanOf(context, token)
  return { path: context.path, start: end, end }
}

function spanOfPiece(piece: Piece, context: LeafContext): Span {
  return spanOf(context, piece.tokens[0] as IToken, piece.tokens.at(-1) as IToken)
}

function isTooDeep(tokens: readonly IToken[]): boolean {
  const deepening = tokens.filter(
    ({ tokenType }) => tokenType === Open || tokenType === Not || quantifierWords.includes(tokenType),
  )
  return deepening.length > deepest
}

/** A line that starts with a word which starts nothing, or which starts something else than may stand there. */
function reportStart(piece: Piece, context: LeafContext): void {
  const token = piece.tokens[0] as IToken
  const span = spanOf(context, token)
  const word = token.image
  if (piece.kind === 'misplaced check') context.report(diagnose('wrong-column', span, { column: piece.column ?? 3 }))
  if (piece.kind === 'clause outside item') context.report(diagnose('clause-outside-item', span, { word }))
  if (piece.kind === 'unknown statement') {
    const suggestion =
      didYouMean(word, statementWords.map(written)) ||
      'A statement is one of checklist, about, use, parameter, define, section and item.'
    context.report(diagnose('unknown-statement', span, { word, suggestion }))
  }
  if (piece.kind === 'unknown clause') {
    const known = [...metadataWords, ...quantifierWords].map(written)
    const suggestion =
      didYouMean(word, known) || 'To go on with the condition above, start the line with "and" or "or".'
    context.report(diagnose('unknown-clause', span, { word, suggestion }))
  }
}

function reportCharacters(lexed: ILexingResult, context: LeafContext): void {
  for (const { offset, length } of lexed.errors) {
    const span = { path: context.path, start: offset, end: offset + Math.max(1, length) }
    context.report(diagnose('unexpected-character', span, { character: 'these characters' }))
  }
}

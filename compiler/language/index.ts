/** Text → syntax tree. Every piece of a file is read by itself, so that one run reports every mistake of the file. */
import type { IToken } from 'chevrotain'
import { type DiagnosticCode, diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import { before, replace, write } from '../diagnostics/fix.ts'
import type { Source, Span } from '../diagnostics/span.ts'
import { unreachable } from '../unreachable.ts'
import { foreignFormat } from './formats.ts'
import { type Fault, isLost, type Piece, pieces } from './layout.ts'
import { type FileContext, nameOf, spanOf } from './leaves.ts'
import { lineStart, outsideOf, tokenize } from './lexer.ts'
import { type PieceContext, readPiece } from './reader.ts'
import { is, isName, isStatementWord } from './starts.ts'
import { DefineWord, From, ParameterWord, UseWord } from './tokens.ts'
import type { Clause, File, Item, Name, Statement } from './tree.ts'
import { found } from './unexpected.ts'

export type * from './tree.ts'

export function parse(source: Source): Outcome<File> {
  const span = { path: source.path, start: 0, end: source.text.length }
  const foreign = foreignFormat(source)
  if (foreign !== undefined) {
    return {
      value: { kind: 'file', statements: [], lost: [], damaged: true, doubted: [], span },
      diagnostics: [foreign],
    }
  }
  const mistakes: Diagnostic[] = []
  const { tokens, doubtful } = tokenize({ source, report: (diagnostic) => mistakes.push(diagnostic) })
  const diagnostics: Diagnostic[] = []
  const context: FileContext = { source, report: (diagnostic) => diagnostics.push(diagnostic) }
  const senseless: Omit<Span, 'path'>[] = []
  const starts: number[] = []
  const statements: Statement[] = []
  const lost: Name[] = []
  let item: OpenItem | undefined
  let doubt = 0
  for (const piece of pieces(tokens)) {
    const start = lineStart(piece.tokens[0] as IToken)
    while ((doubtful[doubt] ?? start) < start) doubt++
    const told = diagnostics.length
    starts.push(start)
    const doubtfulFrom = isNamedOtherwise(piece) ? start : (doubtful[doubt] ?? Number.POSITIVE_INFINITY)
    const pieceContext = { ...context, doubtfulFrom }
    if (piece.fault !== undefined) context.report(faultOf(piece.kind, piece.fault, context))
    if (isLost(piece)) senseless.push({ start, end: endOfLine(source.text, piece.tokens.at(-1) as IToken) })
    if (piece.kind === 'statement') {
      if (item !== undefined) statements.push(closed(item))
      item = undefined
      const statement = isLost(piece)
        ? undefined
        : readPiece(piece.tokens, (parser) => parser.statement(), pieceContext)
      if (statement?.kind === 'item') item = { line: statement, clauses: [], damaged: false }
      else if (statement !== undefined) statements.push(statement)
      else lost.push(...namesOf(piece, context))
    } else {
      const clause = readClause(piece, pieceContext)
      if (clause !== undefined) item?.clauses.push(clause)
      if (item !== undefined && (clause === undefined || diagnostics.length > told)) item.damaged = true
    }
  }
  if (item !== undefined) statements.push(closed(item))
  const doubted = doubtedOf(diagnostics, starts)
  // A line that says nothing in the language is one mistake, whatever is wrong with its words.
  diagnostics.push(...outsideOf(mistakes, senseless))
  diagnostics.sort((a, b) => a.span.start - b.span.start)
  return { value: { kind: 'file', statements, lost, damaged: diagnostics.length > 0, doubted, span }, diagnostics }
}

/** Mistakes where what was meant is no more than likely. */
const guessed: readonly DiagnosticCode[] = ['missing-word', 'two-words', 'value-alone', 'wrong-order']

/** From each guess to the start of the next piece; `starts` are in order. */
function doubtedOf(diagnostics: readonly Diagnostic[], starts: readonly number[]): readonly Span[] {
  const guesses = diagnostics.filter(({ code }) => guessed.includes(code)).map(({ span }) => span)
  let piece = 0
  return guesses
    .toSorted((a, b) => a.start - b.start)
    .map((span) => {
      while ((starts[piece] ?? Number.POSITIVE_INFINITY) <= span.start) piece++
      return { ...span, end: starts[piece] ?? Number.POSITIVE_INFINITY }
    })
}

function endOfLine(text: string, { startOffset }: IToken): number {
  const end = text.indexOf('\n', startOffset)
  return end === -1 ? text.length : end
}

/** Who uses another word for a statement or clause writes its parts otherwise, too, and is told once. */
const isNamedOtherwise = ({ fault }: Piece): boolean => fault?.kind === 'unknown word' && fault.otherwise

/** An item whose clauses are still being read. */
interface OpenItem {
  readonly line: Item
  readonly clauses: Clause[]
  damaged: boolean
}

/** An item reaches to the end of its last clause. */
function closed({ line, clauses, damaged }: OpenItem): Item {
  return { ...line, clauses, damaged, span: { ...line.span, end: clauses.at(-1)?.span.end ?? line.span.end } }
}

/** A check in a wrong column is read for the mistakes inside it, and not kept: nobody knows what it was meant to be. */
function readClause(piece: Piece, context: PieceContext): Clause | undefined {
  if (isLost(piece)) return undefined
  const clause = readPiece(piece.tokens, (parser) => parser.clause(), context)
  return piece.fault?.kind === 'misplaced check' ? undefined : clause
}

/** The names that a statement would have defined, had it been readable. */
function namesOf({ tokens }: Piece, context: FileContext): readonly Name[] {
  const [word, ...rest] = tokens
  if (word !== undefined && !isStatementWord(word)) return tokens.filter(isName).map((token) => nameOf(context, token))
  const nameable = rest.filter(isName)
  const unknown: Name = { kind: 'name', text: everything, span: spanOf(context, word as IToken) }
  if (is(word, DefineWord) || is(word, ParameterWord)) {
    const [, name] = tokens
    return [isName(name) ? nameOf(context, name as IToken) : unknown]
  }
  if (!is(word, UseWord)) return []
  const from = nameable.findLastIndex((token) => is(token, From))
  const names = nameable.slice(0, from === -1 ? undefined : from).map((token) => nameOf(context, token))
  return names.length > 0 ? names : [unknown]
}

/** Stands in `lost` for names that nobody can tell. */
export const everything = '*'

function faultOf(kind: Piece['kind'], fault: Fault, context: FileContext): Diagnostic {
  const span = spanOf(context, fault.token)
  switch (fault.kind) {
    case 'misplaced check': {
      const fixes = [
        replace(before(span), 'and ', 'write and'),
        replace(indentOf(span, context), ' '.repeat(fault.column - 1), `move it to column ${fault.column}`),
      ]
      return diagnose('wrong-column', span, { column: fault.column }, { fixes })
    }
    case 'outside item':
      return diagnose('clause-outside-item', span, { word: fault.token.image })
    case 'prose':
      return diagnose('prose', span, {})
    case 'unknown word': {
      const { meant } = fault
      const suggestion = meant === undefined ? advice[kind] : `Did you mean "${meant}"?`
      const fixes = meant === undefined ? [] : [write(span, meant)]
      return diagnose(`unknown-${kind}`, span, { word: found(fault.token), suggestion }, { fixes })
    }
    default:
      return unreachable(fault)
  }
}

/** What stands before the first word of a line. */
function indentOf(span: Span, { source }: FileContext): Span {
  const start = source.text.slice(0, span.start).search(/[ \t]*$/)
  return { ...span, start, end: span.start }
}

const advice: Readonly<Record<Piece['kind'], string>> = {
  statement: 'A line without indentation starts with checklist, about, use, parameter, define, section or item.',
  clause:
    'A check starts with no, some, every, at least, at most or exactly; a line that starts with "and" or "or" goes on with the condition above.',
}

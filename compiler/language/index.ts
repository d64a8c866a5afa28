/** Text → syntax tree. Every piece of a file is read by itself, so that one run reports every mistake of the file. */
import type { IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import type { Source } from '../diagnostics/span.ts'
import { unreachable } from '../unreachable.ts'
import { type Fault, isLost, type Piece, pieces } from './layout.ts'
import { type FileContext, nameOf, spanOf } from './leaves.ts'
import { lineStart, tokenize } from './lexer.ts'
import { type PieceContext, readPiece } from './reader.ts'
import { is, isName, isStatementWord } from './starts.ts'
import { Comma, DefineWord, From, ParameterWord, UseWord } from './tokens.ts'
import type { Clause, File, Item, Name, Statement } from './tree.ts'
import { found } from './unexpected.ts'

export type * from './tree.ts'

export function parse(source: Source): Outcome<File> {
  const diagnostics: Diagnostic[] = []
  const context: FileContext = { source, report: (diagnostic) => diagnostics.push(diagnostic) }
  const { tokens, doubtful } = tokenize(context)
  const statements: Statement[] = []
  const lost: Name[] = []
  let item: OpenItem | undefined
  let doubt = 0
  for (const piece of pieces(tokens)) {
    const start = lineStart(piece.tokens[0] as IToken)
    while ((doubtful[doubt] ?? start) < start) doubt++
    const told = diagnostics.length
    const pieceContext = { ...context, doubtfulFrom: doubtful[doubt] ?? Number.POSITIVE_INFINITY }
    if (piece.fault !== undefined) context.report(faultOf(piece.kind, piece.fault, context))
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
  const span = { path: source.path, start: 0, end: source.text.length }
  diagnostics.sort((a, b) => a.span.start - b.span.start)
  return { value: { kind: 'file', statements, lost, damaged: diagnostics.length > 0, span }, diagnostics }
}

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
  if (word !== undefined && !isStatementWord(word)) return leadingNames(tokens).map((token) => nameOf(context, token))
  const nameable = rest.filter(isName)
  if (is(word, DefineWord) || is(word, ParameterWord))
    return nameable.slice(0, 1).map((token) => nameOf(context, token))
  if (!is(word, UseWord)) return []
  const from = nameable.findLastIndex((token) => is(token, From))
  return nameable.slice(0, from === -1 ? undefined : from).map((token) => nameOf(context, token))
}

/** Where the word of a statement is missing or unknown, the names at its start are all that is left of it. */
function leadingNames(tokens: readonly IToken[]): readonly IToken[] {
  const end = tokens.findIndex((token) => !isName(token) && !is(token, Comma))
  return tokens.slice(0, end === -1 ? undefined : end).filter(isName)
}

function faultOf(kind: Piece['kind'], fault: Fault, context: FileContext): Diagnostic {
  const span = spanOf(context, fault.token)
  switch (fault.kind) {
    case 'misplaced check':
      return diagnose('wrong-column', span, { column: fault.column })
    case 'outside item':
      return diagnose('clause-outside-item', span, { word: fault.token.image })
    case 'unknown word': {
      const suggestion = fault.meant === undefined ? advice[kind] : `Did you mean "${fault.meant}"?`
      return diagnose(`unknown-${kind}`, span, { word: found(fault.token), suggestion })
    }
    default:
      return unreachable(fault)
  }
}

const advice: Readonly<Record<Piece['kind'], string>> = {
  statement: 'A line without indentation starts with checklist, about, use, parameter, define, section or item.',
  clause: 'To go on with the condition above, start the line with "and" or "or".',
}

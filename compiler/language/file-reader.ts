/** The pieces of a file, one after another → its statements, each item with the clauses below it. */
import type { IToken } from 'chevrotain'
import type { DiagnosticCode } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Source, Span } from '../diagnostics/span.ts'
import { faultOf } from './faults.ts'
import { isLost, type Piece } from './layout.ts'
import type { FileContext } from './leaves.ts'
import { lineStart } from './lexer.ts'
import { namesOf } from './lost-names.ts'
import { type PieceContext, readPiece } from './reader.ts'
import type { Clause, Item, Name, Statement } from './tree.ts'

/** An item whose clauses are still being read. */
interface OpenItem {
  readonly line: Item
  readonly clauses: Clause[]
  damaged: boolean
}

export interface ReadFile {
  readonly statements: readonly Statement[]
  readonly lost: readonly Name[]
  readonly doubted: readonly Span[]
  /** Stretches that say nothing in the language, which has been told of each. */
  readonly senseless: readonly Span[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Mistakes where what was meant is no more than likely. */
const guesses: readonly DiagnosticCode[] = ['missing-word', 'two-words', 'unknown-kind', 'value-alone', 'wrong-order']

/** Of a file with more mistakes than a person makes, the others are told without trying out what was meant. */
const correctedMistakes = 1000

export class FileReader {
  readonly #context: FileContext
  readonly #doubtful: readonly number[]
  readonly #inTokens: readonly Diagnostic[]
  readonly #statements: Statement[] = []
  readonly #lost: Name[] = []
  readonly #doubted: Span[] = []
  readonly #senseless: Span[] = []
  readonly #diagnostics: Diagnostic[] = []
  #item: OpenItem | undefined
  /** How far the doubtful places and the mistakes of tokens have been passed. */
  #doubt = 0
  #passed = 0

  /** `doubtful` and `inTokens` are in the order of the text. */
  constructor(source: Source, doubtful: readonly number[], inTokens: readonly Diagnostic[]) {
    this.#context = { source, report: (diagnostic) => this.#diagnostics.push(diagnostic) }
    this.#doubtful = doubtful
    this.#inTokens = inTokens
  }

  read(written: Piece): void {
    const piece = this.#unlessProse(written)
    const told = this.#diagnostics.length
    const start = lineStart(piece.tokens[0] as IToken)
    this.#mark(start)
    const otherwise = isNamedOtherwise(piece)
    if (!otherwise) this.#tellFault(piece)
    const node = this.#node(piece, this.#contextFrom(otherwise ? start : this.#nextDoubt(start)))
    // A word of another tool is worth a suggestion only if the rest is written as the language has it.
    if (otherwise) this.#tellFault(node === undefined ? withoutMeaning(piece) : piece)
    const end = endOfLine(this.#context.source.text, piece.tokens.at(-1) as IToken)
    if (isLost(piece) || (otherwise && node === undefined)) this.#senseless.push({ ...this.#span(start), end })
    const [guess] = this.#diagnostics.slice(told).filter(({ code }) => guesses.includes(code))
    if (guess !== undefined) this.#doubted.push({ ...guess.span, start: wordBefore(piece, guess.span.start), end })
    if (this.#item !== undefined && (this.#diagnostics.length > told || isLost(piece))) this.#item.damaged = true
  }

  finish(): ReadFile {
    this.#mark(Number.POSITIVE_INFINITY)
    this.#close()
    return {
      statements: this.#statements,
      lost: this.#lost,
      doubted: this.#doubted,
      senseless: this.#senseless,
      diagnostics: this.#diagnostics,
    }
  }

  /** Prose begins as a check does that lacks its first word, and has little else in common with one. */
  #unlessProse(piece: Piece): Piece {
    if (piece.fault?.kind !== 'untold check') return piece
    let mistakes = 0
    const context = { ...this.#contextFrom(Number.POSITIVE_INFINITY), report: () => mistakes++ }
    const clause = readPiece(piece.tokens, (parser) => parser.clause(), context)
    return clause === undefined || mistakes > 1 ? withoutMeaning(piece) : piece
  }

  #node(piece: Piece, context: PieceContext): Statement | Clause | undefined {
    if (piece.kind === 'clause') {
      if (isLost(piece)) return undefined
      const clause = readPiece(piece.tokens, (parser) => parser.clause(), context)
      // In a wrong column it is read for the mistakes inside it only: nobody knows what it was meant to be.
      if (clause !== undefined && piece.fault?.kind !== 'misplaced check') this.#item?.clauses.push(clause)
      return clause
    }
    this.#close()
    const statement = isLost(piece) ? undefined : readPiece(piece.tokens, (parser) => parser.statement(), context)
    if (statement?.kind === 'item') this.#item = { line: statement, clauses: [], damaged: false }
    else if (statement !== undefined) this.#statements.push(statement)
    else for (const name of namesOf(piece, context)) this.#lost.push(name)
    return statement
  }

  /** What the tokens before `start` show has damaged the item that they stand in. */
  #mark(start: number): void {
    for (; (this.#inTokens[this.#passed]?.span.start ?? start) < start; this.#passed++) {
      if (this.#item !== undefined) this.#item.damaged = true
    }
  }

  #nextDoubt(start: number): number {
    while ((this.#doubtful[this.#doubt] ?? start) < start) this.#doubt++
    return this.#doubtful[this.#doubt] ?? Number.POSITIVE_INFINITY
  }

  #contextFrom(doubtfulFrom: number): PieceContext {
    return { ...this.#context, doubtfulFrom, mayCorrect: this.#diagnostics.length < correctedMistakes }
  }

  #tellFault({ kind, fault }: Piece): void {
    if (fault !== undefined) this.#context.report(faultOf(kind, fault, this.#context))
  }

  #span(start: number): Span {
    return { path: this.#context.source.path, start, end: start }
  }

  /** An item reaches to the end of its last clause. */
  #close(): void {
    if (this.#item === undefined) return
    const { line, clauses, damaged } = this.#item
    const end = clauses.at(-1)?.span.end ?? line.span.end
    this.#statements.push({ ...line, clauses, damaged, span: { ...line.span, end } })
    this.#item = undefined
  }
}

/** Who uses another word for a statement or clause writes its parts otherwise, too, and is told once. */
const isNamedOtherwise = ({ fault }: Piece): boolean => fault?.kind === 'unknown word' && fault.otherwise

/** Where something is missing between two words, the first may be as wrong as the second. */
function wordBefore({ tokens }: Piece, start: number): number {
  const index = tokens.findIndex(({ startOffset }) => startOffset >= start)
  return tokens[index - 1]?.startOffset ?? start
}

function withoutMeaning(piece: Piece): Piece {
  const { fault } = piece
  if (fault?.kind !== 'unknown word' && fault?.kind !== 'untold check') return piece
  return { ...piece, fault: { kind: 'unknown word', token: fault.token, meant: undefined, otherwise: true } }
}

function endOfLine(text: string, { startOffset }: IToken): number {
  const end = text.indexOf('\n', startOffset)
  return end === -1 ? text.length : end
}

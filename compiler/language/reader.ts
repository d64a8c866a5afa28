/**
 * One piece of a file → its node of the tree. A word that is missing or written otherwise is reported and read as what
 * any other mistake reading goes on at the next condition, for the mistakes there.
 */
import type { IToken } from 'chevrotain'
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { conditionsFrom, deepest, nesting } from './brackets.ts'
import { type Correction, corrected, correctors, reached } from './corrections/index.ts'
import { StatementParser } from './grammar/statements.ts'
import { type FileContext, spanOf } from './leaves.ts'
import { is, isAtLineStart, isStatementWord } from './starts.ts'
import { DefineWord } from './tokens.ts'
import { type Failure, unexpected } from './unexpected.ts'

type Rule<T> = (parser: StatementParser) => T

export interface PieceContext extends FileContext {
  /** From this offset on a mistake is the fault of a text that swallowed what was meant, which has been reported. */
  readonly doubtfulFrom: number
  /** Whether it is worth the time to find out what was meant. */
  readonly mayCorrect: boolean
}

/** So many mistakes of one piece are told; who has mended them is told the next. */
const enough = 10

/** As much of the piece as stands; undefined where that is nothing. Then at least one mistake has been reported. */
export function readPiece<T>(piece: readonly IToken[], rule: Rule<T>, context: PieceContext): T | undefined {
  if (nesting(piece) > deepest) {
    const span = spanOf(context, piece[0] as IToken, piece.at(-1))
    context.report(diagnose('too-deep', span, { limit: deepest }))
    return undefined
  }
  let told = 0
  const report = (diagnostic: Diagnostic) => {
    told++
    context.report(diagnostic)
  }
  const counted = { ...context, report }
  const { node, failure, tokens } = readCorrected(piece, rule, counted)
  if (failure === undefined) return node
  // What could be read up to the end of a line stands; the line behind it is the mistake.
  const whole = isAtLineStart(tokens, failure.index) ? read(tokens.slice(0, failure.index), rule, context) : undefined
  const kept = whole !== undefined && whole.failure === undefined ? whole.node : undefined
  if (!mayHoldConditions(piece)) return kept
  let waiting = conditionsFrom(tokens, failure.index).toReversed()
  for (let next = waiting.pop(); next !== undefined && told < enough; next = waiting.pop()) {
    const rest = readCorrected(next, (parser) => parser.predicate(), counted, true)
    if (rest.failure !== undefined)
      waiting = waiting.concat(conditionsFrom(rest.tokens, rest.failure.index).toReversed())
  }
  return kept
}

const mayHoldConditions = ([first]: readonly IToken[]): boolean =>
  first !== undefined && (!isStatementWord(first) || is(first, DefineWord))

interface Attempt<T> {
  readonly tokens: readonly IToken[]
  readonly node: T
  readonly failure: Failure | undefined
  /** Mistakes of meaning in what could be read. */
  readonly inside: readonly Diagnostic[]
}

/** Reads with each mistake corrected as far as it is known what was meant, and reports everything that is wrong. */
function readCorrected<T>(piece: readonly IToken[], rule: Rule<T>, context: PieceContext, isRest = false): Attempt<T> {
  let attempt = read(piece, rule, context)
  for (let corrections = 0; attempt.failure !== undefined && corrections < enough; corrections++) {
    const next = better(attempt, attempt.failure, rule, context)
    if (next === undefined) break
    attempt = next
  }
  for (const diagnostic of attempt.inside) context.report(diagnostic)
  const { tokens, failure } = attempt
  // What is left behind a mistake and does not even begin as a condition is part of that mistake.
  if (failure !== undefined && !(isRest && failure.index === 0)) {
    const { startOffset } = tokens[failure.index] ?? (tokens.at(-1) as IToken)
    if (startOffset < context.doubtfulFrom) context.report(unexpected(tokens, failure, context))
  }
  return attempt
}

function read<T>(tokens: readonly IToken[], rule: Rule<T>, context: PieceContext): Attempt<T> {
  const inside: Diagnostic[] = []
  const parser = theParser()
  parser.context = { source: context.source, report: (diagnostic) => inside.push(diagnostic) }
  parser.input = [...tokens]
  const node = rule(parser)
  const [exception] = parser.errors
  if (exception === undefined) return { tokens, node, failure: undefined, inside }
  const at = tokens.indexOf(exception.token)
  return { tokens, node, failure: { exception, index: at === -1 ? tokens.length : at }, inside }
}

/** A longer sentence is not tried again and again. */
const correctable = 600

/** Reading with the first correction that lets it get further, which is then told. */
function better<T>(
  attempt: Attempt<T>,
  failure: Failure,
  rule: Rule<T>,
  context: PieceContext,
): Attempt<T> | undefined {
  const { tokens } = attempt
  const { index } = failure
  if (!context.mayCorrect || tokens.length > correctable) return undefined
  for (const corrector of correctors) {
    const tried = corrector({ tokens, index, context }).flatMap((correction) => {
      const next = read(corrected(tokens, correction), rule, context)
      const end = next.failure === undefined ? Number.POSITIVE_INFINITY : reached(correction, next.failure.index)
      return goesOn(correction, index, end) ? [{ correction, next, end }] : []
    })
    const [best] = tried.sort((a, b) => (a.end === b.end ? 0 : b.end - a.end))
    if (best === undefined) continue
    const diagnostic = best.correction.told()
    if (diagnostic.span.start < context.doubtfulFrom) context.report(diagnostic)
    return best.next
  }
  return undefined
}

/** Something is read behind the place of the mistake; where a word was added or taken away, more than one token. */
function goesOn(correction: Correction, before: number, after: number): boolean {
  const beyond = Math.max(before, correction.from + correction.length - 1)
  const isReplaced = correction.length > 0 && correction.by.length > 0
  return after > beyond + (isReplaced ? 0 : 1)
}

let parser: StatementParser | undefined

/** Made when it is first needed: an analysis of the grammar goes before it. */
function theParser(): StatementParser {
  parser ??= new StatementParser()
  return parser
}

/** Applies the fixes of diagnostics to a text. */
import { type Diagnostic, type Edit, type Fix, hasErrors, Lines } from '../compiler/index.ts'
import type { Told } from './checklists.ts'

/** One change that was made: what it mended, and where in the text before it. */
export interface Mended {
  readonly diagnostic: Diagnostic
  readonly fix: Fix
  readonly line: number
  readonly column: number
}

export interface Fixed {
  readonly text: string
  readonly mended: readonly Mended[]
  /** What is left to say of the text. */
  readonly told: Told
}

/** Which of several fixes somebody chose, by the line of the diagnostic in the text as it was found. */
export type Choices = ReadonlyMap<number, number>

/** A fix may uncover the next mistake; a text that needs more rounds is looked at by a person. */
const mostRounds = 20

/**
 * Mends until nothing is left that has one fix. A diagnostic with several is left alone unless one is chosen. A round
 * after which there are more errors is taken back.
 *
 * @param tell what the compiler says of a text of the file at `path`
 */
export async function fixed(
  path: string,
  text: string,
  choices: Choices,
  tell: (text: string) => Promise<Told>,
): Promise<Fixed> {
  let state: Fixed = { text, mended: [], told: await tell(text) }
  for (let round = 0; round < mostRounds; round++) {
    const chosen = round === 0 ? choices : new Map<number, number>()
    const next = mendingOf(path, state.text, state.told.diagnostics, chosen)
    if (next.length === 0) break
    const changed = edited(
      state.text,
      next.flatMap(({ fix }) => fix.edits),
    )
    const told = await tell(changed)
    if (errorsOf(told) > errorsOf(state.told)) break
    state = { text: changed, mended: [...state.mended, ...next], told }
  }
  return state
}

const errorsOf = ({ diagnostics }: Told): number => diagnostics.filter((one) => hasErrors([one])).length

/** The fixes of one round, in order: those of which two would change the same place wait for the next. */
function mendingOf(
  path: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  choices: Choices,
): readonly Mended[] {
  const lines = new Lines(text)
  const found: Mended[] = []
  let end = 0
  for (const diagnostic of diagnostics.toSorted((a, b) => a.span.start - b.span.start)) {
    const position = lines.position(diagnostic.span.start)
    const choice = diagnostic.span.path === path ? choices.get(position.line) : undefined
    const fix = diagnostic.fixes.length === 1 ? diagnostic.fixes[0] : diagnostic.fixes[(choice ?? 0) - 1]
    const [first, last] = [fix?.edits[0]?.span, fix?.edits.at(-1)?.span]
    if (fix === undefined || first === undefined || last === undefined || first.path !== path) continue
    if (found.length > 0 && first.start < end) continue
    end = Math.max(end, last.end)
    found.push({ diagnostic, fix, ...position })
  }
  return found
}

/** `edits` do not overlap. */
function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((changed, { span, text: by }) => changed.slice(0, span.start) + by + changed.slice(span.end), text)
}

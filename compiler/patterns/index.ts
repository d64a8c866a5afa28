/**
 * Patterns are made into automata when a checklist is compiled, and every text is matched in time linear in its length.
 * A table where it has at most 2,000 states, else the program itself, which is walked with all its states at once.
 */
import { encodeProgram, encodeTable } from './encode.ts'
import { parsePattern } from './parse.ts'
import { compileProgram } from './program.ts'
import { PatternError } from './syntax.ts'
import { buildTable } from './table.ts'

export type CompiledPattern =
  | { readonly kind: 'pattern'; readonly bytes: Uint8Array; readonly form: 'table' | 'program' }
  /** `offset` counts UTF-16 units of the source. */
  | { readonly kind: 'refused'; readonly reason: string; readonly offset: number }

/** RE2 source, which searches unanchored → static bytes for the library's `pattern_match`. */
export function compilePattern(source: string): CompiledPattern {
  try {
    const program = compileProgram(parsePattern(source))
    const table = buildTable(program)
    return table === undefined
      ? { kind: 'pattern', form: 'program', bytes: encodeProgram(program) }
      : { kind: 'pattern', form: 'table', bytes: encodeTable(table) }
  } catch (error) {
    if (error instanceof PatternError) return { kind: 'refused', reason: error.message, offset: error.offset }
    throw error
  }
}

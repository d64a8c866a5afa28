/**
 * Patterns are made into automata when a checklist is compiled, and every text is matched in time linear in its length.
 * Literals where it says no more; a table where it has at most 2,000 states; a bit a position where there are at most
 * 4,096; else the program itself, which is walked with all its states at once.
 */
import { bitsOf } from './bits.ts'
import { encodeBits, encodeLiterals, encodeProgram, encodeSearch, encodeTable } from './encode.ts'
import { literalsOf } from './literals.ts'
import { minimal } from './minimal.ts'
import { parseGroups, parsePattern } from './parse.ts'
import { positionsOf } from './positions.ts'
import { compileProgram } from './program.ts'
import { PatternError } from './syntax.ts'
import { buildTable } from './table.ts'

export type CompiledPattern =
  | { readonly kind: 'pattern'; readonly bytes: Uint8Array; readonly form: PatternForm }
  /** `offset` counts UTF-16 units of the source. */
  | { readonly kind: 'refused'; readonly reason: string; readonly offset: number }

export type PatternForm = 'literals' | 'table' | 'bits' | 'program'

/** RE2 source, which searches unanchored → static bytes for the library's `pattern_match`. */
export function compilePattern(source: string): CompiledPattern {
  const known = compiled.get(source) ?? compiledAnew(source)
  // What was compiled last is asked for again by the next stage.
  if (compiled.size >= mostKnown) compiled.clear()
  compiled.set(source, known)
  return known
}

export type CompiledSearch =
  | Exclude<CompiledPattern, { kind: 'pattern' }>
  | { readonly kind: 'search'; readonly bytes: Uint8Array }

/** Whether RE2 takes a pattern, whatever its size. */
export const isPattern = (source: string): boolean => refusing(() => parsePattern(source)).kind !== 'refused'

/** RE2 source → static bytes for the library's `search`, which tells matches and their groups. */
export function compileSearch(source: string): CompiledSearch {
  return refusing(() => {
    const { tree, groups } = parseGroups(source)
    return {
      kind: 'search',
      bytes: encodeSearch(compileProgram({ kind: 'group', node: tree, index: 0 }), [source, ...groups]),
    }
  })
}

const compiled = new Map<string, CompiledPattern>()
const mostKnown = 1000

function compiledAnew(source: string): CompiledPattern {
  return refusing(() => {
    const tree = parsePattern(source)
    const literals = literalsOf(tree)
    if (literals !== undefined) return { kind: 'pattern', form: 'literals', bytes: encodeLiterals(literals) }
    const program = compileProgram(tree)
    const positions = positionsOf(program)
    if (positions === undefined) return { kind: 'pattern', form: 'program', bytes: encodeProgram(program) }
    const table = buildTable(positions)
    return table === undefined
      ? { kind: 'pattern', form: 'bits', bytes: encodeBits(bitsOf(positions)) }
      : { kind: 'pattern', form: 'table', bytes: encodeTable(minimal(table)) }
  })
}

function refusing<Made>(make: () => Made): Made | Extract<CompiledPattern, { kind: 'refused' }> {
  try {
    return make()
  } catch (error) {
    if (error instanceof PatternError) return { kind: 'refused', reason: error.message, offset: error.offset }
    throw error
  }
}

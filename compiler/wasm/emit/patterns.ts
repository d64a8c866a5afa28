/**
 * Calls that take a pattern. One that is known here has become an automaton, or a program that tells matches; one that is
 * not would need a compiler at run time, and is refused by name. One that is none makes the result undefined, as in OPA.
 */
import { compilePattern, compileSearch, isPattern } from '../../patterns/index.ts'
import { globSource } from '../../patterns/opa-globs.ts'
import type { Operand } from '../../plan/ir.ts'
import { br, brIf, call, constant, type Instruction, set, simply, staticWord, tee, when } from '../code.ts'
import { stringTag, tagMask, words } from '../config-block.ts'
import { textOfLocal, textsOfLocal } from './constants.ts'
import { type Automaton, current, type FunctionContext, missing, operand, stringAt } from './context.ts'

/** By builtin: which of the arguments is the pattern. */
const searches: Readonly<Record<string, number>> = {
  'regex.find_n': 0,
  'regex.find_all_string_submatch_n': 0,
  'regex.split': 0,
  'regex.replace': 1,
}

/** Undefined where the builtin takes no pattern. */
export function emitPatternCall(
  context: FunctionContext,
  builtin: string,
  args: readonly Operand[],
  result: number,
): readonly Instruction[] | undefined {
  const matched = builtin === 'glob.match' ? args[2] : args[1]
  switch (builtin) {
    case 'regex.match':
    case 're_match':
      return emitMatch(context, builtin, knownText(context, args[0]), matched, result)
    case 'glob.match':
      return emitMatch(context, builtin, globOf(context, args), matched, result)
    case 'regex.is_valid': {
      const source = knownText(context, args[0])
      if (source === undefined) return withoutPattern(context, builtin, source)
      return [constant(isPattern(source) ? words.true : words.false), set(result)]
    }
    default:
      return builtin in searches ? emitSearch(context, builtin, args, result) : undefined
  }
}

function globOf(context: FunctionContext, [glob, delimiters]: readonly Operand[]): string | undefined {
  const source = knownText(context, glob)
  const known = delimiters?.type === 'local' ? textsOfLocal(context, delimiters.value) : undefined
  if (source === undefined || known === undefined) return undefined
  // An empty list stands for dots; that there are none is said by null.
  return globSource(source, known !== null && known.length === 0 ? ['.'] : (known ?? []))
}

/** Matching what is no string is undefined. */
function emitMatch(
  context: FunctionContext,
  builtin: string,
  source: string | undefined,
  value: Operand | undefined,
  result: number,
): readonly Instruction[] {
  const automaton = source === undefined ? undefined : automatonOf(context, source)
  if (automaton === undefined || value === undefined) return withoutPattern(context, builtin, source)
  return [
    ...[operand(context, value), constant(tagMask), simply('i32.and'), constant(stringTag), simply('i32.ne')],
    brIf(current(context)),
    ...[constant(words.false), set(result)],
    ...handed(automaton, source as string),
    ...[operand(context, value), call('pattern_match')],
    when([constant(words.true), set(result)]),
  ]
}

/** The library's function takes the program and its site where the builtin takes the pattern. */
function emitSearch(
  context: FunctionContext,
  builtin: string,
  args: readonly Operand[],
  result: number,
): readonly Instruction[] {
  const place = searches[builtin] as number
  const source = knownText(context, args[place])
  const name = `builtin_${builtin.replaceAll('.', '_')}`
  if (source === undefined) return withoutPattern(context, builtin, source)
  if (context.shared.library.get(name) !== args.length + 1) return missing(context, builtin)
  const program = programOf(context, source)
  if (program === undefined) return withoutPattern(context, builtin, source)
  const given = args.flatMap((arg, index) => (index === place ? handed(program, source) : [operand(context, arg)]))
  return [...given, call(name), tee(result), simply('i32.eqz'), brIf(current(context))]
}

const handed = ({ address, site }: Automaton, source: string): readonly Instruction[] => [
  staticWord(address, `pattern ${JSON.stringify(source)}`),
  { op: 'site', index: site },
]

function withoutPattern(context: FunctionContext, builtin: string, source: string | undefined): readonly Instruction[] {
  if (source !== undefined && !isPattern(source)) return [br(current(context))]
  const form = builtin === 'glob.match' ? 'a plain glob' : 'RE2'
  return missing(context, `${builtin} with a pattern that is not a constant of ${form}`)
}

/** A pattern's automaton; equal patterns, which are frequent, have one. */
function automatonOf({ shared }: FunctionContext, source: string): Automaton | undefined {
  if (shared.patterns.has(source)) return shared.patterns.get(source)
  const compiled = compilePattern(source)
  const automaton =
    compiled.kind === 'pattern' ? { address: shared.data.place(compiled.bytes), site: shared.sites.count++ } : undefined
  shared.patterns.set(source, automaton)
  return automaton
}

function programOf({ shared }: FunctionContext, source: string): Automaton | undefined {
  const known = shared.searches.get(source)
  if (known !== undefined) return known
  const compiled = compileSearch(source)
  if (compiled.kind === 'refused') return undefined
  const program = { address: shared.data.place(compiled.bytes), site: shared.sites.count++ }
  shared.searches.set(source, program)
  return program
}

function knownText(context: FunctionContext, value: Operand | undefined): string | undefined {
  if (value?.type === 'string_index') return stringAt(context, value.value)
  return value?.type === 'local' ? textOfLocal(context, value.value) : undefined
}

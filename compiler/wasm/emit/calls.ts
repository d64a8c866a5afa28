/** Calls of the policy's own functions, of builtins, and of patterns. */
import { compilePattern } from '../../patterns/index.ts'
import { globSource } from '../../patterns/opa-globs.ts'
import { totalBuiltins } from '../../plan/defined.ts'
import type { Func, Operand, Stmt } from '../../plan/ir.ts'
import { block, br, brIf, call, constant, type Instruction, set, simply, staticWord, tee, when } from '../code.ts'
import { stringTag, tagMask, words } from '../config-block.ts'
import { textOfLocal, textsOfLocal } from './constants.ts'
import {
  type Automaton,
  current,
  documents,
  type FunctionContext,
  functionName,
  heldIn,
  localOf,
  missing,
  newLabel,
  operand,
  stringAt,
  text,
} from './context.ts'

/** The library's function for a builtin of OPA. */
const libraryName = (builtin: string): string => `builtin_${builtin.replaceAll('.', '_')}`

export function emitCall(
  context: FunctionContext,
  { func, args, result }: Extract<Stmt, { type: 'CallStmt' }>['stmt'],
): readonly Instruction[] {
  const own = context.shared.functions.get(func)
  if (own !== undefined) {
    if (own.params.length !== args.length) return missing(context, `${func} with ${args.length} arguments`)
    if (!areDocuments(args)) return missing(context, 'a call with other documents')
    const called = [...args.slice(documents.length).map((arg) => operand(context, arg)), call(functionName(own))]
    return [...called, ...(context.shared.defined.has(func) ? [set(localOf(context, result))] : taken(context, result))]
  }
  const given = args.map((arg) => operand(context, arg))
  const matching = matchOf(context, func, args)
  if (matching !== undefined) return emitMatch(context, matching, localOf(context, result))
  const builtin = libraryName(func)
  if (context.shared.library.get(builtin) !== given.length) return missing(context, func)
  if (totalBuiltins.has(func)) return [...given, call(builtin), set(localOf(context, result))]
  return [...given, call(builtin), ...taken(context, result)]
}

/** Whether the documents are handed on as they are, which has to be so for them to stand in globals. */
const areDocuments = (args: readonly Operand[]): boolean =>
  documents.every((_, index) => args[index]?.type === 'local' && args[index].value === index)

/** An undefined result ends the block at hand. */
const taken = (context: FunctionContext, result: number): readonly Instruction[] => [
  tee(localOf(context, result)),
  simply('i32.eqz'),
  brIf(current(context)),
]

/** A match of a text against a pattern that is known here, if it is. */
interface Match {
  readonly builtin: string
  /** RE2. */
  readonly source: string | undefined
  readonly value: Operand | undefined
}

function matchOf(context: FunctionContext, builtin: string, args: readonly Operand[]): Match | undefined {
  const [pattern, second, third] = args
  const source = pattern === undefined ? undefined : knownText(context, pattern)
  switch (builtin) {
    case 'regex.match':
    case 're_match':
      return { builtin, source, value: second }
    case 'glob.match': {
      const delimiters = second?.type === 'local' ? textsOfLocal(context, second.value) : undefined
      if (source === undefined || delimiters === undefined) return { builtin, source: undefined, value: third }
      // An empty list stands for dots; that there are none is said by null.
      const meant = delimiters !== null && delimiters.length === 0 ? ['.'] : (delimiters ?? [])
      return { builtin, source: globSource(source, meant), value: third }
    }
    default:
      return undefined
  }
}

/**
 * A pattern that is known here has become an automaton; one that is not would need a compiler at run time. Matching what
 * is no string is undefined.
 */
function emitMatch(
  context: FunctionContext,
  { builtin, source, value }: Match,
  result: number,
): readonly Instruction[] {
  const automaton = source === undefined ? undefined : automatonOf(context, source)
  if (automaton === undefined || value === undefined) {
    const form = builtin === 'glob.match' ? 'a plain glob' : 'RE2'
    return missing(context, `${builtin} with a pattern that is not a constant of ${form}`)
  }
  return [
    ...[operand(context, value), constant(tagMask), simply('i32.and'), constant(stringTag), simply('i32.ne')],
    brIf(current(context)),
    ...[constant(words.false), set(result)],
    ...[
      staticWord(automaton.address, `pattern ${JSON.stringify(source)}`),
      { op: 'site', index: automaton.site } as const,
    ],
    ...[operand(context, value), call('pattern_match')],
    when([constant(words.true), set(result)]),
  ]
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

function knownText(context: FunctionContext, value: Operand): string | undefined {
  if (value.type === 'string_index') return stringAt(context, value.value)
  if (value.type !== 'local') return undefined
  return textOfLocal(context, value.value)
}

/**
 * The path decides at run time which function is called. All functions are known, and the constant parts of the path
 * leave few of them, so those are tried in turn:
 *
 *     block $found
 *       block $next   part ≠ name → $next    for each part that is not constant
 *                     call the function;  undefined → the block at hand
 *                     → $found
 *       …             the same for each further candidate
 *       → the block at hand
 */
export function emitDynamicCall(
  context: FunctionContext,
  { path, args, result }: Extract<Stmt, { type: 'CallDynamicStmt' }>['stmt'],
): readonly Instruction[] {
  const found = newLabel(context)
  const passed = args.map((value): Operand => ({ type: 'local', value }))
  if (!areDocuments(passed)) return missing(context, 'a call with other documents')
  const candidates = [...context.shared.functions.values()].filter((func) =>
    mayBeCalled(context, func, path, args.length),
  )
  return [
    block(found, [
      ...candidates.map((func) => {
        const next = newLabel(context)
        const tests = path.flatMap((part, index) =>
          part.type === 'string_index'
            ? []
            : [
                ...[operand(context, part), text(context, func.path[index] as string)],
                ...[call('value_equal'), simply('i32.eqz'), brIf(next)],
              ],
        )
        const given = args.slice(documents.length).map((arg) => heldIn(context, arg))
        return block(next, [...tests, ...given, call(functionName(func)), ...taken(context, result), br(found)])
      }),
      br(current(context)),
    ]),
  ]
}

function mayBeCalled(context: FunctionContext, func: Func, path: readonly Operand[], count: number): boolean {
  return (
    func.path.length === path.length &&
    func.params.length === count &&
    path.every((part, index) => part.type !== 'string_index' || stringAt(context, part.value) === func.path[index])
  )
}

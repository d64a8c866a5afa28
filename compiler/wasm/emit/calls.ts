/** Calls of the policy's own functions and of builtins. */
import type { Operand, Stmt } from '../../plan/ir.ts'
import { brIf, call, constant, type Instruction, set, simply, tee, when } from '../code.ts'
import { words } from '../config-block.ts'
import { current, type FunctionContext, localOf, operand, stringAt } from './context.ts'

/** The library's function for a builtin of OPA. */
export const libraryName = (builtin: string): string => `builtin_${builtin.replaceAll('.', '_')}`

export function emitCall(
  context: FunctionContext,
  { func, args, result }: Extract<Stmt, { type: 'CallStmt' }>['stmt'],
): readonly Instruction[] {
  const given = args.map((arg) => operand(context, arg))
  const taken = [tee(localOf(context, result)), simply('i32.eqz'), brIf(current(context))]
  const own = context.shared.functions.get(func)
  if (own !== undefined) return [...given, call(own), ...taken]
  if (func === 'regex.match' || func === 're_match') return emitMatch(context, func, args, localOf(context, result))
  if (context.shared.builtins.get(libraryName(func)) !== given.length) {
    context.shared.missing.add(func)
    return [simply('unreachable')]
  }
  return [...given, call(libraryName(func)), ...taken]
}

/** A pattern that is known here has become an automaton; one that is not would need a compiler at run time. */
function emitMatch(
  context: FunctionContext,
  func: string,
  [pattern, text]: readonly Operand[],
  result: number,
): readonly Instruction[] {
  const source = pattern === undefined ? undefined : knownText(context, pattern)
  const automaton = source === undefined ? undefined : context.shared.patternOf(source)
  if (automaton === undefined || text === undefined) {
    context.shared.missing.add(`${func} with a pattern that is not a constant of RE2`)
    return [simply('unreachable')]
  }
  return [
    constant(words.false),
    set(result),
    ...[constant(automaton), operand(context, text), call('pattern_match')],
    when([constant(words.true), set(result)]),
  ]
}

function knownText(context: FunctionContext, value: Operand): string | undefined {
  if (value.type === 'string_index') return stringAt(context, value.value)
  return value.type === 'local' ? context.texts.get(value.value) : undefined
}

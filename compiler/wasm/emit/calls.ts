/** Calls of the policy's own functions and of builtins. */
import { totalBuiltins } from '../../plan/defined.ts'
import type { Func, Operand, Stmt } from '../../plan/ir.ts'
import { block, br, brIf, call, type Instruction, set, simply, tee } from '../code.ts'
import {
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
import { emitPatternCall } from './patterns.ts'

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
  const ofPattern = emitPatternCall(context, func, args, localOf(context, result))
  if (ofPattern !== undefined) return ofPattern
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

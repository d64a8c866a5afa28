/** Statements that have blocks in them, or leave some. */
import type { Block, Local, Stmt } from '../../plan/ir.ts'
import {
  block,
  br,
  brIf,
  call,
  constant,
  get,
  type Instruction,
  loop,
  read,
  replace,
  set,
  simply,
  tee,
} from '../code.ts'
import {
  current,
  documents,
  type FunctionContext,
  heldIn,
  localOf,
  missing,
  newLabel,
  operand,
  stringAt,
  temporary,
  text,
} from './context.ts'
import { emitStatement } from './statements.ts'

interface BlockOptions {
  /** What follows where the block runs to its end. */
  readonly reached?: readonly Instruction[]
  readonly restoring?: readonly Instruction[]
}

export function emitBlock(
  context: FunctionContext,
  { stmts }: Block,
  { reached = [], restoring = [] }: BlockOptions = {},
): Instruction {
  const label = newLabel(context)
  const inner = { ...context, blocks: [...context.blocks, { label, restoring }] }
  return block(label, [...(stmts ?? []).flatMap((statement) => emitStatement(inner, statement)), ...reached])
}

/** 1 on the stack if the block runs to its end. */
export function holding(context: FunctionContext, body: Block, options: BlockOptions = {}): readonly Instruction[] {
  const holds = temporary(context)
  const reached = [constant(1), set(holds)]
  return [constant(0), set(holds), emitBlock(context, body, { ...options, reached }), get(holds)]
}

/** Index 0 is the block at hand, which ends; each further one ends the next block around. */
export function emitBreak(context: FunctionContext, index: number): readonly Instruction[] {
  const target = context.blocks.at(-1 - index)
  if (target === undefined) return missing(context, 'BreakStmt out of the function')
  const passed = context.blocks.slice(context.blocks.length - index)
  return [...restored(passed), br(target.label)]
}

export function emitReturn(context: FunctionContext, source: Local): readonly Instruction[] {
  const { before, after } = context.returning
  return [...before, heldIn(context, source), ...restored(context.blocks), ...after]
}

const restored = (left: FunctionContext['blocks']): readonly Instruction[] =>
  left.toReversed().flatMap(({ restoring }) => restoring)

/**
 *     block $end  loop $next
 *       value := element at index;  none → $end
 *       key := key at index;  index := index + 1
 *       block … body … end               undefined in the body goes on with the next element
 *       → $next
 */
export function emitScan(
  context: FunctionContext,
  { source, key, value, block: body }: Extract<Stmt, { type: 'ScanStmt' }>['stmt'],
): readonly Instruction[] {
  const index = temporary(context)
  const [end, next] = [newLabel(context), newLabel(context)]
  const from = heldIn(context, source)
  return [
    ...[constant(0), set(index)],
    block(end, [
      loop(next, [
        ...[from, get(index), call('scan_next'), tee(localOf(context, value)), simply('i32.eqz'), brIf(end)],
        ...(context.read.has(key) ? [from, get(index), call('scan_key'), set(localOf(context, key))] : []),
        ...[get(index), constant(1), simply('i32.add'), set(index)],
        emitBlock(context, body),
        br(next),
      ]),
    ]),
  ]
}

/**
 * The body sees another input or data; what was remembered of the old one is put aside meanwhile. Both are put back
 * however the body is left.
 */
export function emitWith(
  context: FunctionContext,
  statement: Extract<Stmt, { type: 'WithStmt' }>['stmt'],
): readonly Instruction[] {
  const document = documents[statement.local]
  if (document === undefined) return missing(context, 'with what is no document')
  const saved = temporary(context)
  const restoring = [get(saved), replace(document), call('memo_pop')]
  return [
    ...[read(document), set(saved)],
    ...replaced(context, statement),
    ...[replace(document), call('memo_push')],
    ...holding(context, statement.block, { restoring }),
    ...restoring,
    ...[simply('i32.eqz'), brIf(current(context))],
  ]
}

/** The value itself, or the document with the value at the path. */
function replaced(
  context: FunctionContext,
  { local, path, value }: Extract<Stmt, { type: 'WithStmt' }>['stmt'],
): readonly Instruction[] {
  if (path === null || path.length === 0) return [operand(context, value)]
  const keys = temporary(context)
  return [
    ...[constant(path.length), call('make_array'), set(keys)],
    ...path.flatMap((index) => [get(keys), text(context, stringAt(context, index)), call('array_append')]),
    ...[heldIn(context, local), get(keys), operand(context, value), call('with_put')],
  ]
}

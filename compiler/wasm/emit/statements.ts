/** One statement of a plan → instructions (OPA, docs/docs/ir.md). Undefined means leaving the block at hand. */
import type { Local, Location, Operand, Stmt } from '../../plan/ir.ts'
import { unreachable } from '../../unreachable.ts'
import { brIf, call, constant, get, type Instruction, set, simply, staticWord, tee } from '../code.ts'
import { smallInteger, words } from '../config-block.ts'
import { emitCall, emitDynamicCall } from './calls.ts'
import {
  current,
  type FunctionContext,
  heldIn,
  localOf,
  missing,
  newSite,
  number,
  operand,
  stringAt,
} from './context.ts'
import { emitLiteral, emitMember } from './literals.ts'
import { emitBlock, emitBreak, emitReturn, emitScan, emitWith, holding } from './nesting.ts'

export function emitStatement(context: FunctionContext, statement: Stmt): readonly Instruction[] {
  const value = (given: Operand) => operand(context, given)
  const local = (given: Local) => heldIn(context, given)
  const assign = (target: Local) => set(localOf(context, target))
  const leaveUnless = [simply('i32.eqz'), brIf(current(context))]
  const leaveIf = [brIf(current(context))]
  switch (statement.type) {
    case 'ArrayAppendStmt':
      return [local(statement.stmt.array), value(statement.stmt.value), call('array_append')]
    case 'AssignIntStmt':
      return [constant(smallInteger(statement.stmt.value)), assign(statement.stmt.target)]
    case 'AssignVarStmt':
      return [value(statement.stmt.source), assign(statement.stmt.target)]
    case 'AssignVarOnceStmt':
      return assignOnce(context, statement.stmt)
    case 'BlockStmt':
      return (statement.stmt.blocks ?? []).map((inner) => emitBlock(context, inner))
    case 'BreakStmt':
      return emitBreak(context, statement.stmt.index)
    case 'CallDynamicStmt':
      return emitDynamicCall(context, statement.stmt)
    case 'CallStmt':
      return emitCall(context, statement.stmt)
    case 'DotStmt':
      return [
        ...dot(context, statement.stmt.source, statement.stmt.key),
        tee(localOf(context, statement.stmt.target)),
        ...leaveUnless,
      ]
    case 'EqualStmt':
      return [...equality(context, statement.stmt.a, statement.stmt.b), ...leaveUnless]
    case 'NotEqualStmt':
      return [...equality(context, statement.stmt.a, statement.stmt.b), ...leaveIf]
    case 'IsArrayStmt':
      return [value(statement.stmt.source), call('is_array'), ...leaveUnless]
    case 'IsObjectStmt':
      return [value(statement.stmt.source), call('is_object'), ...leaveUnless]
    case 'IsSetStmt':
      return [value(statement.stmt.source), call('is_set'), ...leaveUnless]
    case 'IsDefinedStmt':
      return [local(statement.stmt.source), ...leaveUnless]
    case 'IsUndefinedStmt':
      return [local(statement.stmt.source), ...leaveIf]
    case 'LenStmt':
      return [value(statement.stmt.source), call('value_len'), assign(statement.stmt.target)]
    case 'MakeArrayStmt':
      return [constant(statement.stmt.capacity), call('make_array'), assign(statement.stmt.target)]
    case 'MakeNullStmt':
      return [constant(words.null), assign(statement.stmt.target)]
    case 'MakeNumberIntStmt':
      return [number(context, String(statement.stmt.value)), assign(statement.stmt.target)]
    case 'MakeNumberRefStmt':
      return [number(context, stringAt(context, statement.stmt.Index)), assign(statement.stmt.target)]
    case 'MakeObjectStmt':
      return [call('make_object'), assign(statement.stmt.target)]
    case 'MakeSetStmt':
      return [call('make_set'), assign(statement.stmt.target)]
    case 'LiteralStmt':
      return emitLiteral(context, statement.stmt)
    case 'MemberStmt':
      return emitMember(context, statement.stmt)
    case 'NopStmt':
      return []
    case 'NotStmt':
      return [...holding(context, statement.stmt.block), ...leaveIf]
    case 'ObjectInsertStmt':
      return [
        local(statement.stmt.object),
        value(statement.stmt.key),
        value(statement.stmt.value),
        call('object_insert'),
      ]
    case 'ObjectInsertOnceStmt':
      return [
        local(statement.stmt.object),
        value(statement.stmt.key),
        value(statement.stmt.value),
        conflict(context, statement.stmt, 'object insert conflict'),
        call('object_insert_once'),
      ]
    case 'ObjectMergeStmt':
      return [local(statement.stmt.a), local(statement.stmt.b), call('object_merge'), assign(statement.stmt.target)]
    case 'ResetLocalStmt':
      return [constant(words.undefined), assign(statement.stmt.target)]
    case 'ResultSetAddStmt':
      if (context.resultSet === undefined) return missing(context, 'ResultSetAddStmt in a function')
      return [get(context.resultSet), local(statement.stmt.value), call('set_add')]
    case 'ReturnLocalStmt':
      return emitReturn(context, statement.stmt.source)
    case 'ScanStmt':
      return emitScan(context, statement.stmt)
    case 'SetAddStmt':
      return [local(statement.stmt.set), value(statement.stmt.value), call('set_add')]
    case 'WithStmt':
      return emitWith(context, statement.stmt)
    default:
      return unknown(context, statement)
  }
}

/** Plans from elsewhere may hold what this version does not know; the type says that there is nothing left. */
function unknown(context: FunctionContext, statement: never): readonly Instruction[] {
  const { type } = statement as { readonly type?: unknown }
  return typeof type === 'string' ? missing(context, type) : unreachable(statement)
}

function dot(context: FunctionContext, source: Operand, key: Operand): readonly Instruction[] {
  if (key.type !== 'string_index') return [operand(context, source), operand(context, key), call('value_get')]
  return [operand(context, source), newSite(context), operand(context, key), call('site_get')]
}

/** 1 if both are equal. Booleans are one word each; for all else the library decides. */
function equality(context: FunctionContext, a: Operand, b: Operand): readonly Instruction[] {
  const compare = a.type === 'bool' || b.type === 'bool' ? simply('i32.eq') : call('value_equal')
  return [operand(context, a), operand(context, b), compare]
}

function assignOnce(
  context: FunctionContext,
  { source, target, ...place }: { readonly source: Operand; readonly target: Local } & Location,
): readonly Instruction[] {
  const to = localOf(context, target)
  const message = conflict(context, place, 'var assignment conflict')
  return [get(to), operand(context, source), message, call('assign_once'), set(to)]
}

/** The address of `file:row:col: message` with a NUL behind it. */
function conflict({ shared }: FunctionContext, { file, row, col }: Location, message: string): Instruction {
  const name = shared.policy.static.files?.[file]?.value ?? ''
  const text = `${name}:${row}:${col}: ${message}`
  return staticWord(shared.data.message(text), JSON.stringify(text))
}

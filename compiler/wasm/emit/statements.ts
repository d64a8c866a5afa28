/** One statement of a plan → instructions (OPA, docs/docs/ir.md). Undefined means leaving the block at hand. */
import type { Block, Local, Location, Operand, Stmt } from '../../plan/ir.ts'
import { unreachable } from '../../unreachable.ts'
import { block, br, brIf, call, constant, get, type Instruction, loop, set, simply, tee, when } from '../code.ts'
import { smallInteger, words } from '../config-block.ts'
import { emitCall } from './calls.ts'
import { current, type FunctionContext, localOf, newLabel, operand, siteSize, stringAt, temporary } from './context.ts'

export function emitBlock(context: FunctionContext, { stmts }: Block, after: readonly Instruction[] = []): Instruction {
  const label = newLabel(context)
  const inner = { ...context, blocks: [...context.blocks, label] }
  return block(label, [...(stmts ?? []).flatMap((stmt) => emitStatement(inner, stmt)), ...after])
}

function emitStatement(context: FunctionContext, statement: Stmt): readonly Instruction[] {
  const value = (given: Operand) => operand(context, given)
  const local = (given: Local) => get(localOf(context, given))
  const assign = (target: Local) => set(localOf(context, target))
  const leaveUnless = [simply('i32.eqz'), brIf(current(context))]
  const leaveIf = [brIf(current(context))]
  switch (statement.type) {
    case 'ArrayAppendStmt':
      return [local(statement.stmt.array), value(statement.stmt.value), call('array_append')]
    case 'AssignIntStmt':
      return [constant(smallInteger(statement.stmt.value)), assign(statement.stmt.target)]
    case 'AssignVarStmt':
      rememberText(context, statement.stmt.target, statement.stmt.source)
      return [value(statement.stmt.source), assign(statement.stmt.target)]
    case 'AssignVarOnceStmt':
      return assignOnce(context, statement.stmt)
    case 'BlockStmt':
      return (statement.stmt.blocks ?? []).map((inner) => emitBlock(context, inner))
    case 'BreakStmt': {
      const label = context.blocks.at(-1 - statement.stmt.index)
      return label === undefined ? missing(context, 'BreakStmt out of the function') : [br(label)]
    }
    case 'CallDynamicStmt':
      return missing(context, 'CallDynamicStmt')
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
      return [constant(context.shared.data.number(String(statement.stmt.value))), assign(statement.stmt.target)]
    case 'MakeNumberRefStmt':
      return [
        constant(context.shared.data.number(stringAt(context, statement.stmt.Index))),
        assign(statement.stmt.target),
      ]
    case 'MakeObjectStmt':
      return [call('make_object'), assign(statement.stmt.target)]
    case 'MakeSetStmt':
      return [call('make_set'), assign(statement.stmt.target)]
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
        call('object_insert_once'),
        when(conflict(context, statement.stmt, 'object insert conflict')),
      ]
    case 'ObjectMergeStmt':
      return [local(statement.stmt.a), local(statement.stmt.b), call('object_merge'), assign(statement.stmt.target)]
    case 'ResetLocalStmt':
      return [constant(words.undefined), assign(statement.stmt.target)]
    case 'ResultSetAddStmt':
      if (context.resultSet === undefined) return missing(context, 'ResultSetAddStmt in a function')
      return [get(context.resultSet), local(statement.stmt.value), call('set_add')]
    case 'ReturnLocalStmt':
      return [local(statement.stmt.source), ...context.returning]
    case 'ScanStmt':
      return scan(context, statement.stmt)
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

function missing(context: FunctionContext, what: string): readonly Instruction[] {
  context.shared.missing.add(what)
  return [simply('unreachable')]
}

function rememberText(context: FunctionContext, target: Local, source: Operand): void {
  if (source.type === 'string_index') context.texts.set(target, stringAt(context, source.value))
  else context.texts.delete(target)
}

function dot(context: FunctionContext, source: Operand, key: Operand): readonly Instruction[] {
  if (key.type !== 'string_index') return [operand(context, source), operand(context, key), call('value_get')]
  const site = context.shared.sites.base + context.shared.sites.count++ * siteSize
  return [operand(context, source), constant(site), operand(context, key), call('site_get')]
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
  return [
    get(to),
    when([
      get(to),
      operand(context, source),
      call('value_equal'),
      simply('i32.eqz'),
      when(conflict(context, place, 'var assignment conflict')),
    ]),
    operand(context, source),
    set(to),
  ]
}

function conflict(context: FunctionContext, { file, row, col }: Location, message: string): readonly Instruction[] {
  const { data, policy } = context.shared
  return [
    constant(data.string(policy.static.files?.[file]?.value ?? '')),
    constant(row),
    constant(col),
    constant(data.string(message)),
    call('abort_at'),
    simply('unreachable'),
  ]
}

/** 1 on the stack if the block runs to its end. */
function holding(context: FunctionContext, body: Block): readonly Instruction[] {
  const holds = temporary(context)
  return [constant(0), set(holds), emitBlock(context, body, [constant(1), set(holds)]), get(holds)]
}

/**
 *     block $end  loop $next
 *       index ≥ count → $end
 *       key, value := element at index;  index := index + 1
 *       block … body … end               undefined in the body goes on with the next element
 *       → $next
 */
function scan(
  context: FunctionContext,
  { source, key, value, block: body }: Extract<Stmt, { type: 'ScanStmt' }>['stmt'],
) {
  const [index, count] = [temporary(context), temporary(context)]
  const [end, next] = [newLabel(context), newLabel(context)]
  const from = get(localOf(context, source))
  return [
    constant(0),
    set(index),
    from,
    call('scan_count'),
    set(count),
    block(end, [
      loop(next, [
        ...[get(index), get(count), simply('i32.ge_u'), brIf(end)],
        ...[from, get(index), call('scan_key'), set(localOf(context, key))],
        ...[from, get(index), call('scan_value'), set(localOf(context, value))],
        ...[get(index), constant(1), simply('i32.add'), set(index)],
        emitBlock(context, body),
        br(next),
      ]),
    ]),
  ]
}

/** The body sees another input or data; what was remembered of the old one is put aside meanwhile. */
function emitWith(
  context: FunctionContext,
  statement: Extract<Stmt, { type: 'WithStmt' }>['stmt'],
): readonly Instruction[] {
  const target = localOf(context, statement.local)
  const saved = temporary(context)
  const path = statement.path ?? []
  const array = temporary(context)
  const upsert =
    path.length === 0
      ? [operand(context, statement.value)]
      : [
          ...[constant(path.length), call('make_array'), set(array)],
          ...path.flatMap((index) => [
            get(array),
            constant(context.shared.data.string(stringAt(context, index))),
            call('array_append'),
          ]),
          ...[get(target), get(array), operand(context, statement.value), call('with_put')],
        ]
  return [
    get(target),
    set(saved),
    ...upsert,
    set(target),
    call('memo_push'),
    ...holding(context, statement.block),
    get(saved),
    set(target),
    call('memo_pop'),
    simply('i32.eqz'),
    brIf(current(context)),
  ]
}

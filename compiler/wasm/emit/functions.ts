/** Functions and plans of a policy → emitted functions, and the one through which the library reaches them all. */
import type { Func, Plan } from '../../plan/ir.ts'
import { call, constant, type EmittedFunction, get, type Instruction, set, simply, tee, when } from '../code.ts'
import { words } from '../config-block.ts'
import { type FunctionContext, localOf, type PolicyContext } from './context.ts'
import { emitBlock } from './statements.ts'

/**
 * A rule without arguments depends on input and data alone, so it is worked out once an evaluation:
 *
 *     remembered := memo_get(index)
 *     if remembered        undefined, if that is what was found; else the value
 */
export function emitFunction(
  shared: PolicyContext,
  func: Func,
  name: string,
  memo: number | undefined,
): EmittedFunction {
  const counter = { locals: func.params.length, labels: 0 }
  const value = counter.locals++
  const context: FunctionContext = {
    shared,
    locals: new Map(func.params.map((param, index) => [param, index])),
    counter,
    texts: new Map(),
    blocks: [],
    returning: memo === undefined ? [simply('return')] : remember(memo, value),
    resultSet: undefined,
  }
  const blocks = func.blocks.map((block) => emitBlock(context, block))
  return {
    name,
    params: func.params.length,
    locals: counter.locals - func.params.length,
    body: [
      ...(memo === undefined ? [] : recall(memo, value)),
      ...blocks,
      get(localOf(context, func.return)),
      ...context.returning,
      simply('unreachable'),
    ],
  }
}

function recall(memo: number, value: number): readonly Instruction[] {
  return [
    constant(memo),
    call('memo_get'),
    tee(value),
    when([
      ...[get(value), constant(words.knownUndefined), simply('i32.eq')],
      when([constant(words.undefined), simply('return')]),
      get(value),
      simply('return'),
    ]),
  ]
}

function remember(memo: number, value: number): readonly Instruction[] {
  return [set(value), constant(memo), get(value), call('memo_set'), get(value), simply('return')]
}

/** A plan gives its result set. */
export function emitPlan(shared: PolicyContext, plan: Plan, name: string): EmittedFunction {
  const counter = { locals: 3, labels: 0 }
  const resultSet = 2
  const context: FunctionContext = {
    shared,
    locals: new Map([
      [0, 0],
      [1, 1],
    ]),
    counter,
    texts: new Map(),
    blocks: [],
    returning: [simply('return')],
    resultSet,
  }
  const blocks = plan.blocks.map((block) => emitBlock(context, block))
  return {
    name,
    params: 2,
    locals: counter.locals - 2,
    body: [call('make_set'), set(resultSet), ...blocks, get(resultSet)],
  }
}

/** `(entrypoint, input, data) -> result set`: entrypoints are numbered in the order of the plans. */
export function emitDispatch(shared: PolicyContext, plans: readonly string[]): EmittedFunction {
  const message = new TextEncoder().encode('internal: illegal entrypoint id\0')
  return {
    name: 'dispatch',
    params: 3,
    locals: 0,
    body: [
      ...plans.flatMap((plan, index) => [
        ...[get(0), constant(index), simply('i32.eq')],
        when([get(1), get(2), call(plan), simply('return')]),
      ]),
      ...[constant(shared.data.place(message)), call('fail'), simply('unreachable')],
    ],
  }
}

/** Functions and plans of a policy → emitted functions, and the one through which the library reaches them all. */
import type { Func, Local, Plan } from '../../plan/ir.ts'
import { reads, statementsIn } from '../../plan/locals.ts'
import {
  call,
  constant,
  type EmittedFunction,
  get,
  type Instruction,
  replace,
  set,
  simply,
  staticWord,
  tee,
  when,
} from '../code.ts'
import { type Body, writersIn } from './constants.ts'
import { documents, type FunctionContext, functionName, heldIn, type PolicyContext } from './context.ts'
import { emitBlock } from './nesting.ts'
import { tidy } from './tidy.ts'

/**
 * A rule without arguments depends on input and data alone, so it is worked out once an evaluation; where it is asked for
 * more than once, it is remembered:
 *
 *     remembered := memo_get(index)
 *     if remembered        undefined, if that is what was found; else the value
 */
export function emitFunction(shared: PolicyContext, func: Func): EmittedFunction {
  const memo = shared.remembered.has(func.name) ? shared.memos.count++ : undefined
  const params = func.params.slice(documents.length)
  if (documents.some((_, index) => (func.params[index] ?? index) !== index)) {
    shared.missing.add('a function that has its documents elsewhere')
  }
  const value = params.length
  const context = contextOf(shared, func, {
    locals: value + 1,
    returning:
      memo === undefined ? justReturn : { before: [constant(memo)], after: [call('memo_set'), simply('return')] },
  })
  const blocks = func.blocks.map((block) => emitBlock(context, block))
  return tidy({
    name: functionName(func),
    params: params.length,
    locals: context.counter.locals - params.length,
    body: [
      ...(memo === undefined ? [] : recall(memo, value, shared.defined.has(func.name))),
      ...blocks,
      ...context.returning.before,
      heldIn(context, func.return),
      ...context.returning.after,
    ],
  })
}

const justReturn: FunctionContext['returning'] = { before: [], after: [simply('return')] }

interface Returning {
  /** Locals that are taken already, parameters included. */
  readonly locals: number
  readonly returning: FunctionContext['returning']
  readonly resultSet?: number
}

function contextOf(shared: PolicyContext, body: Body, { locals, returning, resultSet }: Returning): FunctionContext {
  return {
    shared,
    locals: new Map(body.params.slice(documents.length).map((param, index) => [param, index])),
    counter: { locals, labels: 0 },
    body,
    writers: writersIn(body),
    read: readIn(body),
    blocks: [],
    returning,
    resultSet,
  }
}

const readIn = ({ blocks }: Body): ReadonlySet<Local> => new Set(statementsIn(blocks).flatMap(reads))

function recall(memo: number, value: number, isDefined: boolean): readonly Instruction[] {
  const meaning = isDefined ? [] : [call('memo_value')]
  return [...[constant(memo), call('memo_get'), tee(value)], when([get(value), ...meaning, simply('return')])]
}

/** A plan gives its result set. */
export function emitPlan(shared: PolicyContext, plan: Plan): EmittedFunction {
  const body: Body = { params: [0, 1], blocks: plan.blocks }
  const resultSet = 0
  const context = contextOf(shared, body, { locals: resultSet + 1, returning: justReturn, resultSet })
  const blocks = plan.blocks.map((block) => emitBlock(context, block))
  return tidy({
    name: `plan:${plan.name}`,
    params: 0,
    locals: context.counter.locals,
    body: [call('make_set'), set(resultSet), ...blocks, get(resultSet)],
  })
}

/** `(entrypoint, input, data) -> result set`: entrypoints are numbered in the order of the plans. */
export function emitDispatch(shared: PolicyContext, plans: readonly EmittedFunction[]): EmittedFunction {
  const text = 'internal: illegal entrypoint id'
  const message = shared.data.message(text)
  return {
    name: 'dispatch',
    params: 3,
    locals: 0,
    body: [
      ...documents.flatMap((document, index) => [get(1 + index), replace(document)]),
      ...plans.flatMap((plan, index) => [
        ...[get(0), constant(index), simply('i32.eq')],
        when([call(plan.name), simply('return')]),
      ]),
      ...[staticWord(message, JSON.stringify(text)), call('fail'), simply('unreachable')],
    ],
  }
}

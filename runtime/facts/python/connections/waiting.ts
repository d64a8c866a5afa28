/**
 * Limits that asyncio puts around what is awaited:
 *
 *     await asyncio.wait_for(session.get(url), timeout=10)
 *     async with asyncio.timeout(10): …
 */
import { childrenOf, fieldOf, parentOf, typeOf } from '../../syntax/flat.ts'
import { calleeOf } from '../expressions.ts'
import type { PythonSource } from '../source.ts'
import { givenFor, type Slot } from '../values/given.ts'
import { type Limit, limitOf, type Phase } from './limits.ts'
import { waysTo } from './ways.ts'

const waitFor: Slot = { names: ['timeout'], position: 2 }
const contexts: Readonly<Record<string, Slot>> = {
  'asyncio.timeout': { names: ['delay'], position: 1 },
  'async_timeout.timeout': { names: ['delay', 'timeout'], position: 1 },
}

/** Of the nearest that is around a call in its function; undefined where there is none. */
export function limitAround(source: PythonSource, call: number, phase: Phase): Limit | undefined {
  const { tree } = source
  for (let around = parentOf(tree, call); around > 0; around = parentOf(tree, around)) {
    const type = typeOf(tree, around)
    if (type === 'function_definition' || type === 'class_definition') return undefined
    const found = type === 'call' ? ofWaiting(source, around, phase) : ofContexts(source, around, phase)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether the file limits anything that it waits for. */
export const limitsWaiting = ({ uses }: PythonSource): boolean =>
  uses.callsOf('wait_for').length > 0 || uses.callsOf('timeout').length > 0

function ofWaiting(source: PythonSource, call: number, phase: Phase): Limit | undefined {
  return calleeOf(source, call) === 'asyncio.wait_for' ? limitGiven(source, call, waitFor, phase) : undefined
}

/** A `with` has its items in a clause, beside the block that they are around. */
function ofContexts(source: PythonSource, node: number, phase: Phase): Limit | undefined {
  const { tree } = source
  if (typeOf(tree, node) !== 'with_statement') return undefined
  for (const clause of childrenOf(tree, node)) {
    if (typeOf(tree, clause) !== 'with_clause') continue
    for (const item of childrenOf(tree, clause)) {
      const value = fieldOf(tree, item, 'value')
      const callee = value === undefined ? '' : (calleeOf(source, value) ?? '')
      const slot = Object.hasOwn(contexts, callee) ? contexts[callee] : undefined
      if (value !== undefined && slot !== undefined) return limitGiven(source, value, slot, phase)
    }
  }
  return undefined
}

function limitGiven(source: PythonSource, call: number, slot: Slot, phase: Phase): Limit | undefined {
  const given = givenFor(source, call, slot)
  return given?.kind === 'given' ? limitOf(source, waysTo(source, given.node), phase, { kind: 'none' }) : undefined
}

/** Whether somebody looks at the status of an answer. */
import { fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import type { PythonSource } from '../source.ts'
import { contains, isLooped } from '../values/conditions.ts'
import { callsTo, givenFor } from '../values/given.ts'
import { reachingBindings } from '../values/reaching.ts'
import { deedsOn, usesOfVariable, variableAt } from '../values/variables.ts'
import { type Client, targetsOf } from './clients.ts'

/** What answers tell their status by, in one library or another. */
const told = /^(raise_for_status|status_code|status|ok|is_success|is_error|getcode|getstatus|code|reason_phrase)$/

/** Functions that return the answer of functions that return it. */
const deepest = 3

/** `call` gives the answer, or the object whose `getresponse()` does. */
export function statusChecked(source: PythonSource, call: number, clients: readonly Client[]): boolean {
  return raisesBySetting(source, call, clients) || isOverride(source, call) || isAsked(source, call, 0)
}

/** `return super().request(…)` hands the answer on to whoever calls the method that it overrides, and is asked there. */
function isOverride(source: PythonSource, call: number): boolean {
  const { tree } = source
  const callee = fieldOf(tree, call, 'function')
  const object = callee === undefined ? undefined : fieldOf(tree, callee, 'object')
  const isReturned = typeOf(tree, parentOf(tree, unwrapped(source, call))) === 'return_statement'
  return isReturned && object !== undefined && /^super\s*\(/.test(textOf(tree, object))
}

/** `raise_for_status=True`, and hooks that every answer of a session goes through. */
function raisesBySetting(source: PythonSource, call: number, clients: readonly Client[]): boolean {
  const makings = [call, ...clients.flatMap(({ made }) => made ?? [])]
  const isTold = makings.some((one) => {
    const given = givenFor(source, one, { names: ['raise_for_status'] })
    const hooks = givenFor(source, one, { names: ['event_hooks', 'hooks'] })
    const isTrue = given?.kind === 'given' && constantOf(source, given.node)?.value !== false
    return isTrue || (hooks?.kind === 'given' && textOf(source.tree, hooks.node).includes('response'))
  })
  return isTold || clients.some(({ deeds }) => deeds.some((deed) => deed.kind === 'set' && deed.attribute === 'hooks'))
}

function isAsked(source: PythonSource, call: number, depth: number): boolean {
  const { tree, scopes } = source
  const value = unwrapped(source, call)
  if (isTelling(source, value)) return true
  const targets = targetsOf(source, call)
  const answers = deedsOn(source, [...targets, ...keptAs(source, targets)]).flatMap((deed) =>
    deed.kind === 'call' && deed.attribute === 'getresponse' ? [deed.call] : [],
  )
  if (answers.some((answer) => isAsked(source, answer, depth))) return true
  const uses = targets.flatMap((target) => usesOfVariable(source, target)).filter((use) => mayHold(source, use, value))
  if (uses.some((use) => isTelling(source, use) || isHanded(source, use, depth))) return true
  // The answer may leave the function, to those who call it.
  const isReturned = [value, ...uses].some((one) => typeOf(tree, parentOf(tree, one)) === 'return_statement')
  if (!isReturned || depth === deepest) return false
  const callers = callsTo(source, scopes.functionOf(call))
  return callers.length > 0 && callers.every((caller) => isAsked(source, caller, depth + 1))
}

/** `self.connection = connection`: where else what a name holds is kept. */
function keptAs(source: PythonSource, targets: readonly number[]): readonly number[] {
  const { tree } = source
  return targets
    .flatMap((target) => usesOfVariable(source, target))
    .filter((use) => tree.fields[use] === 'right' && typeOf(tree, parentOf(tree, use)) === 'assignment')
    .flatMap((use) => fieldOf(tree, parentOf(tree, use), 'left') ?? [])
}

/** A name that one answer after the other is given to holds the last of them. */
function mayHold(source: PythonSource, use: number, answer: number): boolean {
  const { tree } = source
  const variable = typeOf(tree, use) === 'identifier' ? (variableAt(source, use) ?? []) : []
  const given = variable.find((binding) => binding.kind === 'value' && contains(tree, binding.node, answer))
  if (given === undefined) return true
  if (!isLooped(tree, answer, use) && (use < answer || isOtherwise(source, answer, use))) return false
  return reachingBindings(source, variable, use).reached.some(({ binding }) => binding === given)
}

/** Whether `other` runs only where `node` does not: in the `else` of an `if` whose first block has it. */
function isOtherwise({ tree }: PythonSource, node: number, other: number): boolean {
  for (let block = node; block > 0; block = parentOf(tree, block)) {
    const choice = parentOf(tree, block)
    if (tree.fields[block] !== 'consequence' || typeOf(tree, choice) !== 'if_statement') continue
    if (contains(tree, choice, other)) return !contains(tree, block, other)
  }
  return false
}

/** `await` and parentheses around a call. */
function unwrapped({ tree }: PythonSource, node: number): number {
  let whole = node
  while (/^(await|parenthesized_expression)$/.test(typeOf(tree, parentOf(tree, whole)))) whole = parentOf(tree, whole)
  return whole
}

/** `answer.status_code`, `getattr(answer, "status")`. */
function isTelling({ tree }: PythonSource, node: number): boolean {
  const around = parentOf(tree, node)
  const attribute = tree.fields[node] === 'object' ? fieldOf(tree, around, 'attribute') : undefined
  if (attribute !== undefined) return told.test(textOf(tree, attribute))
  const call = typeOf(tree, around) === 'argument_list' ? parentOf(tree, around) : undefined
  const callee = call === undefined ? undefined : fieldOf(tree, call, 'function')
  if (callee === undefined || textOf(tree, callee) !== 'getattr') return false
  return /['"](status|status_code|ok)['"]/.test(textOf(tree, around))
}

/** An answer that is given to a function of this file, which asks it. */
function isHanded(source: PythonSource, use: number, depth: number): boolean {
  const { tree, bindings } = source
  const list = parentOf(tree, use)
  const callee = typeOf(tree, list) === 'argument_list' ? fieldOf(tree, parentOf(tree, list), 'function') : undefined
  if (callee === undefined || depth === deepest) return false
  const name = fieldOf(tree, callee, 'attribute') ?? callee
  const functions = bindings.lookup(textOf(tree, name), callee)
  return functions.some((binding) => {
    if (binding.kind !== 'function') return false
    const body = fieldOf(tree, binding.node, 'body') ?? binding.node
    for (let node = body; node < (tree.nexts[body] ?? 0); node++) {
      if (typeOf(tree, node) === 'identifier' && tree.fields[node] === 'object' && isTelling(source, node)) return true
    }
    return false
  })
}

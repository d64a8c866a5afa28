/** Where a piece of code stands: in what catches an error, in what tells of one. */
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf } from '../constants.ts'
import { callGiven } from '../flow/callbacks.ts'
import { memberNameOf } from '../names.ts'
import type { JavaScriptSource } from '../source.ts'
import { around, bare, calledOf, givenOf, isFunction } from '../syntax.ts'

/** Further out nobody knows any more what a call is about. */
const deepest = 60

/** In a `catch`, in what a promise does when it fails, in what hears of errors. */
export function isInHandler(source: JavaScriptSource, node: number): boolean {
  const { tree } = source
  let left = deepest
  for (const outer of around(tree, node)) {
    if (left-- === 0) return false
    if (typeOf(tree, outer) === 'catch_clause') return true
    if (!isFunction(tree, outer)) continue
    if (handlesFailure(source, outer)) return true
    if (source.scopes.nameOf(outer) !== '') return false
  }
  return false
}

/** Whether a function that is written as an argument runs when something failed. */
function handlesFailure(source: JavaScriptSource, definition: number): boolean {
  const { tree } = source
  const call = callGiven(tree, definition)
  const called = call === undefined ? undefined : calledOf(tree, call)
  if (call === undefined || called === undefined) return false
  const method = memberNameOf(source, bare(tree, called))
  const [first, second] = givenOf(tree, call)
  if (method === 'catch') return true
  if (method === 'then') return second === definition
  if (method !== 'on' && method !== 'once') return false
  const event = first === undefined ? undefined : constantOf(source, first)?.value
  return typeof event === 'string' && /^(error|timeout|uncaughtException|unhandledRejection)/.test(event)
}

const failing = /\b(err(or)?s?|fail(s|ed|ure|ures)?|fatal|exception|could ?n.?t|unable|denied|timed? ?out|invalid)\b/i

/** By the words of what is told, or by the event that it is. */
export function tellsOfError({ tree }: JavaScriptSource, call: number): boolean {
  const list = fieldOf(tree, call, 'arguments')
  return list !== undefined && failing.test(textOf(tree, list).replaceAll(/([a-z])([A-Z])/g, '$1 $2'))
}

/** Whether somebody looks at the status of an answer. */
import { fieldOf, typeOf } from '../../syntax/flat.ts'
import { callGiven } from '../flow/callbacks.ts'
import { meaningOf, memberNameOf } from '../names.ts'
import { parametersOf } from '../parameters.ts'
import { targetsOf } from '../patterns.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, calledOf, givenOf, isFunction, wrapped } from '../syntax.ts'
import { usesOf } from '../uses.ts'
import { callsTo } from '../values.ts'

const told = /^(ok|status|statusCode|statusText|statusMessage)$/

/** Functions that hand an answer on to each other, one behind the other. */
const deepest = 3

/** `call` gives the answer, or a promise of it, or gives it to a function that it is given. */
export function statusChecked(source: JavaScriptSource, call: number, depth = 0): boolean {
  const { tree } = source
  const callbacks = givenOf(tree, call).filter((given) => isFunction(tree, bare(tree, given)))
  if (callbacks.some((callback) => asksIn(source, bare(tree, callback), depth))) return true
  return isAsked(source, call, depth)
}

function isAsked(source: JavaScriptSource, node: number, depth: number): boolean {
  const { tree, scopes } = source
  const value = wrapped(tree, node)
  const outer = tree.parents[value] ?? 0
  if (isTelling(source, outer, value)) return true
  switch (typeOf(tree, outer)) {
    case 'member_expression':
      return isChained(source, outer, depth)
    case 'variable_declarator':
    case 'assignment_expression': {
      const target = fieldOf(tree, outer, 'name') ?? fieldOf(tree, outer, 'left')
      return target !== undefined && isAskedByName(source, target, depth)
    }
    case 'return_statement':
    case 'arrow_function':
      return (
        depth < deepest &&
        callsTo(source, scopes.functionOf(value)).some((caller) => isAsked(source, caller, depth + 1))
      )
    case 'arguments':
      return isHanded(source, value, depth)
    default:
      return false
  }
}

function isTelling(source: JavaScriptSource, member: number, object: number): boolean {
  const isMember = fieldOf(source.tree, member, 'object') === object
  return isMember && told.test(memberNameOf(source, member) ?? '')
}

/** `fetch(url).then(check)`, `request.on("response", (answer) => …)`. */
function isChained(source: JavaScriptSource, member: number, depth: number): boolean {
  const { tree } = source
  const call = tree.parents[member] ?? 0
  const called = calledOf(tree, call)
  if (called === undefined || bare(tree, called) !== member) return false
  if (givenOf(tree, call).some((given) => asksIn(source, bare(tree, given), depth))) return true
  return memberNameOf(source, member) === 'then' ? false : isAsked(source, call, depth)
}

/** A name, or the parts that a pattern takes: `const { ok, status } = await fetch(url)`. */
function isAskedByName(source: JavaScriptSource, target: number, depth: number): boolean {
  const { tree } = source
  return targetsOf(tree, target).some(({ node, path }) => {
    if (path.some((key) => key !== undefined && told.test(key))) return true
    const name = tree.text.slice(tree.starts[node], tree.ends[node])
    return usesOf(source, name, node).some((mention) => {
      if (mention === node) return false
      const value = wrapped(tree, mention)
      const outer = tree.parents[value] ?? 0
      if (isTelling(source, outer, value)) return true
      const type = typeOf(tree, outer)
      if (type === 'arguments') return isHanded(source, value, depth)
      const isPassed =
        type === 'return_statement' || (type === 'member_expression' && memberNameOf(source, outer) === 'on')
      const isTaken = type === 'variable_declarator' && fieldOf(tree, outer, 'value') === value
      return isPassed || isTaken ? depth < deepest && isAsked(source, mention, depth + 1) : false
    })
  })
}

/** An answer that is given to a function of this file, which asks it. */
function isHanded(source: JavaScriptSource, value: number, depth: number): boolean {
  const { tree } = source
  const call = tree.parents[tree.parents[value] ?? 0] ?? 0
  const called = calledOf(tree, call)
  const meaning = called === undefined ? undefined : meaningOf(source, called)
  if (meaning?.kind !== 'function') return false
  return asksIn(source, meaning.node, depth, givenOf(tree, call).indexOf(value))
}

/** Whether a function asks one of its parameters for the status. */
function asksIn(source: JavaScriptSource, node: number, depth: number, position = 0): boolean {
  const { tree } = source
  const meaning = meaningOf(source, node)
  const definition = meaning.kind === 'function' ? meaning.node : node
  if (depth >= deepest || !isFunction(tree, definition)) return false
  const parameter = parametersOf(tree, definition)[position]
  // An error comes before what is asked for.
  const second =
    position === 0 && callGiven(tree, definition) !== undefined ? parametersOf(tree, definition)[1] : undefined
  const asked = [parameter, second].flatMap((each) => (each === undefined ? [] : [each.pattern]))
  return asked.some((pattern) => isAskedByName(source, pattern, depth + 1))
}

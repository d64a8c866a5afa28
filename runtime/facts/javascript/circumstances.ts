/**
 * What stands around a piece of code in its function, and what becomes of the answer of a call.
 *
 *     for (const row of rows()) {         // rows() is called once
 *       try {
 *         await send(row)                 // in_loop, in_try, awaited
 *       } catch (error) {
 *         if (row) log(error)             // in_loop, in_handler, conditional
 *       }
 *     }
 *
 * What stands in a callback runs when that is called: a function ends the look around.
 */
import { type Circumstance, type Circumstances, circumstances } from '../circumstances.ts'
import { type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import type { JavaScriptSource } from './source.ts'
import { around, isFunction, operatorOf, wraps } from './syntax.ts'

/** Deeper nesting than people write. */
const deepest = 200

export const circumstancesOf = (source: JavaScriptSource, node: number): Circumstances =>
  circumstances(madeAround(source.tree, node))

function* madeAround(tree: FlatTree, node: number): Generator<Circumstance | undefined> {
  let inner = node
  for (const outer of around(tree, node, deepest)) {
    if (isFunction(tree, outer)) return
    yield madeBy(tree, outer, inner)
    inner = outer
  }
}

const shortCircuits: ReadonlySet<string> = new Set(['&&', '||', '??'])

/** What an outer node means to a child of it. */
function madeBy(tree: FlatTree, outer: number, child: number): Circumstance | undefined {
  const field = tree.fields[child]
  switch (typeOf(tree, outer)) {
    case 'if_statement':
    case 'ternary_expression':
      return field === 'condition' ? undefined : 'conditional'
    case 'switch_case':
    case 'switch_default':
      return 'conditional'
    case 'binary_expression':
    case 'augmented_assignment_expression':
      return field === 'right' && shortCircuits.has(operatorOf(tree, outer).replace(/=$/, ''))
        ? 'conditional'
        : undefined
    case 'for_in_statement':
      return field === 'right' ? undefined : 'in_loop'
    case 'for_statement':
      return field === 'initializer' ? undefined : 'in_loop'
    case 'while_statement':
    case 'do_statement':
      return 'in_loop'
    case 'try_statement':
      return field === 'body' && fieldOf(tree, outer, 'handler') !== undefined ? 'in_try' : undefined
    case 'catch_clause':
      return 'in_handler'
    default:
      return undefined
  }
}

/** What becomes of the answer of a call. */
export function useOf({ tree }: JavaScriptSource, call: number): { readonly awaited: boolean; readonly used: boolean } {
  let awaited = false
  let [inner, outer] = [call, parentOf(tree, call)]
  for (; handsOn(tree, outer, inner); [inner, outer] = [outer, parentOf(tree, outer)]) {
    awaited ||= typeOf(tree, outer) === 'await_expression'
  }
  return { awaited, used: !isThrownAway(tree, outer, inner) }
}

/** Whether the answer of a child is that of an outer node, of which the same can be asked. */
function handsOn(tree: FlatTree, outer: number, child: number): boolean {
  switch (typeOf(tree, outer)) {
    case 'ternary_expression':
      return tree.fields[child] !== 'condition'
    case 'binary_expression':
      return tree.fields[child] === 'right' && shortCircuits.has(operatorOf(tree, outer))
    case 'sequence_expression':
      return isLast(tree, outer, child)
    default:
      return wraps(tree, outer)
  }
}

function isThrownAway(tree: FlatTree, outer: number, child: number): boolean {
  switch (typeOf(tree, outer)) {
    case 'expression_statement':
      return true
    case 'sequence_expression':
      return !isLast(tree, outer, child)
    case 'for_statement':
      return tree.fields[child] === 'initializer' || tree.fields[child] === 'increment'
    case 'unary_expression':
      return /^void\b/.test(textOf(tree, outer))
    default:
      return false
  }
}

const isLast = (tree: FlatTree, outer: number, child: number): boolean => tree.nexts[child] === tree.nexts[outer]

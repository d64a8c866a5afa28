/**
 * What stands around a piece of code in its function, and what becomes of the answer of a call.
 *
 *     for row in rows():          # rows() is called once
 *         try:
 *             send(row)           # in_loop, in_try
 *         except OSError:
 *             row and log(row)    # in_loop, in_handler, conditional
 *
 * What stands in a lambda runs when that is called: a function ends the look around.
 */
import { type Circumstance, type Circumstances, circumstances } from '../circumstances.ts'
import { childrenOf, type FlatTree, firstChild, parentOf, typeOf } from '../syntax/flat.ts'
import { around } from './effects/surroundings.ts'
import { suppresses } from './handlers/suppression.ts'
import type { PythonSource } from './source.ts'

export const circumstancesOf = (source: PythonSource, node: number): Circumstances =>
  circumstances(madeAround(source, node))

function* madeAround(source: PythonSource, node: number): Generator<Circumstance | undefined> {
  let inner = node
  for (const outer of around(source.tree, node)) {
    yield madeBy(source, outer, inner)
    inner = outer
  }
}

/** What an outer node means to a child of it. */
function madeBy(source: PythonSource, outer: number, child: number): Circumstance | undefined {
  const { tree } = source
  const field = tree.fields[child]
  switch (typeOf(tree, outer)) {
    case 'if_statement':
      return field === 'condition' ? undefined : 'conditional'
    case 'elif_clause':
    case 'case_clause':
      return 'conditional'
    case 'conditional_expression':
      return child === secondChild(tree, outer) ? undefined : 'conditional'
    case 'boolean_operator':
      return field === 'right' ? 'conditional' : undefined
    case 'while_statement':
      return field === 'alternative' ? undefined : 'in_loop'
    case 'for_statement':
      return field === 'body' ? 'in_loop' : undefined
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return isFirstClause(tree, outer, child) ? undefined : 'in_loop'
    case 'try_statement':
      return field === 'body' && catches(tree, outer) ? 'in_try' : undefined
    case 'with_statement':
      return field === 'body' && suppresses(source, outer) ? 'in_try' : undefined
    case 'except_clause':
    case 'except_group_clause':
      return 'in_handler'
    default:
      return undefined
  }
}

/** `a if c else b`: the condition stands in the middle. */
function secondChild(tree: FlatTree, node: number): number | undefined {
  const first = firstChild(tree, node)
  return first === undefined ? undefined : tree.nexts[first]
}

/** What the first `for` of a comprehension goes through is found out once. */
function isFirstClause(tree: FlatTree, comprehension: number, child: number): boolean {
  for (const each of childrenOf(tree, comprehension)) if (typeOf(tree, each) === 'for_in_clause') return each === child
  return false
}

function catches(tree: FlatTree, statement: number): boolean {
  for (const each of childrenOf(tree, statement)) if (typeOf(tree, each).startsWith('except')) return true
  return false
}

/** What becomes of the answer of a call. */
export function useOf({ tree }: PythonSource, call: number): { readonly awaited: boolean; readonly used: boolean } {
  let awaited = false
  let [inner, outer] = [call, parentOf(tree, call)]
  for (; handsOn(tree, outer, inner); [inner, outer] = [outer, parentOf(tree, outer)]) {
    awaited ||= typeOf(tree, outer) === 'await'
  }
  return { awaited, used: typeOf(tree, outer) !== 'expression_statement' }
}

/** Whether the answer of a child is that of an outer node, of which the same can be asked. */
function handsOn(tree: FlatTree, outer: number, child: number): boolean {
  switch (typeOf(tree, outer)) {
    case 'await':
    case 'parenthesized_expression':
      return true
    case 'boolean_operator':
      return tree.fields[child] === 'right'
    case 'conditional_expression':
      return child !== secondChild(tree, outer)
    default:
      return false
  }
}

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
import type { PythonSource } from './source.ts'

export const circumstancesOf = (source: PythonSource, node: number): Circumstances =>
  circumstances(madeAround(source.tree, node))

function* madeAround(tree: FlatTree, node: number): Generator<Circumstance | undefined> {
  let inner = node
  for (const outer of around(tree, node)) {
    yield madeBy(tree, outer, inner)
    inner = outer
  }
}

/** What an outer node means to a child of it. */
function madeBy(tree: FlatTree, outer: number, child: number): Circumstance | undefined {
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
  let outer = parentOf(tree, call)
  for (; transparent.has(typeOf(tree, outer)); outer = parentOf(tree, outer)) {
    awaited ||= typeOf(tree, outer) === 'await'
  }
  return { awaited, used: typeOf(tree, outer) !== 'expression_statement' }
}

const transparent: ReadonlySet<string> = new Set(['await', 'parenthesized_expression'])

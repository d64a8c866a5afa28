/** What stands around a statement. */
import { type FlatTree, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { PythonSource } from '../source.ts'

/** Whether an exception was caught when this runs, in the same function. */
export function isInHandler({ tree }: PythonSource, node: number): boolean {
  for (let around = parentOf(tree, node); around > 0; around = parentOf(tree, around)) {
    const type = typeOf(tree, around)
    if (type === 'except_clause' || type === 'except_group_clause') return true
    if (type === 'function_definition' || type === 'lambda') return false
  }
  return false
}

/** The nodes around one, innermost first, up to the function that it stands in. */
export function* around(tree: FlatTree, node: number): Generator<number> {
  for (let outer = parentOf(tree, node); outer > 0; outer = parentOf(tree, outer)) {
    if (typeOf(tree, outer) === 'function_definition' || typeOf(tree, outer) === 'lambda') return
    yield outer
  }
}

const troubled =
  /\b(errors?|fail(ed|ure|s)?|exceptions?|traceback|could ?n[o']t|unable|invalid|denied|fatal|refused)\b/i

/** Whether literals among some code tell of an error. */
export const tellsOfError = ({ tree }: PythonSource, node: number): boolean => troubled.test(textOf(tree, node))

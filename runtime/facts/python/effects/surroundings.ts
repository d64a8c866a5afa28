/** What stands around a statement. */
import { type FlatTree, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { PythonSource } from '../source.ts'

/** Whether an exception was caught when this runs, in the same function. */
export function isInHandler({ tree }: PythonSource, node: number): boolean {
  for (const outer of around(tree, node)) if (/^except(_group)?_clause$/.test(typeOf(tree, outer))) return true
  return false
}

/** Deeper nesting than people write. */
const deepest = 200

/** The nodes around one, innermost first, up to the function that it stands in. */
export function* around(tree: FlatTree, node: number): Generator<number> {
  let outer = parentOf(tree, node)
  for (let depth = 0; depth < deepest && outer > 0; depth++, outer = parentOf(tree, outer)) {
    if (typeOf(tree, outer) === 'function_definition' || typeOf(tree, outer) === 'lambda') return
    yield outer
  }
}

const troubled =
  /\b(errors?|fail(ed|ure|s)?|exceptions?|traceback|could ?n[o']t|unable|invalid|denied|fatal|refused)\b/i

/** Whether literals among some code tell of an error. */
export const tellsOfError = ({ tree }: PythonSource, node: number): boolean => troubled.test(textOf(tree, node))

/** Terms at the place of an expression. */
import { excerpt } from '../../excerpt.ts'
import type { Term } from '../../flow/term.ts'
import { type FlatTree, textOf } from '../../syntax/flat.ts'
import { type PythonSource, placeOf } from '../source.ts'

type Written = Pick<Term, 'at' | 'text'>

/** Many values come from one expression. */
const known = new WeakMap<FlatTree, Map<number, Written>>()

export function termAt(source: PythonSource, node: number, form: Term['form'], name?: string): Term {
  const { at, text } = writtenAt(source, node)
  return name === undefined
    ? { at, form, text, query_keys: none, whole: true, encoded: false }
    : { at, form, name: excerpt(name), text, query_keys: none, whole: true, encoded: false }
}

const none: readonly string[] = []

function writtenAt(source: PythonSource, node: number): Written {
  const { tree } = source
  const those = known.get(tree) ?? new Map<number, Written>()
  known.set(tree, those)
  const written = those.get(node) ?? { at: placeOf(source, node), text: excerpt(textOf(tree, node)) }
  those.set(node, written)
  return written
}

/** Terms at the place of an expression. */
import { excerpt } from '../../excerpt.ts'
import type { Term } from '../../flow/term.ts'
import { textOf } from '../../syntax/flat.ts'
import { type JavaScriptSource, placeOf } from '../source.ts'

export function termAt(source: JavaScriptSource, node: number, form: Term['form'], name?: string): Term {
  const named = name === undefined ? {} : { name: excerpt(name) }
  const text = excerpt(textOf(source.tree, node))
  return { at: placeOf(source, node), form, ...named, text, query_keys: [], whole: true, encoded: false }
}

/** The exceptions that code raises. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { distinct } from '../../flow/distinct.ts'
import { fieldOf, firstChild, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import { raisedValues } from '../flow/exceptions.ts'
import { termsOf } from '../flow/search.ts'
import type { Functions } from '../functions.ts'
import { meaningOf } from '../names.ts'
import { type PythonSource, placeOf } from '../source.ts'

export function raiseFacts(source: PythonSource, functions: Functions): readonly LocalFact<'raise'>[] {
  const { tree } = source
  return [...nodesOf(tree, 'raise_statement')].map((node) => {
    const exception = exceptionOf(source, node)
    return {
      at: placeOf(source, node),
      ...(exception === undefined ? {} : { exception }),
      text: excerpt(textOf(tree, node)),
      origins: distinct(raisedValues(source, node).flatMap((value) => termsOf(source, value))),
      function: functions.indexOf(node),
      via: [],
    }
  })
}

/** Undefined where what was caught is raised again, and where the exception is not known. */
function exceptionOf(source: PythonSource, node: number): string | undefined {
  const { tree } = source
  const raised = firstChild(tree, node)
  if (raised === undefined) return undefined
  const named = typeOf(tree, raised) === 'call' ? fieldOf(tree, raised, 'function') : raised
  const meaning = named === undefined ? undefined : meaningOf(source, named)
  return meaning === undefined || meaning.kind === 'unresolved' || meaning.kind === 'result'
    ? undefined
    : excerpt(meaning.dotted)
}

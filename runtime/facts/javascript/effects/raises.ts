/** The errors that code throws. */
import { excerpt } from '../../excerpt.ts'
import type { LocalFact } from '../../extractor.ts'
import { united } from '../../flow/value.ts'
import { firstChild, nodesOf, textOf, typeOf } from '../../syntax/flat.ts'
import { thrownValues } from '../flow/exceptions.ts'
import { termsOf } from '../flow/search.ts'
import type { Functions } from '../functions.ts'
import { thingNamed } from '../names.ts'
import { type JavaScriptSource, placeOf } from '../source.ts'
import { bare, calledOf } from '../syntax.ts'

export function raiseFacts(source: JavaScriptSource, functions: Functions): readonly LocalFact<'raise'>[] {
  const { tree } = source
  return [...nodesOf(tree, 'throw_statement')].map((node) => {
    const exception = exceptionOf(source, node)
    const values = thrownValues(source, node).map((value) => ({ terms: termsOf(source, value), entries: {} }))
    return {
      at: placeOf(source, node),
      ...(exception === undefined ? {} : { exception }),
      text: excerpt(textOf(tree, node)),
      origins: united(values).terms,
      function: functions.indexOf(node),
      via: [],
    }
  })
}

/** Undefined where what was caught is thrown again, and where the class is not known. */
function exceptionOf(source: JavaScriptSource, node: number): string | undefined {
  const { tree } = source
  const thrown = firstChild(tree, node)
  const made = thrown === undefined ? undefined : bare(tree, thrown)
  const named = made === undefined || typeOf(tree, made) === 'identifier' ? undefined : calledOf(tree, made)
  const dotted = named === undefined ? undefined : thingNamed(source, named)
  return dotted === undefined ? undefined : excerpt(dotted)
}

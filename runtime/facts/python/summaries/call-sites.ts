/** The calls of what the repository itself defines, with the values that they are given. */
import { excerpt } from '../../excerpt.ts'
import { receiverOf } from '../../flow/receiver.ts'
import type { CallSite, Given } from '../../flow/summary.ts'
import { fieldOf, nodesOf, textOf } from '../../syntax/flat.ts'
import { argumentsOf } from '../arguments.ts'
import { isInHandler } from '../effects/surroundings.ts'
import { ownCallee } from '../flow/own-calls.ts'
import { termsOf } from '../flow/search.ts'
import { valueAt } from '../flow/value-at.ts'
import type { Functions } from '../functions.ts'
import { type PythonSource, placeOf } from '../source.ts'

export function callSitesIn(source: PythonSource, functions: Functions): readonly CallSite[] {
  const { tree } = source
  return [...nodesOf(tree, 'call')].flatMap((call): readonly CallSite[] => {
    const callee = ownCallee(source, call)
    const called = fieldOf(tree, call, 'function')
    if (callee === undefined || called === undefined) return []
    const object = fieldOf(tree, called, 'object')
    const given = argumentsOf(source, call, called).map(
      ({ plain, node }): Given => ({ argument: plain, value: valueAt(source, node) }),
    )
    return [
      {
        call,
        at: placeOf(source, call),
        text: excerpt(textOf(tree, call)),
        callee,
        owner: functions.indexOf(call),
        inHandler: isInHandler(source, call),
        given,
        receiver:
          object === undefined
            ? undefined
            : receiverOf(placeOf(source, object), textOf(tree, object), termsOf(source, object)),
      },
    ]
  })
}

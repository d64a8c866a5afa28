/** The calls of what the repository itself defines, with the values that they are given. */
import { excerpt } from '../../excerpt.ts'
import { receiverOf } from '../../flow/receiver.ts'
import type { CallSite, Given } from '../../flow/summary.ts'
import { fieldOf, nodesOf, textOf } from '../../syntax/flat.ts'
import { argumentsOf, type WrittenArgument } from '../arguments.ts'
import { isInHandler } from '../effects/surroundings.ts'
import { ownCallee } from '../flow/own-calls.ts'
import { termsOf } from '../flow/search.ts'
import { type Task, taskHandedBy } from '../flow/tasks.ts'
import { valueAt } from '../flow/value-at.ts'
import type { Functions } from '../functions.ts'
import { type PythonSource, placeOf } from '../source.ts'

export function callSitesIn(source: PythonSource, functions: Functions): readonly CallSite[] {
  const { tree } = source
  return [...nodesOf(tree, 'call')].flatMap((call): readonly CallSite[] => {
    const task = taskHandedBy(source, call)
    const callee = task?.name ?? ownCallee(source, call)
    const written = fieldOf(tree, call, 'function')
    const called = task?.node ?? written
    if (callee === undefined || called === undefined || written === undefined) return []
    const object = fieldOf(tree, called, 'object')
    const all = argumentsOf(source, call, written)
    const given = task === undefined ? all.map((one) => givenBy(source, one)) : givenToTask(source, task, all)
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

const givenBy = (source: PythonSource, { plain, node }: WrittenArgument): Given => ({
  argument: plain,
  value: valueAt(source, node),
})

/** What stands behind the function, as if it were called with that, or with each element of it. */
function givenToTask(
  source: PythonSource,
  { position: own, isOfEach }: Task,
  all: readonly WrittenArgument[],
): readonly Given[] {
  return all.flatMap((one): readonly Given[] => {
    const { position } = one
    if (position === undefined) return isOfEach ? [] : [givenBy(source, one)]
    if (position <= own) return []
    const value = valueAt(source, one.node, isOfEach ? [undefined] : [])
    return [{ argument: { ...one.plain, position: position - own }, value }]
  })
}

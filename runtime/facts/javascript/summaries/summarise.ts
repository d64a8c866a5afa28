/** The summary of a file, made when all its facts are: of the form that Python's files have, so that one linker reads both. */
import { excerpt } from '../../excerpt.ts'
import { receiverOf } from '../../flow/receiver.ts'
import type { CallSite, Given, ModuleSummary } from '../../flow/summary.ts'
import { fieldOf, textOf } from '../../syntax/flat.ts'
import { positionalOf } from '../arguments.ts'
import { callsOf } from '../calls.ts'
import { isInHandler } from '../effects/surroundings.ts'
import { termsOf } from '../flow/search.ts'
import { valueAt } from '../flow/value-at.ts'
import type { Functions } from '../functions.ts'
import { ownCallee } from '../own-calls.ts'
import { type JavaScriptSource, placeOf } from '../source.ts'
import { bare, calledOf } from '../syntax.ts'
import { definitionsIn } from './definitions.ts'
import { handedOn } from './exports.ts'

export function summarise(source: JavaScriptSource, functions: Functions): ModuleSummary {
  const { input, modules, tree } = source
  return {
    path: input.file.path,
    module: modules.own,
    ...handedOn(source),
    definitions: definitionsIn(source),
    functions: functions.nodes.map((start) => ({ start, end: tree.nexts[start] ?? start })),
    calls: callSitesIn(source, functions),
    keywords: [],
    loggers: { handlers: [], closed: [] },
  }
}

function callSitesIn(source: JavaScriptSource, functions: Functions): readonly CallSite[] {
  const { tree } = source
  return callsOf(source).flatMap((call): readonly CallSite[] => {
    const callee = ownCallee(source, call)
    const called = calledOf(tree, call)
    if (callee === undefined || called === undefined) return []
    const object = fieldOf(tree, bare(tree, called), 'object')
    const given = positionalOf(source, call).map(({ argument, node }): Given => {
      return { argument, value: valueAt(source, node) }
    })
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

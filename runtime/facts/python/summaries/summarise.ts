/** The summary of a file, made when all its facts are. */

import type { ModuleSummary } from '../../flow/summary.ts'
import { childrenOf, fieldOf, textOf } from '../../syntax/flat.ts'
import { loggerSetup } from '../effects/logger-setup.ts'
import type { Functions } from '../functions.ts'
import { importAmong } from '../imports.ts'
import type { PythonSource } from '../source.ts'
import { callSitesIn } from './call-sites.ts'
import { definitionsIn } from './definitions.ts'

export function summarise(source: PythonSource, functions: Functions): ModuleSummary {
  const { bindings, input, modules } = source
  const imports = [...bindings.namesOf(0)].flatMap(([name, bound]) => {
    const dotted = importAmong(bound)
    return dotted === undefined || !modules.isOwn(dotted) ? [] : [[name, dotted] as const]
  })
  return {
    path: input.file.path,
    module: modules.own,
    imports: Object.fromEntries(imports),
    wildcards: bindings.wildcards.filter((name) => modules.isOwn(name)),
    definitions: definitionsIn(source),
    functions: functions.nodes.map((start) => ({ start, end: source.tree.nexts[start] ?? start })),
    calls: callSitesIn(source, functions),
    keywords: keywordsIn(source),
    loggers: loggerSetup(source),
  }
}

/** `dict(event, source="error")`, `event.update(source="error")` */
function keywordsIn({ tree, uses }: PythonSource): readonly string[] {
  const names = [...uses.callsOf('dict'), ...uses.callsOf('update')].flatMap((call) => {
    const list = fieldOf(tree, call, 'arguments')
    return list === undefined ? [] : [...childrenOf(tree, list)].flatMap((given) => fieldOf(tree, given, 'name') ?? [])
  })
  return [...new Set(names.map((name) => textOf(tree, name)))]
}

/** The summary of a file, made when all its facts are. */

import type { ModuleSummary } from '../../flow/summary.ts'
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
    loggers: loggerSetup(source),
  }
}

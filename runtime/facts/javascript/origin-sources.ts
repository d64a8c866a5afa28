/** Functions and variables of JavaScript whose values come from outside of the program. */
import type { RecordFact } from '../../../compiler/index.ts'

export interface Source {
  readonly form: RecordFact<'origin'>['form']
  readonly name?: string | undefined
}

const forms: Readonly<Record<string, Source['form']>> = {
  'process.env': 'environment',
  'Bun.env': 'environment',
  'import.meta.env': 'environment',
  'Deno.env.get': 'environment',
  'Deno.env.toObject': 'environment',
  'process.argv': 'command_line',
  'Bun.argv': 'command_line',
  'Deno.args': 'command_line',
  'util.parseArgs': 'command_line',
  minimist: 'command_line',
  'process.stdin': 'stdin',
  'Bun.stdin': 'stdin',
  'Deno.stdin': 'stdin',
  'config.get': 'setting',
  'nconf.get': 'setting',
  'Error().stack': 'traceback',
}

/** Read files, as callbacks, as promises or at once, from Node and what is built on it. */
const readers =
  /^((fs|fs-extra|graceful-fs|memfs)(\.promises)?\.(readFile|readFileSync|createReadStream|open|openSync|readJson|readJsonSync|readJSON|readJSONSync)|jsonfile\.readFile(Sync)?|Bun\.file|Deno\.(readTextFile|readFile|open)(Sync)?)$/

/** Libraries whose functions are called as the request is, and clients that were made by them. */
const requesters =
  /^((axios|got|ky|needle|superagent|request|request-promise|request-promise-native)(\.(get|post|put|patch|delete|del|head|options|request|json|stream))?|fetch|undici\.(fetch|request|stream)|node-fetch|cross-fetch|isomorphic-fetch|https?\.(get|request)|http2\.connect)$/

/** Sources that hold many values: what is asked of them is their name. */
const unnamed = new Set(['environment', 'setting'])

/** What holds values by itself, without being called. */
const variables = /^((process|Bun)\.(env|argv|stdin)|import\.meta\.env|Deno\.(args|stdin))$/

export const variableOf = (dotted: string): Source | undefined =>
  variables.test(dotted) ? sourceOf(dotted) : undefined

export const isRequest = (dotted: string): boolean => requesters.test(dotted)

export function sourceOf(dotted: string): Source | undefined {
  if (requesters.test(dotted)) return { form: 'response', name: dotted }
  if (readers.test(dotted)) return { form: 'file', name: dotted }
  const form = Object.hasOwn(forms, dotted) ? forms[dotted] : undefined
  return form === undefined ? undefined : unnamed.has(form) ? { form } : { form, name: dotted }
}

/** Python: code, where its values come from, and what it does to the world outside. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, Gap } from '../extractor.ts'
import { accessFacts } from './access/index.ts'
import { urlFacts } from './addresses.ts'
import { assignmentFacts } from './assignments.ts'
import { Bindings } from './bindings.ts'
import { type Call, callsIn, wantedCalls } from './calls.ts'
import { connectionFacts, connectionGap } from './connections/index.ts'
import { fallbackFacts } from './effects/fallbacks.ts'
import { logHandlerFacts } from './effects/log-handlers.ts'
import { outputFacts } from './effects/outputs.ts'
import { processFacts } from './effects/processes.ts'
import { queryFacts } from './effects/queries.ts'
import { raiseFacts } from './effects/raises.ts'
import { fileFacts } from './files/index.ts'
import { type Functions, functionsIn } from './functions.ts'
import { handlerFacts } from './handlers/index.ts'
import { importFacts } from './imports.ts'
import { Modules } from './modules.ts'
import { permissionFacts } from './permissions.ts'
import { mayHold } from './prefilter.ts'
import { Scopes } from './scopes.ts'
import type { PythonSource } from './source.ts'
import { stringFacts } from './strings.ts'
import { summarise } from './summaries/summarise.ts'
import { Uses } from './uses.ts'
import { WantedFacts } from './wanted.ts'

const kinds: readonly KindName[] = [
  'function',
  'import',
  'call',
  'string',
  'url',
  'permission',
  'connection',
  'output',
  'log_handler',
  'process',
  'query',
  'raise',
  'fallback',
  'file_access',
  'file_write',
  'file_replace',
  'handler',
  'access',
  'assignment',
]
const fileKinds: readonly KindName[] = ['file_access', 'file_write', 'file_replace']
/** The kinds that are made from the calls of a file. */
const fromCalls: readonly KindName[] = ['call', 'permission', 'output', 'log_handler', 'process', 'query']

export const pythonExtractor: Extractor = {
  name: 'python',
  kinds,
  // A notebook is JSON around its code.
  reads: (file) => file.language === 'python' && file.extension !== 'ipynb',
  followsValues: true,
  extract,
}

async function extract(input: FileInput): Promise<Extraction> {
  const those = kinds.filter((kind) => input.wanted.has(kind))
  if (!mayHold(input.text, those)) return { facts: {}, undecided: [] }
  const parsed = await input.parse('python', input.text)
  if (parsed.kind === 'cut') return { facts: {}, undecided: [{ reason: parsed.reason, kinds }] }
  const { tree } = parsed
  const modules = new Modules(input.file.path, input.tree)
  const scopes = new Scopes(tree)
  const bindings = new Bindings(tree, scopes, modules)
  const uses = new Uses(tree, scopes)
  const known = { meanings: new Map(), constants: new Map() }
  const source: PythonSource = { input, tree, modules, scopes, bindings, uses, ...known }
  const functions = functionsIn(source)
  const calls = fromCalls.some((kind) => input.wanted.has(kind)) ? callsIn(source, functions) : []
  const wanted = new WantedFacts(source)
  const facts = factsOf(source, functions, calls, wanted)
  const unrecognised = facts.connection === undefined ? undefined : connectionGap(source, facts.connection)
  return {
    facts,
    found: { ...wanted.found, call: calls.length },
    undecided: [...gaps(input, tree.firstError), ...(unrecognised === undefined ? [] : [unrecognised])],
    // Only where values flow are functions asked for.
    ...(input.wanted.has('function') ? { summary: summarise(source, functions) } : {}),
  }
}

function factsOf(
  source: PythonSource,
  functions: Functions,
  calls: readonly Call[],
  those: WantedFacts,
): Extraction['facts'] {
  const { wanted } = source.input
  return {
    function: functions.facts,
    ...(wanted.has('call') ? { call: wantedCalls(source, calls) } : {}),
    ...(wanted.has('import') ? { import: those.of('import', importFacts(source)) } : {}),
    ...(wanted.has('string') ? { string: those.of('string', stringFacts(source, functions)) } : {}),
    ...(wanted.has('url') ? { url: urlFacts(source) } : {}),
    ...(wanted.has('connection') ? { connection: connectionFacts(source, functions) } : {}),
    ...(wanted.has('permission') ? { permission: permissionFacts(source, calls) } : {}),
    ...(wanted.has('output') ? { output: outputFacts(source, calls) } : {}),
    ...(wanted.has('log_handler') ? { log_handler: logHandlerFacts(source, functions, calls) } : {}),
    ...(wanted.has('process') ? { process: processFacts(source, calls) } : {}),
    ...(wanted.has('query') ? { query: queryFacts(source, calls) } : {}),
    ...(wanted.has('raise') ? { raise: raiseFacts(source, functions) } : {}),
    ...(wanted.has('fallback') ? { fallback: fallbackFacts(source, functions) } : {}),
    ...(fileKinds.some((kind) => wanted.has(kind)) ? fileFacts(source, functions) : {}),
    ...(wanted.has('handler') ? { handler: those.of('handler', handlerFacts(source, functions)) } : {}),
    ...(wanted.has('access') ? { access: those.of('access', accessFacts(source, functions)) } : {}),
    ...(wanted.has('assignment') ? { assignment: those.of('assignment', assignmentFacts(source, functions)) } : {}),
  }
}

/** What surrounds a mistake is read all the same; what it swallowed is not known. */
function gaps(input: FileInput, firstError: number | undefined): readonly Gap[] {
  if (firstError === undefined) return []
  const { line } = input.lines.placeOf(firstError, firstError)
  return [{ reason: `it does not parse at line ${line}`, kinds }]
}

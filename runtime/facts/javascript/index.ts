/** JavaScript and TypeScript: code, where its values come from, and what it does to the world outside. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, Gap, ListedFile } from '../extractor.ts'
import type { GrammarName } from '../syntax/grammars.ts'
import { accessFacts } from './access.ts'
import { urlFacts } from './addresses.ts'
import { assignmentFacts } from './assignments.ts'
import { Bindings } from './bindings.ts'
import { callsIn } from './calls.ts'
import { connectionFacts, connectionGap } from './connections/index.ts'
import { outputFacts } from './effects/outputs.ts'
import { permissionFacts } from './effects/permissions.ts'
import { processFacts } from './effects/processes.ts'
import { queryFacts } from './effects/queries.ts'
import { raiseFacts } from './effects/raises.ts'
import { fallbackFacts } from './fallbacks.ts'
import { fileFacts } from './files/index.ts'
import { type Functions, functionsIn } from './functions.ts'
import { handlerFacts } from './handlers.ts'
import { importFacts } from './imports.ts'
import { Modules } from './modules.ts'
import { Scopes } from './scopes.ts'
import type { JavaScriptSource } from './source.ts'
import { stringFacts } from './strings.ts'
import { summarise } from './summaries/summarise.ts'

const kinds: readonly KindName[] = [
  'function',
  'import',
  'call',
  'string',
  'url',
  'permission',
  'connection',
  'output',
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
const fromCalls: readonly KindName[] = ['call', 'permission', 'output', 'process', 'query']

export const javascriptExtractor: Extractor = {
  name: 'javascript',
  kinds,
  reads: ({ language, extension }) => isJavaScript(language) && extension !== 'ipynb',
  followsValues: true,
  extract,
}

const isJavaScript = (language: ListedFile['language']): boolean =>
  language === 'javascript' || language === 'typescript'

async function extract(input: FileInput): Promise<Extraction> {
  const parsed = await input.parse(grammarFor(input.file), input.text)
  if (parsed.kind === 'cut') return { facts: {}, undecided: [{ reason: parsed.reason, kinds }] }
  const { tree } = parsed
  const modules = new Modules(input.file.path, input.tree)
  const scopes = new Scopes(tree)
  const bindings = new Bindings(tree, scopes, modules)
  const source: JavaScriptSource = { input, tree, modules, scopes, bindings, meanings: new Map(), constants: new Map() }
  const functions = functionsIn(source)
  const facts = factsOf(source, functions)
  const unrecognised = facts.connection?.length === 0 ? connectionGap(source) : undefined
  return {
    facts,
    undecided: [...gaps(input, tree.firstError), ...(unrecognised === undefined ? [] : [unrecognised])],
    // Only where values flow are functions asked for.
    ...(input.wanted.has('function') ? { summary: summarise(source, functions) } : {}),
  }
}

/** Assertions in angle brackets and elements of JSX exclude each other. */
function grammarFor({ language, extension }: ListedFile): GrammarName {
  if (language === 'javascript') return 'javascript'
  return extension === 'tsx' ? 'tsx' : 'typescript'
}

function factsOf(source: JavaScriptSource, functions: Functions): Extraction['facts'] {
  const { wanted } = source.input
  const calls = fromCalls.some((kind) => wanted.has(kind)) ? callsIn(source, functions) : []
  return {
    function: functions.facts,
    call: calls.map(({ fact }) => fact),
    ...(wanted.has('import') ? { import: importFacts(source) } : {}),
    ...(wanted.has('string') ? { string: stringFacts(source, functions) } : {}),
    ...(wanted.has('url') ? { url: urlFacts(source) } : {}),
    ...(wanted.has('connection') ? { connection: connectionFacts(source, functions) } : {}),
    ...(wanted.has('permission') ? { permission: permissionFacts(source, calls) } : {}),
    ...(wanted.has('output') ? { output: outputFacts(source, calls) } : {}),
    ...(wanted.has('process') ? { process: processFacts(source, calls) } : {}),
    ...(wanted.has('query') ? { query: queryFacts(source, calls) } : {}),
    ...(wanted.has('raise') ? { raise: raiseFacts(source, functions) } : {}),
    ...(wanted.has('fallback') ? { fallback: fallbackFacts(source, functions) } : {}),
    ...(fileKinds.some((kind) => wanted.has(kind)) ? fileFacts(source, functions) : {}),
    ...(wanted.has('handler') ? { handler: handlerFacts(source, functions) } : {}),
    ...(wanted.has('access') ? { access: accessFacts(source, functions) } : {}),
    ...(wanted.has('assignment') ? { assignment: assignmentFacts(source, functions) } : {}),
  }
}

/** What surrounds a mistake is read all the same; what it swallowed is not known. */
function gaps(input: FileInput, firstError: number | undefined): readonly Gap[] {
  if (firstError === undefined) return []
  const { line } = input.lines.placeOf(firstError, firstError)
  return [{ reason: `it does not parse at line ${line}`, kinds }]
}

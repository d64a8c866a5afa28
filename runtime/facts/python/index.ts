/** Python: functions, imports, calls, strings, addresses and permissions. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, Gap } from '../extractor.ts'
import { parseFlat } from '../syntax/flat.ts'
import { parserOf } from '../syntax/grammars.ts'
import { urlFacts } from './addresses.ts'
import { Bindings } from './bindings.ts'
import { callsIn } from './calls.ts'
import { connectionFacts, connectionGap } from './connections/index.ts'
import { functionsIn } from './functions.ts'
import { importFacts } from './imports.ts'
import { Modules } from './modules.ts'
import { permissionFacts } from './permissions.ts'
import { Scopes } from './scopes.ts'
import type { PythonSource } from './source.ts'
import { stringFacts } from './strings.ts'
import { Uses } from './uses.ts'

const kinds: readonly KindName[] = ['function', 'import', 'call', 'string', 'url', 'permission', 'connection']

export const pythonExtractor: Extractor = {
  name: 'python',
  kinds,
  reads: (file) => file.language === 'python',
  extract,
}

async function extract(input: FileInput): Promise<Extraction> {
  const tree = parseFlat(await parserOf('python'), input.text)
  if (tree === undefined) return { facts: {}, undecided: [{ reason: 'it has more syntax than is analysed', kinds }] }
  const modules = new Modules(input.file.path, input.tree)
  const scopes = new Scopes(tree)
  const bindings = new Bindings(tree, scopes, modules)
  const uses = new Uses(tree, scopes)
  const known = { meanings: new Map(), constants: new Map() }
  const source: PythonSource = { input, tree, modules, scopes, bindings, uses, ...known }
  const facts = factsOf(source)
  const unrecognised = facts.connection?.length === 0 ? connectionGap(source) : undefined
  return { facts, undecided: [...gaps(input, tree.firstError), ...(unrecognised === undefined ? [] : [unrecognised])] }
}

function factsOf(source: PythonSource): Extraction['facts'] {
  const { wanted } = source.input
  const functions = functionsIn(source)
  const calls = wanted.has('call') || wanted.has('permission') ? callsIn(source, functions) : []
  return {
    function: functions.facts,
    call: calls.map(({ fact }) => fact),
    ...(wanted.has('import') ? { import: importFacts(source) } : {}),
    ...(wanted.has('string') ? { string: stringFacts(source, functions) } : {}),
    ...(wanted.has('url') ? { url: urlFacts(source) } : {}),
    ...(wanted.has('connection') ? { connection: connectionFacts(source, functions) } : {}),
    ...(wanted.has('permission') ? { permission: permissionFacts(source, calls) } : {}),
  }
}

/** What surrounds a mistake is read all the same; what it swallowed is not known. */
function gaps(input: FileInput, firstError: number | undefined): readonly Gap[] {
  if (firstError === undefined) return []
  const { line } = input.lines.placeOf(firstError, firstError)
  return [{ reason: `it does not parse at line ${line}`, kinds }]
}

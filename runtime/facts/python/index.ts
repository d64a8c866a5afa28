/** Python: functions, imports, calls, strings, addresses and permissions. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, Gap } from '../extractor.ts'
import { parseFlat } from '../syntax/flat.ts'
import { parserOf } from '../syntax/grammars.ts'
import { callFacts } from './calls.ts'
import { functionFacts } from './functions.ts'
import { importFacts } from './imports.ts'
import { permissionFacts } from './permissions.ts'
import { buildScopes } from './scopes.ts'
import type { PythonSource } from './source.ts'
import { stringFacts, urlFacts } from './strings.ts'

const kinds: readonly KindName[] = ['function', 'import', 'call', 'string', 'url', 'permission']

export const pythonExtractor: Extractor = {
  name: 'python',
  kinds,
  reads: (file) => file.language === 'python',
  extract,
}

async function extract(input: FileInput): Promise<Extraction> {
  const tree = parseFlat(await parserOf('python'), input.text)
  if (tree === undefined) return { facts: {}, undecided: [{ reason: 'has more syntax than is analysed', kinds }] }
  const module = moduleName(input.file.path)
  const source: PythonSource = { input, tree, module, scopes: buildScopes(tree, module) }
  const functions = functionFacts(source)
  const calls = callFacts(source, functions)
  return {
    facts: {
      function: functions.facts,
      import: importFacts(input, tree, module),
      call: calls,
      string: stringFacts(source, functions),
      url: urlFacts(source),
      permission: permissionFacts(calls),
    },
    undecided: gaps(input, tree.firstError),
  }
}

/** What surrounds a mistake is read all the same; what it swallowed is not known. */
function gaps(input: FileInput, firstError: number | undefined): readonly Gap[] {
  if (firstError === undefined) return []
  const { line } = input.lines.placeOf(firstError, firstError)
  return [{ reason: `does not parse at line ${line}`, kinds }]
}

/** The dotted name by which the file is imported from the top folder. */
function moduleName(path: string): string {
  return path
    .replace(/\.pyi?$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.')
}

/** Import statements: the names they bind, and the facts they are. */

import { isConditional } from '../circumstances.ts'
import type { LocalFact } from '../extractor.ts'
import { withRepeats } from '../repeated-imports.ts'
import { type FlatTree, fieldOf, fieldsOf, nodesOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Binding } from './bindings.ts'
import { circumstancesOf } from './circumstances.ts'
import { constantOf } from './constants.ts'
import type { Modules } from './modules.ts'
import { thingNamed } from './names.ts'
import { type PythonSource, placeOf } from './source.ts'
import { standardLibrary } from './standard-library.ts'

export interface Imported {
  /** What the code calls it; `*` for all that a module has. */
  readonly name: string
  /** What it stands for. */
  readonly dotted: string
  readonly module: string
  /** The name that is taken from the module, in `from … import name`. */
  readonly taken: string | undefined
  readonly alias: string | undefined
  readonly node: number
}

export const importStatements = ['import_statement', 'import_from_statement', 'future_import_statement'] as const

export function importedBy(tree: FlatTree, node: number, modules: Modules): readonly Imported[] {
  const names = fieldsOf(tree, node, 'name')
  switch (typeOf(tree, node)) {
    case 'import_statement':
      return names.map((name) => wholeModule(tree, name, modules))
    case 'future_import_statement':
      return names.map((name) => takenFrom('__future__', '__future__', tree, name))
    default: {
      const source = fieldOf(tree, node, 'module_name')
      if (source === undefined) return []
      const module = moduleOf(tree, source, modules)
      const canonical = modules.canonical(module)
      const [all] = [...nodesWithin(tree, node, 'wildcard_import')]
      if (all !== undefined) {
        return [{ name: '*', dotted: canonical, module, taken: '*', alias: undefined, node: all }]
      }
      return names.map((name) => takenFrom(module, canonical, tree, name))
    }
  }
}

function* nodesWithin(tree: FlatTree, node: number, type: string): Generator<number> {
  for (let inner = node + 1; inner < (tree.nexts[node] ?? 0); inner++) if (typeOf(tree, inner) === type) yield inner
}

function moduleOf(tree: FlatTree, node: number, modules: Modules): string {
  const written = textOf(tree, node).replaceAll(/\s|\\/g, '')
  if (typeOf(tree, node) !== 'relative_import') return written
  const rest = written.replace(/^\.+/, '')
  return modules.relative(written.length - rest.length, rest) || written
}

function takenFrom(module: string, canonical: string, tree: FlatTree, node: number): Imported {
  const { written, alias } = aliased(tree, node)
  return { name: alias ?? written, dotted: `${canonical}.${written}`, module, taken: written, alias, node }
}

/** `import a.b` binds `a`; `import a.b as c` binds `c` to the whole. */
function wholeModule(tree: FlatTree, node: number, modules: Modules): Imported {
  const { written, alias } = aliased(tree, node)
  const top = written.split('.')[0] ?? written
  const dotted = modules.canonical(alias === undefined ? top : written)
  return { name: alias ?? top, dotted, module: written, taken: undefined, alias, node }
}

function aliased(tree: FlatTree, node: number): { readonly written: string; readonly alias: string | undefined } {
  const isAliased = typeOf(tree, node) === 'aliased_import'
  const name = isAliased ? fieldOf(tree, node, 'name') : node
  const alias = isAliased ? fieldOf(tree, node, 'alias') : undefined
  return {
    written: name === undefined ? '' : textOf(tree, name).replaceAll(/\s|\\/g, ''),
    alias: alias === undefined ? undefined : textOf(tree, alias),
  }
}

export function importFacts(source: PythonSource): readonly LocalFact<'import'>[] {
  const { tree, modules } = source
  const statements = importStatements.flatMap((type) => [...nodesOf(tree, type)])
  const written = statements.flatMap((node) => importedBy(tree, node, modules))
  const facts = [...written, ...dynamicImports(source)].map(({ module, taken, alias, node }) => ({
    at: placeOf(source, node),
    module,
    ...(taken === undefined ? {} : { name: taken }),
    ...(alias === undefined ? {} : { alias }),
    provenance: provenanceOf(source, module, taken, node),
    conditional: isConditional(circumstancesOf(source, node)),
  }))
  return withRepeats(facts)
}

type Written = Pick<Imported, 'module' | 'taken' | 'alias' | 'node'>

/** `importlib.import_module("name")` imports as well as a statement does. */
function dynamicImports(source: PythonSource): readonly Written[] {
  const { tree } = source
  return [...nodesOf(tree, 'call')].flatMap((node): readonly Written[] => {
    const callee = fieldOf(tree, node, 'function')
    const name = callee === undefined ? undefined : thingNamed(source, callee)
    if (name === undefined || !importers.has(name)) return []
    const list = fieldOf(tree, node, 'arguments')
    const module = list === undefined ? undefined : constantOf(source, list + 1)?.value
    return typeof module === 'string' && module !== '' && !module.startsWith('.')
      ? [{ module, taken: undefined, alias: undefined, node }]
      : []
  })
}

/** Functions that import the module that their first argument names. */
export const importers: ReadonlySet<string> = new Set(['__import__', 'importlib.import_module', 'importlib.__import__'])

function provenanceOf({ tree, modules }: PythonSource, module: string, taken: string | undefined, node: number) {
  const source = fieldOf(tree, tree.parents[node] ?? 0, 'module_name')
  if (source !== undefined && typeOf(tree, source) === 'relative_import') return 'local'
  return modules.provenanceOf(module, taken)
}

/**
 * The import among the bindings of a name, if there is one. Where a `try` offers several, the one of the standard library
 * is what checklists know.
 */
export function importAmong(bindings: readonly Binding[]): string | undefined {
  let first: string | undefined
  for (const binding of bindings) {
    if (binding.kind !== 'import') continue
    const dot = binding.dotted.indexOf('.')
    if (standardLibrary.has(dot < 0 ? binding.dotted : binding.dotted.slice(0, dot))) return binding.dotted
    first ??= binding.dotted
  }
  return first
}

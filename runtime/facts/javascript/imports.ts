/** What import statements bind and say. `require` is a call, and means a module wherever it stands. */
import { isConditional } from '../circumstances.ts'
import type { LocalFact } from '../extractor.ts'
import { withRepeats } from '../repeated-imports.ts'
import { childrenOf, type FlatTree, fieldOf, firstChild, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { circumstancesOf } from './circumstances.ts'
import { constantOf } from './constants.ts'
import { canonical, type Modules } from './modules.ts'
import { targetsOf } from './patterns.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { literalText } from './string-literals.ts'
import { calledOf, givenOf, isOfType, wrapped } from './syntax.ts'

export interface Imported {
  /** What the code calls it. */
  readonly name: string
  /** What it stands for. */
  readonly dotted: string
  readonly specifier: string
  /** The name that is taken from the module; `*` for all that it has. */
  readonly taken: string | undefined
  readonly node: number
}

/** The names that the import statements of a file bind. */
export function importedNames(tree: FlatTree, modules: Modules): readonly Imported[] {
  return [...nodesOf(tree, 'import_statement')].flatMap((statement) => {
    const required = [...childrenOf(tree, statement)].find((child) => typeOf(tree, child) === 'import_require_clause')
    const specifier = specifierOf(tree, required ?? statement)
    if (specifier === undefined) return []
    const clause = required ?? firstChild(tree, statement)
    return clause === undefined ? [] : ofClause(tree, modules, clause, specifier)
  })
}

export function specifierOf(tree: FlatTree, node: number): string | undefined {
  const source = fieldOf(tree, node, 'source')
  return source === undefined ? undefined : literalText(tree, source).value
}

function ofClause(tree: FlatTree, modules: Modules, clause: number, specifier: string): readonly Imported[] {
  const { name: module } = modules.resolve(specifier)
  return [...childrenOf(tree, clause)].flatMap((child): readonly Imported[] => {
    switch (typeOf(tree, child)) {
      case 'identifier': {
        const isRequired = typeOf(tree, clause) === 'import_require_clause'
        const taken = isRequired ? undefined : 'default'
        return [{ name: textOf(tree, child), dotted: memberOf(module, taken), specifier, taken, node: child }]
      }
      case 'namespace_import': {
        const name = firstChild(tree, child)
        return name === undefined
          ? []
          : [{ name: textOf(tree, name), dotted: module, specifier, taken: undefined, node: name }]
      }
      case 'named_imports':
        return [...childrenOf(tree, child)].flatMap((each): readonly Imported[] => {
          const name = fieldOf(tree, each, 'name')
          if (name === undefined) return []
          const taken = textOf(tree, name)
          const alias = fieldOf(tree, each, 'alias') ?? name
          return [{ name: textOf(tree, alias), dotted: memberOf(module, taken), specifier, taken, node: alias }]
        })
      default:
        return []
    }
  })
}

/** What CommonJS exports as a whole is the default that a module of ECMAScript gets. */
export function memberOf(module: string, taken: string | undefined): string {
  if (taken === undefined) return module
  return taken === 'default' && !module.startsWith('/') ? module : canonical(`${module}.${taken}`)
}

/** The module that `require("…")` or `import("…")` gives. */
export function requiredBy(source: JavaScriptSource, call: number): string | undefined {
  const { tree } = source
  const called = typeOf(tree, call) === 'call_expression' ? calledOf(tree, call) : undefined
  if (called === undefined || !/^(require|import|await import)$/.test(textOf(tree, called))) return undefined
  const isShadowed = source.bindings.lookup('require', called)?.some(({ kind }) => kind !== 'value') ?? false
  const [first] = givenOf(tree, call)
  const specifier = first === undefined || isShadowed ? undefined : constantOf(source, first)?.value
  return typeof specifier === 'string' && specifier !== '' ? specifier : undefined
}

/** As it stands; whether it is made again, the whole file tells. */
type Import = Omit<LocalFact<'import'>, 'again'>

export function importFacts(source: JavaScriptSource): readonly LocalFact<'import'>[] {
  return withRepeats([...ofStatements(source), ...ofCalls(source)])
}

function ofStatements(source: JavaScriptSource): readonly Import[] {
  const { tree, modules } = source
  const bound = importedNames(tree, modules).map((one) =>
    importAt(source, one.specifier, one.node, one.taken, one.name),
  )
  const sourced = [...nodesOf(tree, 'import_statement'), ...nodesOf(tree, 'export_statement')]
  const others = sourced.flatMap((statement): readonly Import[] => {
    const specifier = specifierOf(tree, statement)
    const at = fieldOf(tree, statement, 'source')
    if (specifier === undefined || at === undefined) return []
    const clause = firstChild(tree, statement)
    const binds = typeOf(tree, statement) === 'import_statement' && clause !== at
    return binds ? [] : [importAt(source, specifier, at, undefined, undefined)]
  })
  return [...bound, ...others]
}

function ofCalls(source: JavaScriptSource): readonly Import[] {
  const { tree } = source
  return [...nodesOf(tree, 'call_expression')].flatMap((call): readonly Import[] => {
    const specifier = isOfType(tree, call) ? undefined : requiredBy(source, call)
    if (specifier === undefined) return []
    const parent = parentOf(tree, wrapped(tree, call))
    const name = typeOf(tree, parent) === 'variable_declarator' ? fieldOf(tree, parent, 'name') : undefined
    if (name === undefined || typeOf(tree, name) === 'identifier') {
      return [importAt(source, specifier, call, undefined, name === undefined ? undefined : textOf(tree, name))]
    }
    const taken = targetsOf(tree, name).filter(({ path }) => path[0] !== undefined)
    return taken.length === 0
      ? [importAt(source, specifier, call, undefined, undefined)]
      : taken.map(({ node, path }) => importAt(source, specifier, node, path[0], textOf(tree, node)))
  })
}

function importAt(
  source: JavaScriptSource,
  specifier: string,
  node: number,
  taken: string | undefined,
  name: string | undefined,
): Import {
  const { name: module, provenance } = source.modules.resolve(specifier)
  return {
    at: placeOf(source, node),
    module,
    ...(taken === undefined ? {} : { name: taken }),
    ...(name === undefined || name === taken ? {} : { alias: name }),
    provenance,
    conditional: isConditional(circumstancesOf(source, node)),
  }
}

/** Import statements: the names they bind, and the facts they are. */
import type { FileInput, LocalFact } from '../extractor.ts'
import { childrenOf, type FlatTree, fieldOf, fieldsOf, textOf, typeOf } from '../syntax/flat.ts'
import { standardLibrary } from './standard-library.ts'

export interface Imported {
  /** What the code calls it. */
  readonly name: string
  /** What it stands for. */
  readonly dotted: string
  readonly module: string
  /** The name that is taken from the module, in `from … import name`. */
  readonly taken: string | undefined
  readonly alias: string | undefined
  readonly node: number
}

/** `module` is the dotted name of the file, from which relative imports count. */
export function importBindings(tree: FlatTree, node: number, module: string): readonly Imported[] {
  if (typeOf(tree, node) === 'import_statement')
    return fieldsOf(tree, node, 'name').map((name) => wholeModule(tree, name))
  const source = fieldOf(tree, node, 'module_name')
  if (source === undefined) return []
  const from =
    typeOf(tree, source) === 'relative_import' ? relative(textOf(tree, source), module) : textOf(tree, source)
  const names = fieldsOf(tree, node, 'name').map((name) => {
    const { written, alias } = aliased(tree, name)
    return { name: alias ?? written, dotted: `${from}.${written}`, module: from, taken: written, alias, node: name }
  })
  const wildcard = [...childrenOf(tree, node)].find((child) => typeOf(tree, child) === 'wildcard_import')
  return wildcard === undefined
    ? names
    : [{ name: '*', dotted: `${from}.*`, module: from, taken: '*', alias: undefined, node: wildcard }]
}

/** `import a.b` binds `a`; `import a.b as c` binds `c` to the whole. */
function wholeModule(tree: FlatTree, node: number): Imported {
  const { written, alias } = aliased(tree, node)
  const top = written.split('.')[0] ?? written
  return {
    name: alias ?? top,
    dotted: alias === undefined ? top : written,
    module: written,
    taken: undefined,
    alias,
    node,
  }
}

function aliased(tree: FlatTree, node: number): { readonly written: string; readonly alias: string | undefined } {
  if (typeOf(tree, node) !== 'aliased_import') return { written: textOf(tree, node), alias: undefined }
  const [name, alias] = [fieldOf(tree, node, 'name'), fieldOf(tree, node, 'alias')]
  return {
    written: name === undefined ? '' : textOf(tree, name),
    alias: alias === undefined ? undefined : textOf(tree, alias),
  }
}

/** `..a` in the module `p.q.m` is `p.a`: one dot is the package of the module, each further one the package around. */
function relative(written: string, module: string): string {
  const [, dots = '', rest = ''] = /^(\.*)\s*(.*)$/.exec(written) ?? []
  const around = module.split('.').slice(0, -dots.length || undefined)
  return [...around, ...(rest === '' ? [] : [rest])].join('.')
}

export function importFacts(input: FileInput, tree: FlatTree, module: string): readonly LocalFact<'import'>[] {
  const facts: LocalFact<'import'>[] = []
  for (let node = 0; node < tree.count; node++) {
    if (!typeOf(tree, node).startsWith('import_')) continue
    for (const imported of importBindings(tree, node, module)) {
      facts.push({
        at: input.lines.placeOf(tree.starts[imported.node] ?? 0, tree.ends[imported.node] ?? 0),
        module: imported.module,
        ...(imported.taken === undefined ? {} : { name: imported.taken }),
        ...(imported.alias === undefined ? {} : { alias: imported.alias }),
        provenance: provenanceOf(input, imported.module),
      })
    }
  }
  return facts
}

/** A module of the repository lies beside the file, or below some folder from which the program is started. */
function provenanceOf({ tree, file }: FileInput, module: string): LocalFact<'import'>['provenance'] {
  const path = module.replaceAll('.', '/')
  const top = module.split('.')[0] ?? module
  const folder = file.path.split('/').slice(0, -1)
  const roots = folder.map((_, index) => `${folder.slice(0, index + 1).join('/')}/`)
  const isHere = ['', ...roots].some((root) =>
    [`${path}.py`, `${path}/__init__.py`, `${top}.py`, `${top}/__init__.py`].some((name) =>
      tree.paths.has(root + name),
    ),
  )
  if (isHere) return 'local'
  return standardLibrary.has(top) ? 'stdlib' : 'external'
}

/** Networking libraries that a file uses without a call that is known to connect. */
import { fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { harmless, networkModules } from './libraries.ts'

/** The first of them by the text of the file; undefined where there is none. */
export function unrecognisedLibrary(source: PythonSource): string | undefined {
  const { bindings, tree, uses } = source
  for (const name of bindings.importedNames) {
    for (const mention of uses.mentionsOf(name)) {
      const isImported = bindings.lookup(name, mention).some((binding) => binding.kind === 'import')
      if (!isImported || isInImport(source, mention)) continue
      const { dotted } = meaningOf(source, wholeAccess(source, mention))
      if (networkModules.test(dotted) && !harmless.test(dotted)) return dotted
    }
  }
  return undefined

  function wholeAccess({ tree }: PythonSource, node: number): number {
    let whole = node
    while (tree.fields[whole] === 'object' && fieldOf(tree, parentOf(tree, whole), 'attribute') !== undefined) {
      whole = parentOf(tree, whole)
    }
    return whole
  }

  function isInImport(_: PythonSource, node: number): boolean {
    for (let around = node; around > 0; around = parentOf(tree, around)) {
      const type = typeOf(tree, around)
      if (type.startsWith('import') || type === 'aliased_import') return true
      if (type === 'block' || type.endsWith('statement')) return false
    }
    return textOf(tree, node) === ''
  }
}

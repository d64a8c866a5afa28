/** Networking libraries that a file uses without a call that is known to connect. */
import { fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { harmless, networkModules, withoutConnection } from './libraries/index.ts'

/** The first use of one, dotted; undefined where there is none. */
export function unrecognisedLibrary(source: PythonSource): string | undefined {
  const { bindings, uses } = source
  for (const name of bindings.importedNames) {
    for (const mention of uses.mentionsOf(name)) {
      // In `socket.socket` the second one is an attribute, which bears the name of the module by chance.
      const isVariable = source.tree.fields[mention] !== 'attribute'
      const isImported = isVariable && bindings.lookup(name, mention).some(({ kind }) => kind === 'import')
      if (!isImported || isPartOfImport(source, mention)) continue
      const whole = wholeAccess(source, mention)
      const { dotted } = meaningOf(source, whole)
      if (networkModules.test(dotted) && !harmless.test(dotted) && !makesLoneSocket(source, whole)) return dotted
    }
  }
  return undefined
}

/** A socket of the file system, or one of the kernel, is not on the network; one of datagrams connects to nobody. */
function makesLoneSocket({ tree }: PythonSource, called: number): boolean {
  const list = tree.fields[called] === 'function' ? fieldOf(tree, parentOf(tree, called), 'arguments') : undefined
  return list !== undefined && withoutConnection.test(textOf(tree, list))
}

/** Of a name the whole `module.part.function` that it begins. */
function wholeAccess({ tree }: PythonSource, node: number): number {
  let whole = node
  while (tree.fields[whole] === 'object' && fieldOf(tree, parentOf(tree, whole), 'attribute') !== undefined) {
    whole = parentOf(tree, whole)
  }
  return whole
}

function isPartOfImport({ tree }: PythonSource, node: number): boolean {
  for (let around = parentOf(tree, node); around > 0; around = parentOf(tree, around)) {
    const type = typeOf(tree, around)
    if (/^(import|future_import|aliased_import)/.test(type)) return true
    if (type === 'block' || type.endsWith('_statement')) return false
  }
  return false
}

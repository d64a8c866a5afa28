/** Where a file runs: a page has a document, a program has a process and the modules of Node. */
import type { FlatTree } from '../syntax/flat.ts'
import { importedNames } from './imports.ts'
import type { JavaScriptSource } from './source.ts'

const known = new WeakMap<FlatTree, boolean>()

/** Whether it runs in a page, whose console is no stream of a program. */
export function runsInBrowser(source: JavaScriptSource): boolean {
  const { tree } = source
  const answer = known.get(tree) ?? find(source)
  known.set(tree, answer)
  return answer
}

function find(source: JavaScriptSource): boolean {
  const { tree, modules, bindings } = source
  const isUsed = (name: string): boolean =>
    bindings.mentionsOf(name).some((mention) => bindings.lookup(name, mention) === undefined)
  if (!['document', 'window', 'localStorage', 'jQuery'].some(isUsed)) return false
  const isProgram = ['process', 'require', 'module', '__dirname'].some(isUsed)
  const usesNode = importedNames(tree, modules).some(
    ({ specifier }) => modules.resolve(specifier).provenance === 'stdlib',
  )
  return !isProgram && !usesNode
}

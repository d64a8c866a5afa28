/**
 * Options that a script takes from a helper of the repository: `. "$(dirname "$0")/common.sh"` runs in the same shell. It
 * counts where nothing but preparation comes before, as for options that the script sets itself.
 */
import { Programs } from '../commands/programs.ts'
import type { LocalFact } from '../extractor.ts'
import type { FileExtraction, Linker } from '../link.ts'
import type { RepositoryTree } from '../tree/tree.ts'
import { isPreparing } from './options.ts'

type Script = LocalFact<'script'>

export const shellLinker: Linker = {
  name: 'shell',
  sets: ['script'],
  reads: ['script', 'command'],
  link(extractions, tree) {
    const scripts = new Map(extractions.map((each) => [each.file.path, each.extraction.facts.script?.[0]]))
    return extractions.map((each) => {
      const script = each.extraction.facts.script?.[0]
      const helpers = script === undefined ? [] : sourcedFirst(each, tree).flatMap((path) => scripts.get(path) ?? [])
      return script === undefined || helpers.length === 0 ? each : withScript(each, script, helpers)
    })
  },
}

function withScript(each: FileExtraction, script: Script, helpers: readonly Script[]): FileExtraction {
  const has = (option: 'errexit' | 'nounset' | 'pipefail') => script[option] || helpers.some((helper) => helper[option])
  const options = { errexit: has('errexit'), nounset: has('nounset'), pipefail: has('pipefail') }
  const facts = { ...each.extraction.facts, script: [{ ...script, ...options }] }
  return { ...each, extraction: { ...each.extraction, facts } }
}

/** The helpers that a script reads before it does anything. */
function sourcedFirst({ file, extraction }: FileExtraction, tree: RepositoryTree): readonly string[] {
  const folder = file.path.split('/').slice(0, -1).join('/')
  const commands = (extraction.facts.command ?? []).toSorted(
    (a, b) => a.at.line - b.at.line || a.at.column - b.at.column,
  )
  const paths: string[] = []
  for (const { name, arguments: given } of commands) {
    if (name === '.' || name === 'source') {
      const path = given[0]?.value
      const found = typeof path === 'string' ? new Programs(tree).find(path, folder) : undefined
      if (found === undefined) return paths
      if (found !== file.path) paths.push(found)
    } else if (!isPreparing(name)) return paths
  }
  return paths
}

/** `--facts NAME=FILE`: facts of other tools, given beside the repository. */
import { Option } from 'commander'
import type { GivenFacts } from '../runtime/facts/index.ts'
import { Failure } from './failure.ts'
import { collect } from './options.ts'

export const factsOption = (): Option =>
  new Option('--facts <name=file>', 'give a JSON file as facts of kind "external"; may be given again')
    .argParser(collect)
    .default([], 'none')

/** @throws Failure at one that is not written so, or given twice; FactsError at a file that cannot be read. */
export async function givenFacts(assignments: readonly string[]): Promise<readonly GivenFacts[]> {
  if (assignments.length === 0) return []
  const { readGiven } = await import('../runtime/facts/index.ts')
  const names = new Set<string>()
  return assignments.map((assignment) => {
    const [, name = '', file = ''] = /^([^=]+)=(.+)$/s.exec(assignment) ?? []
    if (name === '') {
      throw new Failure(`--facts takes NAME=FILE, not "${assignment}"`, 'For example --facts protection=branch.json')
    }
    if (names.has(name)) throw new Failure(`the facts ${name} are given twice`, 'Give each file a name of its own.')
    names.add(name)
    return readGiven(name, file)
  })
}

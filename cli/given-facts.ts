/** `--facts NAME=FILE`: facts of other tools, given beside the repository. */
import { Option } from 'commander'
import { didYouMean, type ExtractionPlan } from '../compiler/index.ts'
import type { GivenFacts } from '../runtime/facts/index.ts'
import { Failure } from './failure.ts'
import { collect } from './options.ts'

export const factsOption = (): Option =>
  new Option('--facts <name=file>', 'give a JSON file as facts of kind "external"; may be given again')
    .argParser(collect)
    .default([], 'none')

/**
 * @throws Failure at one that is not written so, or given twice, or that no plan asks for; FactsError at a file that
 * cannot be read.
 */
export async function givenFacts(
  assignments: readonly string[],
  plans: readonly ExtractionPlan[] | undefined,
): Promise<readonly GivenFacts[]> {
  if (assignments.length === 0) return []
  const { readGiven } = await import('../runtime/facts/index.ts')
  const asked = await namesIn(plans)
  const names = new Set<string>()
  return assignments.map((assignment) => {
    const [, name = '', file = ''] = /^([^=]+)=(.+)$/s.exec(assignment) ?? []
    if (name === '') {
      throw new Failure(`--facts takes NAME=FILE, not "${assignment}"`, 'For example --facts protection=branch.json')
    }
    if (names.has(name)) throw new Failure(`the facts ${name} are given twice`, 'Give each file a name of its own.')
    if (asked !== undefined && !asked.includes(name)) throw unasked(name, asked)
    names.add(name)
    return readGiven(name, file)
  })
}

/** The names that the plans ask for; undefined where they ask for facts of any name. */
async function namesIn(plans: readonly ExtractionPlan[] | undefined): Promise<readonly string[] | undefined> {
  const { askedNames } = await import('../runtime/facts/index.ts')
  const kinds = plans?.flatMap((plan) => plan.kinds.filter(({ kind }) => kind === 'external'))
  return kinds && askedNames(kinds.flatMap(({ selections }) => selections))
}

function unasked(name: string, asked: readonly string[]): Failure {
  const known =
    asked.length === 0 ? 'It asks for no facts of other tools.' : `It asks for: ${[...new Set(asked)].join(', ')}.`
  return new Failure(`the checklist asks for no facts ${name}`, didYouMean(name, asked) || known)
}

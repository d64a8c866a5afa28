/** Facts that a checklist asks for and nobody handed over: what needs them is undecided. */
import type { Selection } from '../../../compiler/index.ts'
import { mayMeet } from '../demand/possible.ts'
import { namesIn } from './asked-names.ts'
import type { GivenFacts } from './given.ts'

/**
 * A sentence for each name that is asked for and not given; one for all where names are not asked for by themselves, but by
 * their form or not at all, and none was given that could be meant.
 */
export function missingFacts(selections: readonly Selection[], given: readonly GivenFacts[]): readonly string[] {
  const names = new Set(given.map(({ name }) => name))
  const missing = new Set<string>()
  let isNoneGiven = false
  for (const { condition } of selections) {
    const asked = namesIn(condition)
    for (const name of asked ?? []) if (!names.has(name)) missing.add(name)
    isNoneGiven ||= asked === undefined && !given.some(({ name }) => mayMeet({ name }, condition))
  }
  if (missing.size === 0 && isNoneGiven)
    return ['no facts of other tools were given by a name that is asked for: --facts NAME=FILE']
  return [...missing].sort().map((name) => `the facts ${JSON.stringify(name)} were not given: --facts ${name}=FILE`)
}

/** The skeleton of a new case. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseFile, verdicts } from './case.ts'
import { CaseError } from './errors.ts'

/** How a verdict is written at the start of a case's name. */
const verdictOf = new Map<string, string>([
  ...verdicts.map((verdict) => [verdict, verdict] as const),
  ['na', 'not applicable'],
])

/**
 * Makes `<root>/<ITEM>/<verdict>-<what>` with a `case.yaml` for that verdict and an empty `tree/`.
 * @param name such as `NET-01/fail-in-a-script` @returns the folder
 * @throws CaseError if the name says no verdict, or the case is there already.
 */
export function newCase(root: string, name: string): string {
  const [, item, word] = /^([^/]+)\/([a-z]+)-[\w-]+$/.exec(name) ?? []
  const verdict = verdictOf.get(word ?? '')
  if (item === undefined || verdict === undefined) {
    const words = [...verdictOf.keys()].filter((each) => !each.includes(' '))
    throw new CaseError(
      'case-unreadable',
      `a case is called ITEM/VERDICT-WHAT with the verdict ${words.join(', ')}, not ${name}`,
    )
  }
  const folder = join(root, item, name.slice(item.length + 1))
  if (existsSync(folder)) throw new CaseError('case-exists', `${folder} is there already`)
  mkdirSync(join(folder, 'tree'), { recursive: true })
  const places = verdict === 'fail' ? 'places:\n  - path/of/a/file:1\n' : ''
  writeFileSync(join(folder, caseFile), `verdict: ${verdict}\n${places}`)
  return folder
}

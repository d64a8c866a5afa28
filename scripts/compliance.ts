/**
 * Runs OPA's compliance cases, with the plans that OPA made of them, through the emitter, the library and the SDK.
 *
 *     node scripts/compliance.ts FOLDER        cases as OPA writes them in YAML, and with their plans in JSON
 *
 * Prints passed, failed and skipped by category, every failure, and why cases were skipped: the statements and builtins
 * that are missing. A case that is there in both forms counts once. Ends with 1 if a case failed.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { parse } from 'yaml'
import { type ComplianceCase, runCase } from '../test/support/compliance.ts'
import { libraryBytes } from '../test/support/library.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  process.stderr.write('Give a folder of cases: npm run compliance -- ../shared/opa-cases\n')
  process.exit(2)
}

interface Tally {
  passed: number
  failed: number
  skipped: number
}

const library = libraryBytes()
const tallies = new Map<string, Tally>()
const failures: string[] = []
const reasons = new Map<string, number>()

for (const [category, each] of casesIn(folder)) {
  const outcome = runCase(each, library)
  const tally = tallies.get(category) ?? { passed: 0, failed: 0, skipped: 0 }
  tallies.set(category, tally)
  tally[outcome.kind]++
  if (outcome.kind === 'failed') failures.push(`failed ${each.note}: ${outcome.why}`)
  if (outcome.kind === 'skipped') reasons.set(outcome.why, (reasons.get(outcome.why) ?? 0) + 1)
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 }
const lines = [...tallies].map(([category, tally]) => {
  for (const kind of ['passed', 'failed', 'skipped'] as const) total[kind] += tally[kind]
  return line(category, tally)
})
const skips = [...reasons].sort((a, b) => b[1] - a[1]).map(([why, count]) => `skipped ${count}: ${why}`)
process.stdout.write([...lines, ...failures, ...skips, line('total', total), ''].join('\n'))
process.exit(total.failed > 0 ? 1 : 0)

/** Cases with their categories, which are folders: those with a plan, and those of YAML that have none. */
function casesIn(root: string): readonly (readonly [string, ComplianceCase])[] {
  const files = readdirSync(root, { recursive: true }).map(String).sort()
  const read = (form: string, parser: (text: string) => unknown) =>
    files
      .filter((file) => extname(file) === form)
      .flatMap((file) => {
        const { cases } = parser(readFileSync(join(root, file), 'utf8')) as {
          readonly cases?: readonly ComplianceCase[]
        }
        return (cases ?? []).map((each) => [basename(dirname(file)), each] as const)
      })
  const planned = read('.json', JSON.parse)
  const notes = new Set(planned.map(([, { note }]) => note))
  return [...planned, ...read('.yaml', parse).filter(([, { note }]) => !notes.has(note))]
}

function line(name: string, { passed, failed, skipped }: Tally): string {
  return `${name.padEnd(24)} ${passed} passed, ${failed} failed, ${skipped} skipped`
}

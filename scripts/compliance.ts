/**
 * Runs OPA's compliance cases, with the plans that OPA made of them, through the emitter, the library and the SDK.
 *
 *     node scripts/compliance.ts FOLDER        a folder of cases: files with `cases`, each with a `plan`
 *
 * Prints passed, failed and skipped by category; a skip names what is missing. Ends with 1 if a case failed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type ComplianceCase, runCase } from '../test/support/compliance.ts'
import { libraryBytes } from '../test/support/library.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Give a folder of cases: npm run compliance -- ../shared/opa-cases/_ir-plans\n')
  process.exit(2)
}

const library = libraryBytes()
const tally = new Map<string, { passed: number; failed: number; skipped: number }>()
const notes: string[] = []

for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
  if (!name.endsWith('.json')) continue
  const parsed = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly cases?: readonly ComplianceCase[] }
  const category = relative('.', name).split(sep)[0] ?? name
  const counts = tally.get(category) ?? { passed: 0, failed: 0, skipped: 0 }
  tally.set(category, counts)
  for (const each of parsed.cases ?? []) {
    const outcome = runCase(each, library)
    counts[outcome.kind]++
    if (outcome.kind !== 'passed') notes.push(`${outcome.kind} ${each.note}: ${outcome.why}`)
  }
}

process.stdout.write(notes.map((note) => `${note}\n`).join(''))
const total = { passed: 0, failed: 0, skipped: 0 }
for (const [category, { passed, failed, skipped }] of tally) {
  process.stdout.write(`${category.padEnd(24)} ${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
process.exit(total.failed > 0 ? 1 : 0)

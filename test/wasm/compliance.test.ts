import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type ComplianceCase, runCase } from '../support/compliance.ts'
import { libraryBytes } from '../support/library.ts'

const folder = join(import.meta.dirname, '../../../shared/opa-cases/_ir-plans')
const absent = existsSync(folder) ? false : "OPA's cases are not beside this checkout"

test("OPA's cases with golden plans", { skip: absent }, async (context) => {
  const library = libraryBytes()
  const missing = new Set<string>()
  for (const category of readdirSync(folder).sort()) {
    await context.test(category, () => {
      const failures: string[] = []
      for (const name of readdirSync(join(folder, category))) {
        const { cases } = JSON.parse(readFileSync(join(folder, category, name), 'utf8')) as { cases: ComplianceCase[] }
        for (const each of cases) {
          const outcome = runCase(each, library)
          if (outcome.kind === 'failed') failures.push(`${each.note}: ${outcome.why}`)
          if (outcome.kind === 'skipped') for (const name of outcome.missing) missing.add(name)
        }
      }
      assert.deepEqual(failures, [])
    })
  }
  assert.deepEqual([...missing], [])
})

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type ComplianceCase, runCase } from '../support/compliance.ts'
import { libraryBytes } from '../support/library.ts'

const folder = join(import.meta.dirname, '../../../shared/opa-cases/_ir-plans')
const absent = existsSync(folder) ? false : "OPA's cases are not beside this checkout"

/** What OPA's own WASM does not pass either: a base document that is no object (open-policy-agent/opa#3711). */
const known = new Set(['data/toplevel integer', 'data/nested integer'])

test("OPA's cases with golden plans", { skip: absent }, async (context) => {
  const library = libraryBytes()
  for (const category of readdirSync(folder).sort()) {
    await context.test(category, () => {
      const failures: string[] = []
      for (const name of readdirSync(join(folder, category))) {
        const { cases } = JSON.parse(readFileSync(join(folder, category, name), 'utf8')) as { cases: ComplianceCase[] }
        for (const each of cases) {
          const outcome = runCase(each, library)
          if (outcome.kind === 'failed' && !known.has(each.note)) failures.push(`${each.note}: ${outcome.why}`)
        }
      }
      assert.deepEqual(failures, [])
    })
  }
})

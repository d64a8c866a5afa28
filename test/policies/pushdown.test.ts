/** Facts that a checklist cannot select are left out of the document; the answer is the same as with all of them. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadCompiled } from '../../cli/checklists.ts'
import type { ExtractionPlan } from '../../compiler/index.ts'
import { readCases } from '../../runtime/cases/index.ts'
import { withRepository } from '../../runtime/cases/repository.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { extractFacts } from '../../runtime/facts/index.ts'

const name = 'wazuh-integration'
const cases = readCases(join(import.meta.dirname, `../../policies/${name}/cases`))
const { checklists } = await loadCompiled([name])
const [checklist] = checklists
assert.ok(checklist)
const policy = loadPolicy(checklist.module)

/** The plan, asking for every fact of its kinds and scopes. */
const whole = (plan: ExtractionPlan): ExtractionPlan => ({
  ...plan,
  kinds: plan.kinds.map(({ kind, selections }) => ({
    kind,
    selections: selections.map(({ scope }) => ({ scope, condition: { kind: 'always' } })),
  })),
})

let left = 0

for (const each of cases) {
  test(each.name, async () => {
    const [few, all] = await withRepository(each, async (folder) => [
      await extractFacts(folder, [checklist.extraction]),
      await extractFacts(folder, [whole(checklist.extraction)]),
    ])
    assert.ok(few && all)
    left += all.bytes.length - few.bytes.length
    assert.deepEqual(policy.evaluate(few.bytes.buffer), policy.evaluate(all.bytes.buffer))
  })
}

test('something was left out', () => {
  assert.ok(left > 0)
})

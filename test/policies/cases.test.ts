import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { itemEvaluator } from '../../cli/cases.ts'
import { loadCompiled } from '../../cli/checklists.ts'
import { readCases, runCases } from '../../runtime/cases/index.ts'
import type { Verdict } from '../../runtime/results/model.ts'

const name = 'wazuh-integration'
const cases = readCases(join(import.meta.dirname, `../../policies/${name}/cases`))
const { checklists, diagnostics } = await loadCompiled([name])
const [checklist] = checklists
assert.ok(checklist)
// Run at once, reported one by one: the runner is the one that `proviso test` has.
const results = new Map((await runCases(cases, itemEvaluator([checklist]))).map((result) => [result.case.name, result]))

test('the checklist has no mistakes and no warnings', () => {
  assert.deepEqual(diagnostics, [])
})

test('every item has two cases that come out well, two that fail, and one where it does not apply if there are such', () => {
  for (const { id, applies } of checklist.checklist.items) {
    const own = cases.filter(({ item }) => item === id).map(({ expected }) => expected.verdict)
    const count = (...verdicts: readonly Verdict[]) => own.filter((verdict) => verdicts.includes(verdict)).length
    // What only a person can see never passes by itself.
    assert.ok(count('pass', 'review') >= 2, `${id} has too few cases that pass, or leave nothing but a question`)
    assert.ok(count('fail') >= 2, `${id} has too few cases that fail`)
    if (applies !== undefined) assert.ok(count('not applicable') > 0, `${id} has no case where it does not apply`)
  }
})

for (const each of cases) {
  test(each.name, () => {
    const result = results.get(each.name)
    assert.deepEqual(result?.differences, [], result?.reasons.join('\n'))
  })
}

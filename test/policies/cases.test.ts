import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { itemEvaluator } from '../../cli/cases.ts'
import { loadCompiled } from '../../cli/checklists.ts'
import { readCases, runCases } from '../../runtime/cases/index.ts'

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

test('every item has a case that passes and one that fails', () => {
  for (const { id } of checklist.items.items) {
    const verdicts = cases.filter(({ item }) => item === id).map(({ expected }) => expected.verdict)
    for (const verdict of ['pass', 'fail'] as const)
      assert.ok(verdicts.includes(verdict), `${id} has no case that comes to ${verdict}`)
  }
})

for (const each of cases) {
  test(each.name, () => {
    const result = results.get(each.name)
    assert.deepEqual(result?.differences, [], result?.reasons.join('\n'))
  })
}

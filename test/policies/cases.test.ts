import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadCompiled } from '../../cli/checklists.ts'
import { evaluate } from '../../cli/evaluate.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import { readCases, withRepository } from '../support/cases.ts'

const name = 'wazuh-integration'
const cases = readCases(join(import.meta.dirname, `../../policies/${name}/cases`))
const { checklists, diagnostics } = await loadCompiled([name])
const [checklist] = checklists
assert.ok(checklist)

test('the checklist has no mistakes and no warnings', () => {
  assert.deepEqual(diagnostics, [])
})

test('every item has a case that passes and one that fails', () => {
  for (const { id } of checklist.items.items) {
    const verdicts = cases.filter(({ item }) => item === id).map(({ expected }) => expected.verdict)
    for (const verdict of ['pass', 'fail'])
      assert.ok(verdicts.includes(verdict), `${id} has no case that comes to ${verdict}`)
  }
})

for (const each of cases) {
  test(each.name, async () => {
    const { expected, item } = each
    const found = await withRepository(each, async (folder) => {
      const facts = await extractFacts(folder, [checklist.extraction])
      const report = evaluate({ name: 'Proviso', version: '0' }, folder, facts, [checklist])
      return report.checklists[0]?.items.find((reported) => reported.item.id === item)
    })
    const findings = found?.checks.flatMap((check) => check.findings) ?? []
    assert.deepEqual(
      { verdict: found?.verdict, places: findings.map(({ at }) => `${at.path}:${at.line}`) },
      { verdict: expected.verdict, places: expected.places ?? [] },
      JSON.stringify(found?.undecided),
    )
    for (const part of expected.messages ?? []) {
      assert.ok(
        findings.some(({ message }) => message.includes(part)),
        `no finding says "${part}"`,
      )
    }
  })
}

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { DiagnosticJson } from '../../compiler/index.ts'
import { mistakesLog, sarifOf } from '../../sarif/index.ts'
import { golden } from '../support/golden.ts'
import { entry, finding, itemReport, place, sampleReport } from '../support/report.ts'

const tool = { name: 'Proviso', version: '1.2.3' }
const diagnostics: readonly DiagnosticJson[] = [
  {
    code: 'unknown-field',
    severity: 'error',
    message: 'url has no field "shceme"',
    hint: 'Did you mean "scheme"?',
    path: 'policies/a b.checklist',
    line: 4,
    column: 16,
    endLine: 4,
    endColumn: 22,
  },
  {
    code: 'unused-name',
    severity: 'warning',
    message: 'nothing uses "x"',
    hint: null,
    path: 'policies/a b.checklist',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
  },
]

const schemaPath = join(import.meta.dirname, '../../../shared/sarif/sarif-schema-2.1.0.json')
const absent = existsSync(schemaPath) ? false : 'the SARIF schema is not beside this checkout'

function assertValid(log: unknown): void {
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')))
  assert.ok(validate(log), JSON.stringify(validate.errors, undefined, 1))
}

test('mistakes in checklists as a log of their own', () => {
  golden(
    join(import.meta.dirname, 'golden/mistakes.sarif'),
    JSON.stringify(mistakesLog(tool, diagnostics, true), undefined, 1),
  )
})

test('a log of mistakes is valid SARIF 2.1.0, and so is one of a check with warnings', { skip: absent }, () => {
  assertValid(mistakesLog(tool, diagnostics, false))
  assertValid(mistakesLog(tool, [], false))
  assertValid(sarifOf(sampleReport(), 'github', diagnostics.slice(1)))
})

test('warnings stand beside the results of a check', () => {
  const [{ invocations }] = sarifOf(sampleReport(), 'github', diagnostics.slice(1)).runs
  assert.deepEqual(invocations[0].toolConfigurationNotifications, [
    {
      descriptor: { id: 'unused-name' },
      level: 'warning',
      message: { text: 'policies/a b.checklist:1:1: Nothing uses "x".' },
    },
  ])
})

const notesOf = (item: ReturnType<typeof itemReport>): readonly string[] => {
  const report = sampleReport()
  const checklists = report.checklists.map((checklist) => ({ ...checklist, items: [item] }))
  const [{ invocations }] = sarifOf({ ...report, unread: [], checklists }, 'github').runs
  return invocations[0].toolExecutionNotifications.map(({ message }) => message.text)
}

test('an undecided item is told of, also where no file is to blame', () => {
  const undecided = itemReport(entry('A-1', 'a'), 'undecided', {
    undecided: [
      { check: 0, reason: 'the facts have no call' },
      { check: 1, reason: 'the facts have no call' },
      { check: 1, reason: 'does not parse', path: 'x.py' },
    ],
  })
  assert.ok(notesOf(undecided).includes("sample/A-1 is undecided: the facts have no call; 'x.py' does not parse."))
})

test('findings beyond the limit are counted', () => {
  const checks = [
    { examined: 9, matched: 9, total: 9, evidence: [], findings: [finding(place('a', 1), 'm')] },
    { examined: 1, matched: 1, total: 1, evidence: [], findings: [finding(place('a', 2), 'm')] },
  ]
  const texts = notesOf(itemReport(entry('A-1', 'a'), 'fail', { checks }))
  assert.ok(texts.includes('sample/A-1 has 10 findings, and 8 of them are not among the results.'))
})

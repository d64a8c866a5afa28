import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { Report } from '../../runtime/results/model.ts'
import { profiles, sarifOf, serialize } from '../../sarif/index.ts'
import { uriOf } from '../../sarif/locations.ts'
import { golden } from '../support/golden.ts'
import { entry, finding, itemReport, place, sampleReport } from '../support/report.ts'

const schemaPath = join(import.meta.dirname, '../../../shared/sarif/sarif-schema-2.1.0.json')
const absent = existsSync(schemaPath) ? false : 'the SARIF schema is not beside this checkout'

for (const profile of profiles) {
  test(`the ${profile} profile of a report with every verdict`, () => {
    golden(
      join(import.meta.dirname, `golden/${profile}.sarif`),
      JSON.stringify(sarifOf(sampleReport(), profile), undefined, 1),
    )
  })

  test(`the ${profile} profile is valid SARIF 2.1.0`, { skip: absent }, () => {
    const ajv = new AjvDraft04.default({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')))
    assert.ok(validate(sarifOf(sampleReport(), profile)), JSON.stringify(validate.errors, undefined, 1))
  })
}

const resultsOf = (report: Report, profile: 'audit' | 'github' = 'audit') => sarifOf(report, profile).runs[0].results

test('every item has a result in the audit profile, only failures have one for GitHub', () => {
  const kinds = resultsOf(sampleReport()).map((result) => result.kind)
  assert.deepEqual(kinds, ['fail', 'fail', 'open', 'review', 'notApplicable', 'pass'])
  assert.deepEqual(
    resultsOf(sampleReport(), 'github').map((result) => result.ruleId),
    ['sample/NET-01', 'sample/DOC-01'],
  )
})

test('lines that move keep their alerts, and what is missing does not hang on the line where one looks', () => {
  const before = sampleReport()
  const moved = structuredClone(before)
  const text = before.sources.get('src/client.py') as string
  const [check] = moved.checklists[0]?.items[0]?.checks ?? []
  const [found] = check?.findings ?? []
  const shifted: Report = {
    ...before,
    sources: new Map([
      ['src/client.py', `# a comment\n\n${text}`],
      ['README.md', 'changed'],
    ]),
    checklists: before.checklists.map((checklist) => ({
      ...checklist,
      items: checklist.items.map((item, index) =>
        index === 0 && found !== undefined && check !== undefined
          ? { ...item, checks: [{ ...check, findings: [{ ...found, at: place('src/client.py', 4, 8, 27) }] }] }
          : item,
      ),
    })),
  }
  const fingerprints = (report: Report) => resultsOf(report, 'github').map((result) => result.partialFingerprints)
  assert.deepEqual(fingerprints(shifted), fingerprints(before))
})

test('GitHub is given the 5,000 worst, and told how many were left out', () => {
  const many = (id: string, severity: 'low' | 'high', count: number) =>
    itemReport(entry(id, id, { severity }), 'fail', {
      checks: [
        {
          examined: count,
          matched: count,
          total: count,
          evidence: [],
          findings: Array.from({ length: count }, (_, i) => finding(place('a', i + 1), 'm')),
        },
      ],
    })
  const report = sampleReport()
  const [checklist] = report.checklists
  assert.ok(checklist)
  const log = sarifOf(
    { ...report, checklists: [{ ...checklist, items: [many('A-1', 'low', 3000), many('B-1', 'high', 3000)] }] },
    'github',
  )
  assert.equal(log.runs[0].results.length, 5000)
  assert.equal(log.runs[0].results.filter((result) => result.ruleId === 'sample/B-1').length, 3000)
  const texts = log.runs[0].invocations[0].toolExecutionNotifications.map((notification) => notification.message.text)
  assert.ok(texts.includes('1000 results of the lowest severity were left out.'))
})

test('a value that is handed on is shown with its way', () => {
  const report = sampleReport()
  const [checklist] = report.checklists
  assert.ok(checklist)
  const way = { ...finding(place('a.py', 4), 'm'), way: [place('a.py', 4), place('a.py', 8), place('b.py', 2)] }
  const check = { examined: 2, matched: 2, total: 2, evidence: [], findings: [way, finding(place('a.py', 5), 'm')] }
  const item = itemReport(entry('A-1', 'a'), 'fail', { checks: [check] })
  const flows = resultsOf({ ...report, checklists: [{ ...checklist, items: [item] }] }).map(({ codeFlows }) =>
    codeFlows?.map(({ threadFlows: [{ locations }] }) =>
      locations.map(({ location: { physicalLocation } }) => [
        physicalLocation.artifactLocation.uri,
        physicalLocation.region.startLine,
      ]),
    ),
  )
  assert.deepEqual(flows, [
    [
      [
        ['a.py', 4],
        ['a.py', 8],
        ['b.py', 2],
      ],
    ],
    undefined,
  ])
})

test('the same report gives the same bytes', () => {
  assert.equal(serialize(sarifOf(sampleReport(), 'audit')), serialize(sarifOf(sampleReport(), 'audit')))
})

test('paths become URIs', () => {
  const table = {
    'src/a b.py': 'src/a%20b.py',
    'c:d/e.py': './c:d/e.py',
    'x#y?.md': 'x%23y%3F.md',
    'ü/%.txt': '%C3%BC/%25.txt',
    'line\nend': 'line%0Aend',
  }
  for (const [path, uri] of Object.entries(table)) assert.equal(uriOf(path), uri)
})

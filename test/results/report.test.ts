import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer, ItemAnswer } from '../../compiler/index.ts'
import { pathsToShow, reportOf } from '../../runtime/results/report.ts'
import { entry, place } from '../support/report.ts'

const anchor = place('README.md', 1, 1, 1)
const scanned = {
  repository: { folder: '.', prefix: '', files: 2, leftOut: { tests: 0, vendored: 0, generated: 0 }, notes: [] },
  document: {
    anchors: { repository: anchor },
    undecided: [
      { path: 'a.py', reason: 'does not parse from line 3', kinds: ['call' as const] },
      { path: 'a.py', reason: 'is not UTF-8', kinds: ['url' as const] },
      { path: 'a.py', reason: 'is not UTF-8', kinds: ['call' as const] },
    ],
  },
}
const nothing: ItemAnswer = { verdict: 'pass', checks: [], reviews: [], undecided: [] }
const found = (at = place('a.py', 7)) => ({ at, related: [], message: 'm', fields: {} })
const check = { examined: 1, matched: 1, evidence: [place('a.py', 5)], findings: [found()] }

function reportFor(items: readonly ReturnType<typeof entry>[], answers: Record<string, ItemAnswer>) {
  const answer: Answer = { language: 1, checklist: 'c', version: '1.0.0', items: answers }
  return reportOf({ name: 'Proviso', version: '0' }, scanned, [
    { table: { id: 'c', version: '1.0.0', title: 'C', items }, answer },
  ])
}

test('a finding gets the fix of its own check', () => {
  const item = entry('A-1', 'a', { checks: [{ form: 'no' }, { form: 'every', fix: 'Do it.' }] })
  const report = reportFor([item], { 'A-1': { ...nothing, verdict: 'fail', checks: [check, check] } })
  assert.deepEqual(
    report.checklists[0]?.items[0]?.checks.map((each) => each.findings[0]?.fix),
    [undefined, 'Do it.'],
  )
})

test('what a check counts is no finding; what it finds is one each, shown or not', () => {
  const item = entry('A-1', 'a', { checks: [{ form: 'some' }, { form: 'at most' }, { form: 'no' }] })
  const counted = [0, 7, 1200].map((matched) => ({ ...check, matched }))
  const report = reportFor([item], { 'A-1': { ...nothing, verdict: 'fail', checks: counted } })
  assert.deepEqual(
    report.checklists[0]?.items[0]?.checks.map(({ total }) => total),
    [1, 1, 1200],
  )
})

test('what a check asks for more of is missing, and its file is not shown', () => {
  const item = entry('A-1', 'a', { checks: [{ form: 'some' }] })
  const report = reportFor([item], {
    'A-1': { ...nothing, verdict: 'fail', checks: [{ ...check, findings: [found(anchor)] }] },
  })
  assert.equal(report.checklists[0]?.items[0]?.checks[0]?.findings[0]?.missing, true)
  assert.deepEqual([...pathsToShow(report)], [])
})

test('a place that several things of a finding share is related to it once', () => {
  const [first, other] = [place('a.py', 3), place('a.py', 4)]
  const findings = [{ ...found(), related: [first, { ...first }, other, { ...first }] }]
  const report = reportFor([entry('A-1', 'a')], {
    'A-1': { ...nothing, verdict: 'fail', checks: [{ ...check, findings }] },
  })
  assert.deepEqual(report.checklists[0]?.items[0]?.checks[0]?.findings[0]?.related, [first, other])
})

test('a value that goes several ways from one place is one finding, told by the shortest', () => {
  const [first, other] = [place('a.py', 3), place('a.py', 4)]
  const findings = [
    { ...found(), related: [first], via: [first, other] },
    { ...found(), related: [other], via: [other] },
    { ...found(), message: 'n' },
  ]
  const report = reportFor([entry('A-1', 'a', { checks: [{ form: 'no' }] })], {
    'A-1': { ...nothing, verdict: 'fail', checks: [{ ...check, matched: 9, findings }] },
  })
  const told = report.checklists[0]?.items[0]?.checks[0]
  assert.deepEqual(
    told?.findings.map(({ message, way, related }) => ({ message, way, related })),
    [
      { message: 'm', way: [place('a.py', 7), other], related: [first, other] },
      { message: 'n', way: undefined, related: [] },
    ],
  )
  assert.equal(told?.total, 8)
})

test('what is done with a value decides whether a finding stands there, or at the call that hands the value on', () => {
  const done = place('b.py', 9)
  const findings = [{ ...found(), via: [place('a.py', 8), done] }]
  const item = entry('A-1', 'a', { checks: [{ form: 'no' }, { form: 'no', whereDone: true }] })
  const report = reportFor([item], {
    'A-1': {
      ...nothing,
      verdict: 'fail',
      checks: [
        { ...check, findings },
        { ...check, findings },
      ],
    },
  })
  const way = [place('a.py', 7), place('a.py', 8), done]
  assert.deepEqual(
    report.checklists[0]?.items[0]?.checks.map(({ findings: [one] }) => [one?.at, one?.way]),
    [
      [place('a.py', 7), way],
      [done, way],
    ],
  )
})

test('an item stands where it was examined first, else at the anchor of the repository', () => {
  const report = reportFor([entry('A-1', 'a'), entry('B-1', 'b')], {
    'A-1': { ...nothing, checks: [check] },
    'B-1': nothing,
  })
  assert.deepEqual(
    report.checklists[0]?.items.map((item) => item.anchor),
    [place('a.py', 5), anchor],
  )
})

test('a file that could not be read is told once, with every reason', () => {
  assert.deepEqual(reportFor([], {}).unread, [{ path: 'a.py', reason: 'does not parse from line 3; is not UTF-8' }])
})

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { codeFrame, linesToShow } from '../../cli/render/frame.ts'
import { type Style, visible } from '../../cli/render/style.ts'
import { renderTerminal } from '../../cli/render/terminal.ts'
import type { ItemReport } from '../../runtime/results/model.ts'
import { golden } from '../support/golden.ts'
import { finding, place, sampleReport } from '../support/report.ts'

const same = (text: string) => text
const plain: Style = { strong: same, faint: same, bad: same, good: same, doubtful: same, accent: same, width: 100 }

test('a report with every verdict, as a terminal shows it', () => {
  golden(join(import.meta.dirname, 'golden/terminal.txt'), renderTerminal(sampleReport(), plain))
})

test('the findings that are counted are those of failed items: those of undecided ones are not shown', () => {
  const report = sampleReport()
  const withFinding = (item: ItemReport): ItemReport => {
    const check = { examined: 1, matched: 1, total: 1, evidence: [], findings: [finding(place('a.py', 1), 'm')] }
    return item.verdict === 'undecided' ? { ...item, checks: [check] } : item
  }
  const checklists = report.checklists.map((each) => ({ ...each, items: each.items.map(withFinding) }))
  assert.equal(renderTerminal({ ...report, checklists }, plain), renderTerminal(report, plain))
})

test('carets stand under the place, behind tabs and in the middle of a long line', () => {
  assert.deepEqual(codeFrame(linesToShow('a\n\tb = cd\n'), place('f', 2, 6, 8), plain), [
    '1 | a',
    '2 |     b = cd',
    '  |         ^^',
  ])
  const long = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`
  const [line, carets] = codeFrame(linesToShow(long), place('f', 1, 501, 505), plain)
  const at = carets?.indexOf('^') ?? -1
  assert.equal(line?.slice(at, at + 4), 'HERE')
  assert.equal(carets?.trim().slice(-4), '^^^^')
})

test('what a hostile file holds cannot steer the terminal', () => {
  assert.equal(visible('a\u001b[2Jb\u202ec\nd'), 'a\\u{1b}[2Jb\\u{202e}c\\u{a}d')
})

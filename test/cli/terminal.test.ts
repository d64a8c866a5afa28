import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { codeFrame } from '../../cli/render/frame.ts'
import { type Style, visible } from '../../cli/render/style.ts'
import { renderTerminal } from '../../cli/render/terminal.ts'
import { golden } from '../support/golden.ts'
import { place, sampleReport } from '../support/report.ts'

const same = (text: string) => text
const plain: Style = { strong: same, faint: same, bad: same, good: same, doubtful: same, accent: same, width: 100 }

test('a report with every verdict, as a terminal shows it', () => {
  golden(join(import.meta.dirname, 'golden/terminal.txt'), renderTerminal(sampleReport(), plain))
})

test('carets stand under the place, behind tabs and in the middle of a long line', () => {
  assert.deepEqual(codeFrame('a\n\tb = cd\n', place('f', 2, 6, 8), plain), [
    '1 | a',
    '2 |     b = cd',
    '  |         ^^',
  ])
  const long = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`
  const [line, carets] = codeFrame(long, place('f', 1, 501, 505), plain)
  const at = carets?.indexOf('^') ?? -1
  assert.equal(line?.slice(at, at + 4), 'HERE')
  assert.equal(carets?.trim().slice(-4), '^^^^')
})

test('what a hostile file holds cannot steer the terminal', () => {
  assert.equal(visible('a\u001b[2Jb\u202ec\nd'), 'a\\u{1b}[2Jb\\u{202e}c\\u{a}d')
})

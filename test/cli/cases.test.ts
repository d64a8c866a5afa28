import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { newCase, readCases } from '../../runtime/cases/index.ts'
import { withRepository } from '../../runtime/cases/repository.ts'
import { proviso } from '../support/command.ts'

const root = mkdtempSync(join(tmpdir(), 'proviso-cases-test-'))
after(() => rmSync(root, { recursive: true, force: true }))

const write = (path: string, text: string): void => {
  const whole = join(root, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, text)
}

write(
  'own/own.checklist',
  'checklist own 1.0.0 "Own"\n\nitem A-1 "No eval"\n  severity high\n  no call where callee is "eval"\n  message "{callee} is called"\n\nitem B-1 "Kept"\n  severity low\n  some file where name is ".keep" and tracked\n  message "none"\n',
)
write('own/cases/A-1/fail-eval/case.yaml', 'verdict: fail\nplaces: [main.py:2]\nmessages: [eval is]\n')
write('own/cases/A-1/fail-eval/tree/main.py', '\neval("1")\n')
write('own/cases/A-1/pass-none/case.yaml', 'verdict: pass\n')
write('own/cases/B-1/pass-kept/case.yaml', 'verdict: pass\n')
write('own/cases/B-1/pass-kept/tree/dot-keep', '')
write('own/cases/B-1/fail-untracked/case.yaml', 'verdict: fail\nplaces: [.keep:1]\nuntracked: [.keep]\n')
write('own/cases/B-1/fail-untracked/tree/dot-keep', '')
write('own/cases/B-1/fail-untracked/tree/other', 'x\n')

test('a checklist is tried on the cases beside it', () => {
  const { code, out, err } = proviso(['test', 'own'], root)
  assert.equal(code, 0, out + err)
  assert.match(out, /4 cases: all as expected/)
})

test('a case gives facts of other tools', () => {
  write(
    'given/given.checklist',
    'checklist given 1.0.0 "Given"\n\nitem A-1 "None on"\n  severity high\n  no external where name is "p" and value is true\n  message "{key} is on"\n',
  )
  write(
    'given/cases/A-1/fail-on/case.yaml',
    'verdict: fail\nplaces: [main.py:1]\nmessages: [force is on]\nfacts: {p: on.json}\n',
  )
  write('given/cases/A-1/fail-on/on.json', '{"force": true}')
  write('given/cases/A-1/fail-on/tree/main.py', '')
  write('given/cases/A-1/pass-off/case.yaml', 'verdict: pass\nfacts: {p: off.json}\n')
  write('given/cases/A-1/pass-off/off.json', '{"force": false}')
  write('given/cases/A-1/undecided-not-given/case.yaml', 'verdict: undecided\n')
  const { code, out, err } = proviso(['test', 'given'], root)
  assert.equal(code, 0, out + err)
  assert.match(out, /3 cases: all as expected/)
})

test('what does not come out is shown beside what was expected, in every format', () => {
  write('bad/bad.checklist', readFileSync(join(root, 'own/own.checklist'), 'utf8').replace('own 1.0.0', 'bad 1.0.0'))
  write(
    'bad/cases/A-1/fail-<eval>/case.yaml',
    'verdict: fail\nplaces: [main.py:1, main.py:9]\nmessages: [no such words]\n',
  )
  write('bad/cases/A-1/fail-<eval>/tree/main.py', '\neval("1")\n')
  write('bad/cases/A-1/pass-eval/case.yaml', 'verdict: pass\n')
  write('bad/cases/A-1/pass-eval/tree/main.py', 'eval("1")\n')
  write('bad/cases/C-9/pass-nothing/case.yaml', 'verdict: pass\n')
  const shown = proviso(['test', 'bad'], root)
  assert.equal(shown.code, 1)
  assert.match(
    shown.out,
    /FAIL A-1\/fail-<eval> bad\/cases\/A-1\/fail-<eval>\n {4}places {4}expected main\.py:1\n {14} {9}main\.py:9\n {14}got {6}main\.py:2\n {4}messages {2}expected no such words\n/,
  )
  assert.match(shown.out, /verdict {3}expected pass\n {14}got {6}fail/)
  assert.match(shown.out, /the checklist has no such item/)
  assert.match(shown.out, /3 cases: 3 not as expected/)
  const { out } = proviso(['test', 'bad', '--filter', 'pass-eval', '--format', 'json'], root)
  assert.deepEqual(JSON.parse(out).cases[0].differences[0], { what: 'verdict', expected: 'pass', got: 'fail' })
  const file = join(root, 'results/cases.xml')
  assert.equal(proviso(['test', 'bad', 'A-1', '--format', 'junit', '--output', file], root).code, 1)
  const xml = readFileSync(file, 'utf8')
  assert.match(xml, /<testsuite name="A-1" tests="2" failures="2">/)
  assert.match(xml, /<testcase classname="A-1" name="fail-&lt;eval&gt;"/)
})

test('items and cases are chosen by name', () => {
  assert.equal(proviso(['test', 'own', 'B-1', '--list'], root).out, 'B-1/fail-untracked\nB-1/pass-kept\n')
  assert.equal(proviso(['test', 'own', 'A-1/pass-none', '--list'], root).out, 'A-1/pass-none\n')
  const { code, err } = proviso(['test', 'own', 'Z-1'], root)
  assert.equal(code, 2)
  assert.match(err, /no checklist, item or case "Z-1"/)
  assert.equal(proviso(['test', 'own', '--filter', 'nothing has this'], root).code, 3)
})

test('a new case is a folder with what has to be filled in', () => {
  const { code, err } = proviso(['test', 'own', '--new', 'A-1/na-no-code'], root)
  assert.equal(code, 0, err)
  const folder = join(root, 'own/cases/A-1/na-no-code')
  assert.deepEqual(readdirSync(folder).sort(), ['case.yaml', 'tree'])
  assert.equal(readFileSync(join(folder, 'case.yaml'), 'utf8'), 'verdict: not applicable\n')
  rmSync(folder, { recursive: true })
  const misspelt = proviso(['test', 'own', '--new', 'A-11/fail-x'], root)
  assert.equal(misspelt.code, 2)
  assert.match(misspelt.err, /there is no item "A-11"\nDid you mean "A-1"\?/)
  assert.ok(!existsSync(join(root, 'own/cases/A-11')))
  const cases = join(root, 'new/cases')
  newCase(cases, 'A-1/fail-x')
  assert.match(readFileSync(join(cases, 'A-1/fail-x/case.yaml'), 'utf8'), /^verdict: fail\nplaces:\n/)
  assert.throws(() => newCase(cases, 'A-1/fail-x'), { code: 'case-exists' })
  assert.throws(() => newCase(cases, 'A-1/maybe-x'), { code: 'case-unreadable', message: /VERDICT-WHAT/ })
  assert.throws(() => newCase(cases, '../A-1/pass-x'), { code: 'case-unreadable' })
})

test('what a case says has to make sense', () => {
  const table: readonly (readonly [string, RegExp])[] = [
    ['verdict: passed\n', /has to give for "verdict" one of pass, fail/],
    ['verdit: pass\n', /unknown key "verdit"/],
    ['places: []\n', /says no verdict/],
    ['verdict: fail\nplaces: main.py:1\n', /has to give for "places" a list of texts/],
    ['verdict: pass\nmodes: { a: 0644 }\n', /in quotes where it looks like a number/],
    ['verdict: [\n', /could not be read/],
    ['', /has to say at least/],
  ]
  for (const [text, message] of table) {
    write('sense/X-1/pass-x/case.yaml', text)
    assert.throws(() => readCases(join(root, 'sense')), { code: 'case-unreadable', message }, text)
  }
})

test('the repository of a case has dots, links, modes and an index, and is gone afterwards', async () => {
  write(
    'made/X-1/pass-x/case.yaml',
    'verdict: pass\nlinks: { deep/link: ../a.sh }\nmodes: { a.sh: "4755" }\nscan: deep\n',
  )
  write('made/X-1/pass-x/tree/a.sh', '#!/bin/sh\n')
  write('made/X-1/pass-x/tree/dot-hidden/dot-x', '')
  const [each] = readCases(join(root, 'made'))
  assert.ok(each)
  let made = ''
  await withRepository(each, async (scanned) => {
    made = dirname(scanned)
    assert.deepEqual(readdirSync(made).sort(), ['.git', '.hidden', 'a.sh', 'deep'])
    assert.deepEqual(readdirSync(join(made, '.hidden')), ['.x'])
    const index = readFileSync(join(made, '.git/index'), 'latin1')
    for (const path of ['a.sh', '.hidden/.x', 'deep/link']) assert.ok(index.includes(path), path)
  })
  assert.equal(existsSync(made), false)
})

import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { proviso } from '../support/command.ts'
import { golden } from '../support/golden.ts'

const root = mkdtempSync(join(tmpdir(), 'proviso-explain-'))
after(() => rmSync(root, { recursive: true, force: true }))
// Beside no repository, so that nothing of this checkout shows.
cpSync(join(import.meta.dirname, '../../examples/flawed-integration'), join(root, 'flawed'), { recursive: true })
const flawed = join(root, 'flawed')

test('the example, item by item and place by place', () => {
  const asked = [
    ['PROC-01'],
    ['RULE-03'],
    ['IN-03'],
    ['IN-03', 'wodle/acme_events.py:17'],
    ['PROC-01', 'wodle/run.sh:5'],
  ]
  const texts = asked.map((args) => {
    const { code, out, err } = proviso(['explain', ...args], flawed)
    assert.equal(code, 0, err)
    // Where a sentence stands in its checklist changes with every other item.
    return `== ${args.join(' ')}\n${out.replaceAll(/checklist line \d+/g, 'checklist line …')}`
  })
  golden(join(import.meta.dirname, 'golden/explain.txt'), texts.join('\n'))
})

test('for programs', () => {
  const item = JSON.parse(proviso(['explain', 'PROC-02', '--format', 'json'], flawed).out)
  assert.equal(item.verdict, 'fail')
  assert.deepEqual(item.checks[0].subjects[0].clauses[0], {
    says: 'errexit',
    holds: false,
    found: [{ name: 'errexit', value: 'false' }],
    parts: [],
  })
  const place = JSON.parse(proviso(['explain', 'PROC-02', 'wodle/run.sh', '--format', 'json'], flawed).out)
  assert.equal(place.sentences[0].subjects[0].outcome, 'finding')
})

test('where too little is there, what is there instead is extracted as well', () => {
  const checklist = join(root, 'titles.checklist')
  const sentence = 'some section where title is "Limits"\n  message "Nothing is said of limits"'
  writeFileSync(checklist, `checklist titles 1.0.0 "T"\nitem A-1 "t"\n  severity low\n  ${sentence}\n`)
  const [check] = JSON.parse(
    proviso(['explain', 'A-1', '--checklist', checklist, '--format', 'json'], flawed).out,
  ).checks
  assert.deepEqual([check.examined, check.missing.message], [0, 'Nothing is said of limits'])
  assert.equal(check.missing.at.path, 'README.md')
  assert.deepEqual(check.subjects[1].clauses[0].found, [{ name: 'title', value: '"Installation"' }])
})

test('a path may be given from here, from the scanned folder, with a column', () => {
  for (const path of ['flawed/wodle/run.sh:5', 'wodle/run.sh:5:1']) {
    const { code, out, err } = proviso(['explain', 'PROC-01', path, '--folder', 'flawed'], root)
    assert.equal(code, 0, err)
    assert.match(out, /It is a finding/)
  }
})

test('parameters decide as they do for check', () => {
  const { out } = proviso(['explain', 'RULE-03', '--parameter', 'minimum_rule_id=5'], flawed)
  assert.match(out, /minimum_rule_id is 5|^PASS/m)
  assert.match(out, /2 wazuh_rules come into question, none is a finding/)
})

test('what there is not', () => {
  const none = proviso(['explain', 'PROC-99'], flawed)
  assert.deepEqual([none.code, none.err.split('\n')[0]], [2, 'proviso: there is no item "PROC-99"'])
  const nowhere = proviso(['explain', 'PROC-01', 'nothing.py'], flawed)
  assert.equal(nowhere.code, 2)
  assert.match(nowhere.err, /there is no file nothing\.py among those that are checked/)
  const beyond = proviso(['explain', 'PROC-02', 'wodle/run.sh:4711'], flawed)
  assert.equal(beyond.code, 2)
  assert.match(beyond.err, /^proviso: wodle\/run\.sh has no line 4711\nIts lines are 1 to \d+\.\n/)
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { proviso } from '../support/command.ts'

const root = mkdtempSync(join(tmpdir(), 'proviso-edit-'))
after(() => rmSync(root, { recursive: true, force: true }))

const untidy =
  'checklist a 1.0.0 "A"\nitem A-1   "T"\n   severity low\n   no call where callee is "x"\n   message "m"\n'
const tidy = 'checklist a 1.0.0 "A"\n\nitem A-1 "T"\n  severity low\n  no call where callee is "x"\n  message "m"\n'
const broken = untidy.replace('callee', 'calee')

const folderWith = (name: string, files: Readonly<Record<string, string>>): string => {
  mkdirSync(join(root, name), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, name, file), text)
  return join(root, name)
}

test('fmt writes files in their canonical form, keeps their permissions, and leaves nothing beside them', () => {
  const folder = folderWith('fmt', { 'a.checklist': untidy })
  chmodSync(join(folder, 'a.checklist'), 0o640)
  const checked = proviso(['fmt', '--check', '.'], folder)
  assert.equal(checked.code, 1)
  assert.match(checked.err, /not in its canonical form: a\.checklist\n1 file, 1 to format/)
  assert.equal(readFileSync(join(folder, 'a.checklist'), 'utf8'), untidy)
  assert.equal(proviso(['fmt', '.'], folder).code, 0)
  assert.equal(readFileSync(join(folder, 'a.checklist'), 'utf8'), tidy)
  assert.equal(statSync(join(folder, 'a.checklist')).mode & 0o777, 0o640)
  assert.deepEqual(readdirSync(folder), ['a.checklist'])
  assert.equal(proviso(['fmt', '--check', '.'], folder).code, 0)
})

test('fmt leaves a file with mistakes as it is, formats the others, and says the same as check', () => {
  const folder = folderWith('fmt-broken', {
    'a.checklist': broken,
    'b.checklist': untidy.replace('checklist a', 'checklist b'),
  })
  const { code, err } = proviso(['fmt', '.'], folder)
  assert.equal(code, 2)
  assert.match(err, /formatted: b\.checklist/)
  assert.equal(readFileSync(join(folder, 'a.checklist'), 'utf8'), broken)
  const formatted = JSON.parse(proviso(['fmt', 'a.checklist', '--format', 'json'], folder).out)
  const checked = JSON.parse(proviso(['check', '.', '--checklist', 'a.checklist', '--format', 'json'], folder).out)
  assert.deepEqual(formatted, checked)
  const [{ code: kind, hint, ...place }] = formatted.diagnostics
  assert.equal(kind, 'unknown-field')
  assert.equal(hint, 'Did you mean "callee"?')
  assert.deepEqual([place.path, place.line, place.column, place.endColumn], ['a.checklist', 4, 18, 23])
  const { out } = proviso(['compile', 'a.checklist', '--output', 'x', '--format', 'sarif'], folder)
  const [run] = JSON.parse(out).runs
  assert.equal(run.results[0].ruleId, 'unknown-field')
  assert.equal(run.invocations[0].executionSuccessful, false)
  assert.deepEqual(readdirSync(folder), ['a.checklist', 'b.checklist'], 'nothing was written')
})

test('fmt formats standard input', () => {
  const main = join(import.meta.dirname, '../../cli/main.ts')
  const run = (input: string) => spawnSync(process.execPath, [main, 'fmt', '--stdin'], { input, encoding: 'utf8' })
  assert.equal(run(untidy).stdout, tidy)
  const { status, stdout, stderr } = run('checklist a 1.0.0 "A\n')
  assert.deepEqual([status, stdout], [2, ''])
  assert.match(stderr, /error\[unclosed-text\]/)
})

test('fix mends what it knows, shows it, and leaves nothing beside the file', () => {
  const folder = folderWith('fix', { 'a.checklist': broken })
  const dry = proviso(['fix', 'a.checklist', '--dry-run'], folder)
  assert.equal(dry.code, 0, dry.err)
  assert.match(dry.out, /a\.checklist:4:18 call has no field "calee" → write callee\n4 - .*calee.*\n4 \+ .*callee/)
  assert.match(dry.err, /1 mistake would be mended, 0 errors left/)
  assert.equal(readFileSync(join(folder, 'a.checklist'), 'utf8'), broken)
  assert.equal(proviso(['fix', '.'], folder).code, 0)
  assert.equal(readFileSync(join(folder, 'a.checklist'), 'utf8'), untidy)
  assert.deepEqual(readdirSync(folder), ['a.checklist'])
})

test('a line that is chosen for belongs to one file', () => {
  const folder = folderWith('fix-two', { 'a.checklist': broken, 'b.checklist': broken })
  const { code, err } = proviso(['fix', '.', '--choose', '4=1'], folder)
  assert.equal(code, 2)
  assert.match(err, /--choose names a line, so it takes one file/)
})

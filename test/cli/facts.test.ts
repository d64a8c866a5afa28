import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { proviso } from '../support/command.ts'

const folder = mkdtempSync(join(tmpdir(), 'proviso-facts-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'main.py'), 'import os\nos.getcwd()\n')
writeFileSync(join(folder, 'a.yaml'), 'a: 1\n')

test('one kind, one fact a line', () => {
  const { code, out } = proviso(['facts', folder, '--kind', 'setting', '--kind', 'import', '--format', 'ndjson'])
  assert.equal(code, 0)
  const facts = out.trimEnd().split('\n')
  assert.deepEqual(
    facts.map((line) => JSON.parse(line)).map(({ kind, key, module }) => [kind, key ?? module]),
    [
      ['import', 'os'],
      ['setting', 'a'],
    ],
  )
})

test('one kind, as a document that holds no other but files', () => {
  const document = JSON.parse(proviso(['facts', folder, '--kind', 'setting']).out)
  assert.deepEqual(Object.keys(document.extracted), ['setting'])
  assert.equal(document.call, undefined)
})

test('what became of a file', () => {
  const { code, out } = proviso(['facts', folder, '--kind', 'setting', '--explain', 'main.py'])
  assert.equal(code, 0)
  assert.match(out, /^main\.py\n.*role +code, by its language\n.*setting is asked for, and nothing reads/s)
  const nowhere = proviso(['facts', folder, '--explain', 'nowhere\u001b[2J'])
  assert.equal(nowhere.code, 2)
  assert.match(nowhere.err, /^proviso: nowhere\\u\{1b\}\[2J does not exist/)
})

test('what is extracted', () => {
  const { out } = proviso(['facts', folder, '--kind', 'manifest', '--show-extraction'])
  assert.equal(out, 'manifest, by manifests\n  anywhere\n')
})

test('budgets', () => {
  const document = JSON.parse(proviso(['facts', folder, '--kind', 'setting', '--max-file-size', '2']).out)
  assert.equal(document.undecided[0].reason, 'is larger than 2 bytes')
  assert.equal(proviso(['facts', folder, '--kind', 'settings']).code, 2)
  assert.equal(proviso(['facts', folder, '--timeout', '0']).code, 2)
})

test('facts of other tools', () => {
  writeFileSync(join(folder, 'given.json'), '{"a": [true]}')
  const given = (...more: readonly string[]) => proviso(['facts', folder, '--kind', 'external', ...more], folder)
  const document = JSON.parse(given('--facts', 'x=given.json').out)
  assert.deepEqual(document.external[0].key, 'a')
  assert.match(given('--facts', 'x=nowhere.json').err, /facts x cannot be read: nowhere\.json does not exist/)
  assert.match(given('--facts', 'given.json').err, /--facts takes NAME=FILE, not "given\.json"/)
  assert.match(given('--facts', 'x=given.json', '--facts', 'x=a.yaml').err, /x are given twice/)
  assert.match(given('--facts', 'x=a.yaml').err, /a\.yaml:1:1 is not JSON/)
  const asked = proviso(['facts', folder, '--checklist', 'wazuh-integration', '--facts', 'x=given.json'], folder)
  assert.match(asked.err, /the checklist asks for no facts x\n/)
  assert.match(JSON.parse(given().out).undecided[0].reason, /--facts NAME=FILE$/)
})

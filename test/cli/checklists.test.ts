import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { findEntries } from '../../cli/checklists/find.ts'
import { loadTyped } from '../../cli/checklists.ts'

const root = mkdtempSync(join(tmpdir(), 'proviso-checklists-'))
after(() => rmSync(root, { recursive: true, force: true }))

const write = (path: string, text: string): string => {
  const whole = join(root, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, text)
  return whole
}

const head = (id: string) => `checklist ${id} 1.0.0 "T"\n`
const item = 'item A-1 "T"\n  severity low\n  no call where callee is "eval"\n  message "m"\n'

test('every checklist of a folder is found, however deep it lies and however its first line is written', () => {
  write('deep/one.checklist', head('one'))
  write('deep/a/b/c/two.checklist', head('two'))
  write('deep/bom.checklist', `\ufeff${head('bom')}`)
  write('deep/indented.checklist', `  ${head('indented')}`)
  write('deep/misspelt.checklist', `cheklist misspelt 1.0.0 "T"\n${item}`)
  write('deep/common/words.checklist', 'define wrapper as script where role is "wrapper"\n')
  write('deep/node_modules/other/x.checklist', head('x'))
  write('deep/.hidden/y.checklist', head('y'))
  symlinkSync('..', join(root, 'deep/a/around'))
  const found = findEntries([join(root, 'deep')]).map(({ path, kind }) => `${path} ${kind}`)
  assert.deepEqual(found, [
    'deep/a/b/c/two.checklist checklist',
    'deep/bom.checklist checklist',
    'deep/common/words.checklist definitions',
    'deep/indented.checklist checklist',
    'deep/misspelt.checklist checklist',
    'deep/one.checklist checklist',
  ])
})

test('a file is taken once, however it is named', () => {
  const file = write('twice/one.checklist', head('one'))
  assert.equal(findEntries([file, file, join(root, 'twice'), join(root, 'twice/../twice')]).length, 1)
})

test('items without the line of a checklist are a mistake, also in a folder', async () => {
  write('headless/good.checklist', head('good') + item)
  write('headless/bad.checklist', item)
  const { diagnostics } = await loadTyped([join(root, 'headless')])
  assert.deepEqual(
    diagnostics.map(({ code, span }) => [code, span.path.split('/').at(-1)]),
    [['no-checklist', 'bad.checklist']],
  )
})

test('definitions that nothing uses are checked all the same, and are no missing checklist', async () => {
  write('spare/good.checklist', head('good') + item)
  write('spare/words.checklist', 'define wrapper as scirpt where role is "wrapper"\n')
  const { diagnostics, checklists } = await loadTyped([join(root, 'spare')])
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['unknown-kind'],
  )
  assert.equal(checklists.length, 1)
})

test('two checklists of one name cannot be told apart', async () => {
  const one = write('same/a.checklist', head('same') + item)
  const two = write('same/b.checklist', head('same') + item)
  await assert.rejects(loadTyped([one, two]), { name: 'Failure', message: /two of the checklists are called "same"/ })
})

test('what is not there is answered with what is', () => {
  assert.throws(() => findEntries(['wazuh-integratoin']), { hint: /Did you mean "wazuh-integration"\?/ })
  mkdirSync(join(root, 'empty'))
  assert.throws(() => findEntries([join(root, 'empty')]), { message: /no checklist in the folder/ })
  write('words/words.checklist', 'define a as "b"\n')
  assert.throws(() => findEntries([join(root, 'words')]), { message: /only definitions for others to use/ })
})

import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { commands } from '../../cli/commands.ts'
import { writeWhole } from '../../cli/output.ts'
import { programFor } from '../../cli/program.ts'
import { selected } from '../../cli/selection.ts'
import { entry, itemReport, sampleReport } from '../support/report.ts'

const root = mkdtempSync(join(tmpdir(), 'proviso-program-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('every command has a help with examples and exit codes', async () => {
  for (const { load } of commands.values()) {
    const command = await load()
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text) })
    command.outputHelp()
    assert.match(help, /Exit codes: 0/, command.name())
    assert.match(help, /Examples:\n {2}proviso/, command.name())
  }
})

test('a command is called and used as the list of commands says', async () => {
  for (const [name, { usage, load }] of commands) {
    const command = await load()
    assert.equal(command.name(), name)
    assert.equal(command.usage(), usage, name)
  }
})

test('only the command that is asked for is loaded', async () => {
  const optionsOf = (words: readonly string[], name: string) =>
    programFor(words).then((program) => program.commands.find((command) => command.name() === name)?.options.length)
  assert.equal(await optionsOf(['--version'], 'check'), 0)
  assert.equal(await optionsOf(['list', '--help'], 'check'), 0)
  assert.notEqual(await optionsOf(['help', 'check'], 'check'), 0)
})

test('what cannot be written is said in a sentence, and at once', () => {
  const file = join(root, 'file')
  writeFileSync(file, 'x')
  for (const place of ['/proc/nowhere/out.sarif', join(file, 'out.sarif'), root]) {
    assert.throws(() => writeWhole(place, 'y'), { name: 'Failure', message: /could not be written: [a-z]/ }, place)
  }
  assert.deepEqual(readdirSync(root), ['file'])
})

test('a file is exchanged as a whole: links are followed, permissions stay, folders are made', () => {
  const file = join(root, 'private')
  writeFileSync(file, 'old', { mode: 0o600 })
  symlinkSync('private', join(root, 'link'))
  writeWhole(join(root, 'link'), 'new')
  assert.equal(readFileSync(file, 'utf8'), 'new')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  writeWhole(join(root, 'a/b/c'), 'deep')
  assert.deepEqual(readdirSync(join(root, 'a/b')), ['c'])
})

test('of what could not be read only that is told which touches an item that was asked for', () => {
  const report = sampleReport()
  const unread = (items: readonly string[]) =>
    selected(report, { items, severity: undefined }).unread.map(({ path }) => path)
  assert.deepEqual(unread([]), ['src/broken file.py'])
  assert.deepEqual(unread(['IN-03']), ['src/broken file.py'])
  assert.deepEqual(unread(['OUT-05']), [])
  assert.deepEqual(unread(['OUT-05', 'NET-01']), ['src/broken file.py'], 'NET-01 fails')
})

test('items and severities narrow a report', () => {
  const sample = sampleReport()
  const [checklist] = sample.checklists
  assert.ok(checklist)
  const items = [
    itemReport(entry('A-1', 'a', { severity: 'high' }), 'pass'),
    itemReport(entry('B-1', 'b', { severity: 'low' }), 'pass'),
  ]
  const report = { ...sample, checklists: [{ ...checklist, items }] }
  const ids = (wanted: readonly string[], severity?: 'medium' | 'low') =>
    selected(report, { items: wanted, severity }).checklists[0]?.items.map(({ item }) => item.id)
  assert.deepEqual(ids([]), ['A-1', 'B-1'])
  assert.deepEqual(ids(['B-1']), ['B-1'])
  assert.deepEqual(ids(['sample/A-1']), ['A-1'])
  assert.deepEqual(ids([], 'medium'), ['A-1'])
  assert.deepEqual(ids(['B-1'], 'medium'), [])
  assert.throws(() => ids(['A-2']), { message: 'there is no item "A-2"', hint: 'Did you mean "A-1"?' })
})

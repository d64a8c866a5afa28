/** The 46 items as they were first written, and sentences that are easily misparsed: both lie beside the checkout. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from '../../compiler/language/index.ts'

const folder = new URL('../../../shared/design/', import.meta.url)
const skip = existsSync(folder) ? false : 'there is no folder shared/design beside the checkout'
const read = (name: string) => parse({ path: name, text: readFileSync(new URL(name, folder), 'utf8') })

test('every item of the draft parses', { skip }, () => {
  const { value, diagnostics } = read('items-draft.checklist')
  assert.deepEqual(diagnostics, [])
  const items = value.statements.filter(({ kind }) => kind === 'item')
  assert.equal(items.length, 46)
  assert.ok(items.every((item) => item.kind === 'item' && !item.damaged && item.clauses.length >= 2))
})

test('each trap is told once, and what stands beside it remains', { skip }, () => {
  const { value, diagnostics } = read('traps.checklist')
  assert.deepEqual(
    diagnostics.map(({ code, message }) => `${code}: ${message}`),
    ['wrong-column: a condition needs "and"; a new check starts in column 3', 'doubled-word: "where" stands twice'],
  )
  const items = value.statements.filter((statement) => statement.kind === 'item')
  const clauses = items.map((item) => item.clauses.map(({ kind }) => kind).join(' '))
  assert.deepEqual(clauses, ['severity check', 'check message', 'check', 'check message', 'severity'])
})

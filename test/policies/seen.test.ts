/** `docs/seen.md` speaks of every item, and of no repository without its commit. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTyped } from '../../cli/checklists.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/seen.md'), 'utf8')
const [seen = '', afterwards = ''] = page.split('## Not seen, or one way only')
const [wrong = '', commits = ''] = (afterwards.split('## Findings that turned out wrong')[1] ?? '').split('## Commits')
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | ').map((cell) => cell.trim())).slice(1)

test('every item has its row, in the order of the checklist', async () => {
  const { checklists } = await loadTyped(['wazuh-integration'])
  assert.deepEqual(
    rowsOf(seen).map(([item]) => item),
    checklists.flatMap(({ items }) => items.map(({ id }) => id)),
  )
})

test('every repository that is named has its commit', () => {
  const known = new Map(rowsOf(commits).map(([name = '', commit]) => [name, commit]))
  for (const commit of known.values()) assert.match(commit ?? '', /^`[0-9a-f]{12}`$/)
  const cells = [
    ...rowsOf(seen).flatMap(([, ...verdicts]) => verdicts),
    ...rowsOf(wrong).map(([, where = '']) => where),
  ]
  for (const cell of cells) {
    const name = cell.replace(/ `.*$/, '')
    assert.ok(name === 'not yet' || known.has(name), name)
  }
})

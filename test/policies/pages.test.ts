import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { itemPages, pagesFolder } from '../../scripts/item-pages/pages.ts'
import { golden } from '../support/golden.ts'

const pages = await itemPages()

test('there is a page for each item, and none beside them', () => {
  const there = existsSync(pagesFolder) ? readdirSync(pagesFolder) : []
  assert.deepEqual(
    there.filter((name) => !pages.has(name)),
    [],
  )
})

for (const [name, text] of pages) test(name, () => golden(join(pagesFolder, name), text))

test('a page shows what fails and what passes, and how to mend and to waive it', () => {
  for (const [name, text] of pages) {
    if (name === 'README.md') continue
    for (const heading of ['What is checked', 'From which facts', 'An example that fails', 'How to waive'])
      assert.ok(text.includes(`\n## ${heading}\n`), `${name} has no part "${heading}"`)
    assert.match(text, /\n## An example that (passes|leaves nothing but a question)\n/, name)
  }
})

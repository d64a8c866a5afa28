/** The grammar by example: each file holds cases of a name, a source and, behind the arrow, its tree. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from '../../compiler/language/index.ts'
import { golden } from '../support/golden.ts'
import { treeText } from '../support/tree-text.ts'

const folder = new URL('corpus/', import.meta.url)

for (const file of readdirSync(folder)) {
  const path = new URL(file, folder).pathname
  const cases = readFileSync(path, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((text) => {
      const [name = '', source = ''] = text.split(/\n==>\n/)[0]?.split(/\n([\s\S]*)/) ?? []
      return { name, source }
    })
  for (const { name, source } of cases)
    test(`${file}: ${name} parses`, () => {
      const mistakes = parse({ path: file, text: source }).diagnostics
      assert.deepEqual(
        mistakes.map(({ message }) => message),
        [],
      )
    })
  test(`${file}: trees`, () => {
    const actual = cases.map(({ name, source }) => {
      const { value } = parse({ path: file, text: source })
      return `=== ${name}\n${source}\n==>\n${treeText(value)}\n`
    })
    golden(path, actual.join('\n'))
  })
}

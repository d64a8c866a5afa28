/** Every mistake of a file in one run: the diagnostics of each file in `errors/`, as people see them. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { renderDiagnostics } from '../../compiler/diagnostics/render.ts'
import { parse } from '../../compiler/language/index.ts'
import { golden } from '../support/golden.ts'
import { treeText } from '../support/tree-text.ts'

const folder = new URL('errors/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.checklist'))
const read = (name: string) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') })

for (const name of files) {
  const source = read(name)
  const { value, diagnostics } = parse(source)
  test(`${name}: what is told, and what remains of the tree`, () => {
    const shown = `${renderDiagnostics(diagnostics, [source])}\n\n==>\n${treeText(value)}`
    golden(new URL(name.replace('.checklist', '.out'), folder).pathname, shown)
  })
  test(`${name}: nothing is told twice`, () => {
    const places = diagnostics.map(({ code, span }) => `${code} ${span.start}`)
    assert.deepEqual(places, [...new Set(places)])
  })
}

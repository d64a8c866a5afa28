/** The diagnostics of each checklist in `errors/`, as people see them. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { renderDiagnostics } from '../../compiler/diagnostics/render.ts'
import { analyse } from '../../compiler/pipeline.ts'
import { golden } from '../support/golden.ts'
import { readSources } from '../support/sources.ts'

const folder = new URL('errors/', import.meta.url).pathname
const files = readdirSync(folder).filter((name) => name.endsWith('.checklist'))

const outcomes = files.map((name) => {
  const sources = readSources(folder, name)
  return { name, sources, diagnostics: analyse(sources, name).diagnostics }
})

for (const { name, sources, diagnostics } of outcomes) {
  test(`${name}: what is told`, () => {
    golden(`${folder}${name.replace('.checklist', '.out')}`, renderDiagnostics(diagnostics, sources))
  })
  test(`${name}: nothing is told twice`, () => {
    const places = diagnostics.map(({ code, span }) => `${code} ${span.path} ${span.start}`)
    assert.deepEqual(places, [...new Set(places)])
  })
}

test('a typo, an unknown kind and an unclosed text in one file are three mistakes', () => {
  const found = outcomes.find(({ name }) => name === 'three-mistakes.checklist')
  assert.deepEqual(
    found?.diagnostics.map(({ code }) => code),
    ['unclosed-text', 'unknown-field', 'unknown-kind'],
  )
})

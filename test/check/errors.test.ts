/** The diagnostics of each checklist in `errors/`, as people see them. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { lintsCodes } from '../../compiler/diagnostics/codes/lints.ts'
import { namesCodes } from '../../compiler/diagnostics/codes/names.ts'
import { typesCodes } from '../../compiler/diagnostics/codes/types.ts'
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

test('every code of names, types and lints is met', () => {
  const met = new Set<string>(outcomes.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))
  const missing = Object.keys({ ...namesCodes, ...typesCodes, ...lintsCodes }).filter((code) => !met.has(code))
  assert.deepEqual(missing, [])
})

test('a typo, an unknown kind and an unclosed text in one file are three mistakes', () => {
  const found = outcomes.find(({ name }) => name === 'three-mistakes.checklist')
  assert.deepEqual(
    found?.diagnostics.map(({ code }) => code),
    ['unclosed-text', 'unknown-field', 'unknown-kind'],
  )
})

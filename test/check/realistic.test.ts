import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemTable } from '../../compiler/check/item-table.ts'
import { analyse } from '../../compiler/pipeline.ts'
import { extractionPlan } from '../../compiler/plan/extract.ts'
import { golden } from '../support/golden.ts'
import { readSources } from '../support/sources.ts'
import { typedText } from '../support/typed-text.ts'

const entry = 'realistic.checklist'
const { value: checklist, diagnostics } = analyse(readSources(import.meta.dirname, entry), entry)
assert.ok(checklist)

test('it has no mistakes', () => {
  assert.deepEqual(diagnostics, [])
})

test('its typed tree', () => {
  golden(`${import.meta.dirname}/golden/realistic.txt`, typedText(checklist))
})

test('its item table', () => {
  golden(`${import.meta.dirname}/golden/realistic-items.json`, JSON.stringify(itemTable(checklist), undefined, 2))
})

test('its extraction plan', () => {
  golden(
    `${import.meta.dirname}/golden/realistic-extraction.json`,
    JSON.stringify(extractionPlan(checklist), undefined, 2),
  )
})

test('the extraction plan has the parameters that were set, and asks about the paths that they name', () => {
  const { parameters, probes } = extractionPlan(checklist, { secrets_file: 'other.env', unknown: 1 })
  assert.equal(parameters.secrets_file, 'other.env')
  assert.equal(parameters.minimum_rule_id, 100000)
  assert.equal(Object.hasOwn(parameters, 'unknown'), false)
  assert.deepEqual(probes, ['other.env', 'server.key', 'server.pem'])
})

/** Tags as entries of published catalogues. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtInNames } from '../../cli/assets.ts'
import { loadTyped } from '../../cli/checklists.ts'
import { type Log, sarifOf } from '../../sarif/index.ts'
import { catalogues } from '../../sarif/taxonomies/catalogues.ts'
import { entryOf } from '../../sarif/taxonomies/index.ts'
import { entry, itemReport, sampleReport } from '../support/report.ts'

const known: readonly (readonly [
  tag: string,
  catalogue: string,
  id: string,
  title: string | undefined,
  page: RegExp,
])[] = [
  ['CWE-319', 'CWE', '319', 'Cleartext Transmission of Sensitive Information', /definitions\/319\.html$/],
  ['CWE-999999', 'CWE', '999999', undefined, /definitions\/999999\.html$/],
  ['OWASP-A02:2021', 'OWASP Top 10', 'A02:2021', 'Cryptographic Failures', /A02_2021-Cryptographic_Failures\/$/],
  [
    'OWASP-A10:2021',
    'OWASP Top 10',
    'A10:2021',
    'Server-Side Request Forgery (SSRF)',
    /A10_2021-Server-Side_Request_Forgery_\(SSRF\)\/$/,
  ],
  ['ASVS-4.0.3-9.2.2', 'OWASP ASVS', '9.2.2', 'Server Communication Security', /4\.0\/en\/0x17-V9-Communications\.md$/],
  ['ASVS-4.0.3-13.1.1', 'OWASP ASVS', '13.1.1', undefined, /tree\/v4\.0\.3\/4\.0\/en$/],
  ['NIST-800-53-SC-8', 'NIST SP 800-53', 'SC-8', 'Transmission Confidentiality and Integrity', /element=SC-08$/],
  ['NIST-800-53-AC-6(8)', 'NIST SP 800-53', 'AC-6(8)', 'Privilege Levels for Code Execution', /element=AC-06\(08\)$/],
]

test('tags that name an entry of a catalogue', () => {
  for (const [tag, catalogue, id, title, page] of known) {
    const found = entryOf(tag)
    assert.deepEqual([found?.catalogue.name, found?.id, found?.title], [catalogue, id, title], tag)
    assert.match(found?.helpUri ?? '', page)
  }
})

test('tags of a checklist’s own are entries of nothing', () => {
  for (const tag of [
    'security',
    'cwe-319',
    'CWE-',
    'OWASP-A11:2021',
    'OWASP-A02',
    'ASVS-9.2.2',
    'NIST-SC-8',
    'x CWE-1',
  ])
    assert.equal(entryOf(tag), undefined, tag)
})

test('every relationship leads to an entry of a taxonomy of the same run, whichever catalogues are named', () => {
  const base = sampleReport()
  const [checklist] = base.checklists
  assert.ok(checklist)
  const tags = known.map(([tag]) => tag)
  for (let left = 0; left <= tags.length; left++) {
    const items = [
      itemReport(entry('A-1', 'a', { tags: ['ours', ...tags.slice(left)] }), 'pass'),
      itemReport(entry('A-2', 'b', { tags: [...tags.slice(left).toReversed(), ...tags.slice(left)] }), 'pass'),
    ]
    const log: Log = sarifOf({ ...base, checklists: [{ ...checklist, items }] }, 'audit')
    const [run] = log.runs
    const taxonomies = run.taxonomies ?? []
    assert.deepEqual(
      (run.tool.driver.supportedTaxonomies ?? []).map(({ name, guid }) => [name, guid]),
      taxonomies.map(({ name, guid }) => [name, guid]),
    )
    for (const { relationships = [] } of run.tool.driver.rules) {
      assert.equal(relationships.length, tags.length - left)
      for (const { target } of relationships) {
        const taxonomy = taxonomies[target.toolComponent.index]
        assert.equal(taxonomy?.guid, target.toolComponent.guid)
        assert.ok(taxonomy?.taxa.some(({ id }) => id === target.id))
      }
    }
  }
})

test('what the checklists that ship name has a title, and GitHub keeps all of it', async () => {
  const { checklists } = await loadTyped(builtInNames())
  for (const { id, tags } of checklists.flatMap(({ items }) => items)) {
    for (const tag of tags) assert.ok(entryOf(tag)?.title, `${id}: ${tag}`)
    assert.ok(tags.length < 10, id)
  }
})

test('each catalogue has an identifier of its own', () => {
  assert.equal(new Set(catalogues.map(({ guid }) => guid)).size, catalogues.length)
})

/** What an organisation may want otherwise: the same repository with the checklist as it ships, and with a parameter set. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { loadCompiled } from '../../cli/checklists.ts'
import { evaluate } from '../../cli/evaluate.ts'
import type { Scalar } from '../../compiler/index.ts'
import { extractionPlan } from '../../compiler/pipeline.ts'
import { extractFacts } from '../../runtime/facts/index.ts'

interface Row {
  readonly item: string
  readonly set: Readonly<Record<string, Scalar | readonly Scalar[]>>
  readonly files: Readonly<Record<string, string>>
  /** What it comes to as it ships, and with the parameter set. */
  readonly verdicts: readonly [string, string]
}

const owned = (path: string, owner: string, mode: string) =>
  `# Example\n\n    chown ${owner} ${path}\n    chmod ${mode} ${path}\n`
const rule = (id: number, level: number, text: string) => `<group name="acme,">
  <rule id="${id}" level="${level}">
    <field name="event_type">^error$</field>
    <description>${text}</description>
  </rule>
</group>
`
const failure = 'import json\n\nprint(json.dumps({"event_type": "error", "message": "x"}))\n'
const state =
  'import json\n\nwith open("/var/ossec/wodles/acme/where.txt", "w") as handle:\n    json.dump({}, handle)\n'
const emits = (name: string) => `import sys\n\n\ndef ${name}(event):\n    sys.stdout.write(event)\n`
const logs = (name: string) => `import sys\n\n\ndef ${name}(text):\n    sys.stderr.write(text)\n`

const rows: readonly Row[] = [
  {
    item: 'CRED-06',
    set: { secrets_file: 'keys.txt' },
    files: { 'README.md': owned('/var/ossec/wodles/acme/keys.txt', 'root:wazuh', '640') },
    verdicts: ['fail', 'pass'],
  },
  {
    item: 'CRED-06',
    set: { integration_group: 'ossec' },
    files: { 'README.md': owned('/var/ossec/wodles/acme/.secrets', 'root:ossec', '640') },
    verdicts: ['fail', 'pass'],
  },
  {
    item: 'CRED-06',
    set: { file_mode: '0600' },
    files: { 'README.md': owned('/var/ossec/wodles/acme/.secrets', 'root:wazuh', '600') },
    verdicts: ['fail', 'pass'],
  },
  {
    item: 'STATE-04',
    set: { state_file: 'where.txt' },
    files: {
      'wodle/main.py': state.replace('where.txt', 'cursor.json'),
      'README.md': owned('/var/ossec/wodles/acme/where.txt', 'wazuh:wazuh', '640'),
    },
    verdicts: ['fail', 'pass'],
  },
  {
    item: 'STATE-04',
    set: { integration_user: 'ossec' },
    files: {
      'wodle/main.py': state.replace('where.txt', 'cursor.json'),
      'README.md': owned('/var/ossec/wodles/acme/cursor.json', 'ossec:ossec', '640'),
    },
    verdicts: ['fail', 'pass'],
  },
  {
    item: 'RULE-03',
    set: { minimum_rule_id: 110000 },
    files: { 'rules/acme.xml': rule(100001, 3, 'x') },
    verdicts: ['pass', 'fail'],
  },
  {
    item: 'RULE-03',
    set: { maximum_rule_id: 120000 },
    files: { 'rules/acme.xml': rule(130001, 3, 'x') },
    verdicts: ['pass', 'fail'],
  },
  {
    item: 'RULE-02',
    set: { minimum_error_level: 12 },
    files: { 'rules/acme.xml': rule(100001, 10, 'The integration failed: $(message)'), 'wodle/main.py': failure },
    verdicts: ['pass', 'fail'],
  },
  {
    item: 'NET-01',
    set: { plain_hosts: ['proxy.corp.io'] },
    files: {
      'wodle/main.py': 'import urllib.request\n\nurllib.request.urlopen("http://proxy.corp.io/v1", timeout=5)\n',
    },
    verdicts: ['fail', 'pass'],
  },
  {
    item: 'OUT-01',
    set: { emitters: ['publish'] },
    files: { 'wodle/main.py': emits('publish') },
    verdicts: ['fail', 'pass'],
  },
  {
    item: 'OUT-02',
    set: { loggers: ['note'] },
    files: { 'wodle/main.py': `${logs('note')}\ndef log(text):\n    note(text)\n` },
    verdicts: ['fail', 'pass'],
  },
]

const { checklists } = await loadCompiled(['wazuh-integration'])
const [checklist] = checklists
assert.ok(checklist)

const root = mkdtempSync(join(tmpdir(), 'proviso-parameters-'))
after(() => rmSync(root, { recursive: true, force: true }))

for (const [index, { item, set, files, verdicts }] of rows.entries()) {
  test(`${item}: ${Object.keys(set).join(', ')}`, async () => {
    const folder = join(root, String(index))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const verdictWith = async (parameters: Row['set']) => {
      const plan = extractionPlan(checklist.checklist, parameters)
      const report = await evaluate({ name: '', version: '' }, folder, await extractFacts(folder, [plan]), [checklist])
      return report.checklists[0]?.items.find((each) => each.item.id === item)?.verdict
    }
    assert.deepEqual([await verdictWith({}), await verdictWith(set)], verdicts)
  })
}

test('every parameter of the checklist is tried', () => {
  const tried = new Set(rows.flatMap(({ set }) => Object.keys(set)))
  for (const { name } of checklist.checklist.parameters) assert.ok(tried.has(name), name)
})

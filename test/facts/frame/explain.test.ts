import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ExtractionPlan, KindName } from '../../../compiler/index.ts'
import { describeExtraction, explainFile } from '../../../runtime/facts/index.ts'
import { git, repository, write } from './repositories.ts'

const planFor = (kind: KindName, roles: readonly ('code' | 'configuration')[]): ExtractionPlan => ({
  schema: 1,
  checklist: 'sample',
  kinds: [
    {
      kind,
      selections: [
        {
          scope: { anywhere: false, globs: [], languages: [], roles, vendored: false, templates: false },
          condition: { kind: 'always' },
        },
      ],
    },
  ],
  probes: [],
  parameters: {},
})

const root = repository({
  'main.py': 'import os\nos.getcwd()\n',
  'tests/helper.py': 'import os\n',
  'vendor/x.py': 'import os\n',
  'a.yaml': 'a: 1\nb: [\n',
  'package-lock.json': '{}',
  'large.py': `x = 1\n${'# filling\n'.repeat(100)}`,
  'logo.png': new Uint8Array([0, 1, 2]),
  '.gitignore': '/build/\n',
})
git(root, 'rm', '--quiet', '--cached', 'a.yaml')
write(root, { 'build/out.py': '', 'nested/.git': 'gitdir: elsewhere', 'nested/x.py': '' })
symlinkSync('main.py', join(root, 'link.py'))

const why = async (path: string, plan: ExtractionPlan) => {
  const explanation = await explainFile(root, path, [plan], { maxFileSize: 500 })
  return explanation.kind === 'unlisted' ? explanation.reason : explanation.reason
}

const calls = planFor('call', ['code'])
const rows: readonly (readonly [path: string, plan: ExtractionPlan, reason: RegExp])[] = [
  ['main.py', calls, /^Read for python\.$/],
  ['./main.py', planFor('setting', []), /^setting is asked for, and nothing reads such a file for that\.$/],
  [
    'main.py',
    planFor('setting', ['configuration']),
    /^No check asks for facts of a file with the role code in the language python\.$/,
  ],
  ['tests/helper.py', calls, /with the role test/],
  ['vendor/x.py', calls, /^It is a copy of third-party code by the folder vendor, and no check looks there\.$/],
  ['package-lock.json', planFor('setting', []), /^A program wrote it/],
  ['large.py', calls, /^It is larger than 500 bytes\.$/],
  ['link.py', planFor('call', ['configuration']), /^It is a symbolic link/],
  ['logo.png', planFor('call', []), /^It holds something else than text\.$/],
  ['build/out.py', calls, /^is ignored by "\/build\/" \(\.gitignore:1\) and not tracked/],
  ['nested/x.py', calls, /^lies in a repository of its own/],
  ['nowhere.py', calls, /^does not exist/],
  ['../main.py', calls, /^leads out of the scanned folder$/],
  ['tests', calls, /^is a folder, with 1 listed files below it$/],
]
for (const [path, plan, reason] of rows) {
  test(`explains ${path}: ${reason.source}`, async () => assert.match(await why(path, plan), reason))
}

test('a file that was read: its role, what was found, what could not be read', async () => {
  const explanation = await explainFile(root, 'a.yaml', [planFor('setting', ['configuration'])])
  assert.ok(explanation.kind === 'listed')
  const { role, roleSign, tracked, opened, found, gaps } = explanation
  assert.deepEqual([role, roleSign, tracked, opened], ['configuration', 'its format', false, true])
  assert.deepEqual(found, [{ extractor: 'configuration', kind: 'setting', count: 1 }])
  assert.deepEqual(gaps, [{ reason: 'does not parse as YAML, from line 2 on', kinds: ['setting'] }])
})

test('what is extracted: kinds, alternatives in words, who gives them, what links', async () => {
  const { kinds, linkers } = await describeExtraction([planFor('wazuh_rule', ['configuration'])])
  assert.deepEqual(
    kinds.filter(({ asked }) => asked).map(({ kind, extractors, selections }) => [kind, extractors, selections]),
    [['wazuh_rule', ['documentation', 'xml'], ['in configuration']]],
  )
  assert.ok(linkers.includes('failure-rules'))
  assert.ok(kinds.some(({ kind, asked }) => kind === 'string' && !asked))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { factsJsonSchema } from '../../../compiler/index.ts'
import { extractors } from '../../../runtime/facts/extractors.ts'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { repository } from './repositories.ts'

const files = {
  'README.md': '# Install\n\nRun `pip install x`, never `chmod 777 /tmp/x`.\n\n```sh\nsudo ./run.sh\n```\n',
  'run.sh': '#!/bin/bash\nset -euo pipefail\nexec python3 main.py "$@"\n',
  'main.py': 'import json\n\ndef main(x):\n    return json.loads(x, object_hook=None) or "http://example.com/é"\n',
  'rules/local.xml': '<group name="a"><rule id="100001" level="3"><description>$(b)</description></rule></group>\n',
  'config.yaml': 'url: http://example.com\n',
}

const validate = new Ajv2020({ allowUnionTypes: true }).compile(factsJsonSchema())

test('what the extractors give is a valid document, the same twice', async () => {
  const root = repository(files)
  const first = new TextDecoder().decode((await extractFacts(root, undefined)).bytes)
  assert.equal(new TextDecoder().decode((await extractFacts(root, undefined)).bytes), first)
  const document = JSON.parse(first)
  assert.equal(validate(document), true, JSON.stringify(validate.errors, null, 2))
  assert.deepEqual(document.undecided, [])
  for (const kind of new Set(extractors.flatMap(({ kinds }) => kinds))) assert.ok(kind in document.extracted, kind)
})

const hostile: Readonly<Record<string, string>> = {
  'only brackets': '('.repeat(50_000),
  'only quotes': '"\''.repeat(20_000),
  'one long line': `x${' x'.repeat(20_000)}`,
  'deep nesting': `${'- '.repeat(2_000)}x${'<a>'.repeat(2_000)}`,
  'strange characters': '\ufffd\u2028\u0001\u{10ffff}'.repeat(1000),
}

for (const [what, text] of Object.entries(hostile)) {
  test(`no extractor fails on ${what}`, async () => {
    const names = ['a.py', 'a.sh', 'a.md', 'a.xml', 'a.yaml', 'a.json', 'a.ini', 'Dockerfile', 'a.rst']
    const root = repository(Object.fromEntries(names.map((name) => [name, text])))
    const { document } = await extractFacts(root, undefined)
    const failures = document.undecided.filter(({ reason }) => /extractor fail/.test(reason))
    assert.deepEqual(failures, [])
  })
}

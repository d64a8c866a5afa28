import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withRepeats } from '../../runtime/facts/repeated-imports.ts'

const cases: Record<string, readonly [modules: readonly string[], again: readonly string[]]> = {
  'a part of a package': [['requests', 'requests.auth', 'yaml'], ['requests.auth']],
  'the part first': [['requests.auth', 'requests'], ['requests']],
  'a package of a scope': [
    ['@acme/a', '@acme/b', '@acme/a/part', 'lodash/fp', 'lodash'],
    ['@acme/a/part', 'lodash'],
  ],
  'paths of the repository': [['/lib/client', '/lib/other', '/lib/client'], ['/lib/client']],
  'names that begin alike': [['yaml', 'yamllint'], []],
}

for (const [name, [modules, again]] of Object.entries(cases)) {
  test(`imports of one package: ${name}`, () => {
    const imports = modules.map((module, index) => ({
      at: { path: 'main.py', line: index + 1, column: 1, endLine: index + 1, endColumn: 9 },
      module,
      provenance: 'external' as const,
      conditional: false,
    }))
    const found = withRepeats(imports.toReversed())
    assert.deepEqual(
      found.filter((one) => one.again).map(({ module }) => module),
      again,
    )
  })
}

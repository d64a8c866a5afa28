import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { builtInNames } from '../../cli/assets.ts'
import { loadCompiled } from '../../cli/checklists.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import { program, withoutOpa } from '../support/opa.ts'

const example = join(import.meta.dirname, '../../examples/flawed-integration')

for (const name of builtInNames()) {
  test(`${name}: our module and opa answer the same on a real tree`, { skip: withoutOpa }, async () => {
    const { checklists } = await loadCompiled([name])
    const [compiled] = checklists
    assert.ok(compiled)
    const { bytes } = await extractFacts(example, [compiled.extraction])
    const [binding] = loadPolicy(compiled.module).evaluate(bytes.buffer) as readonly { readonly result: unknown }[]
    const folder = mkdtempSync(join(tmpdir(), 'proviso-opa-'))
    try {
      writeFileSync(join(folder, 'policy.rego'), compiled.rego)
      writeFileSync(join(folder, 'facts.json'), bytes)
      const query = `data.proviso.${name.replaceAll('-', '_')}.result`
      const args = [
        'eval',
        '--format',
        'raw',
        '--data',
        join(folder, 'policy.rego'),
        '--input',
        join(folder, 'facts.json'),
      ]
      assert.deepEqual(binding?.result, JSON.parse(execFileSync(program, [...args, query]).toString()))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { proviso } from '../support/command.ts'
import { golden } from '../support/golden.ts'

const root = mkdtempSync(join(tmpdir(), 'proviso-example-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('the example, from its files to the whole SARIF file', () => {
  // Beside no repository, so that nothing of this checkout shows.
  cpSync(join(import.meta.dirname, '../../examples/flawed-integration'), join(root, 'flawed'), { recursive: true })
  for (const profile of ['audit', 'github']) {
    const file = join(root, `${profile}.sarif`)
    const { code, err } = proviso(
      ['check', 'flawed', '--profile', profile, '--format', 'sarif', '--output', file],
      root,
    )
    assert.equal(code, 1, err)
    const log = JSON.parse(readFileSync(file, 'utf8'))
    golden(join(import.meta.dirname, `golden/example.${profile}.sarif`), JSON.stringify(log, undefined, 1))
  }
})

test('the example, as a person sees it', () => {
  const { out } = proviso(['check', 'flawed'], root)
  golden(join(import.meta.dirname, 'golden/example.txt'), out)
})

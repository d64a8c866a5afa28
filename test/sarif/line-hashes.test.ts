import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { lineHashes } from '../../sarif/line-hashes.ts'

const vectorsPath = join(import.meta.dirname, '../../../shared/sarif/primary-location-line-hash-vectors.json')
const absent = existsSync(vectorsPath) ? false : 'the vectors are not beside this checkout'

test("the hashes are those of GitHub's own implementation", { skip: absent }, () => {
  const { vectors } = JSON.parse(readFileSync(vectorsPath, 'utf8')) as {
    vectors: { name: string; text: string; expected: string[] }[]
  }
  for (const { name, text, expected } of vectors) assert.deepEqual(lineHashes(text), expected, name)
})

test('indentation does not count, the text of a line and what follows it does', () => {
  const [first] = lineHashes('if x:\n    y()\n')
  assert.equal(lineHashes('  if x:\n\ty()\n')[0], first)
  assert.notEqual(lineHashes('if x:\n    z()\n')[0], first)
})

test('equal lines are told apart by their turn', () => {
  const hashes = lineHashes('a\n'.repeat(300))
  assert.equal(new Set(hashes).size, hashes.length)
})

import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Compares text with the golden file at `path`; with `PROVISO_GOLDEN=update` the file is written instead, and the
 * change is reviewed as a change of behaviour.
 */
export function golden(path: string, actual: string): void {
  const text = actual.endsWith('\n') ? actual : `${actual}\n`
  if (process.env.PROVISO_GOLDEN === 'update') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return
  }
  let expected: string
  try {
    expected = readFileSync(path, 'utf8')
  } catch {
    assert.fail(`There is no golden file ${path} yet: run "npm run golden" and look at what it holds.`)
  }
  assert.equal(text, expected, `${path} differs. If the change is meant, run "npm run golden" and review the diff.`)
}

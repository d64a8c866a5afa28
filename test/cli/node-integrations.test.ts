/** Two integrations that are written in Node: every item that Python decides is decided. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')

/** The identifiers of the items that came to a verdict, by verdict. */
function verdicts(name: string): ReadonlyMap<string, readonly string[]> {
  const folder = join(root, 'test/facts/javascript/fixtures', name)
  const options = ['--exit-zero', '--no-cache', '--verbose']
  const shown = execFileSync(process.execPath, [join(root, 'cli/main.ts'), 'check', folder, ...options], {
    encoding: 'utf8',
  })
  const lines = [...shown.matchAll(/^(FAIL|REVIEW|UNDECIDED)\s+([A-Z]+-\d+)/gm)]
  return new Map(
    [...Map.groupBy(lines, ([, verdict = '']) => verdict)].map(([verdict, those]) => [
      verdict,
      those.map(([, , item = '']) => item),
    ]),
  )
}

test('a sound one leaves only what a person has to answer', () => {
  assert.deepEqual([...verdicts('sound')], [['REVIEW', ['PROC-03']]])
})

test('a flawed one fails what it is flawed in, and nothing is undecided', () => {
  const found = verdicts('flawed')
  assert.equal(found.get('UNDECIDED'), undefined)
  const expected = `CRED-01 CRED-02 CRED-03 CRED-05 CRED-06 IN-01 IN-04 IN-05 OUT-01 OUT-02 OUT-03 OUT-04 STATE-01 STATE-02 STATE-03 STATE-04
    NET-01 NET-02 NET-03 NET-04 NET-05 FS-01 FS-03 FS-04 PROC-01 PROC-02 PROC-03 PROC-05 DOC-03 RULE-02`
  assert.deepEqual(found.get('FAIL'), expected.split(/\s+/))
})

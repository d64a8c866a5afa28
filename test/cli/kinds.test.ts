import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinds } from '../../compiler/index.ts'
import { proviso } from '../support/command.ts'

test('all kinds, each with what it is', () => {
  const { out, code } = proviso(['kinds'])
  assert.equal(code, 0)
  for (const [name, { about }] of Object.entries(kinds))
    assert.match(out, new RegExp(`^${name} +${about.slice(0, 12)}`, 'm'))
})

test('the fields of a kind and of a record', () => {
  const { out } = proviso(['kinds', 'script', 'argument'])
  assert.match(out, /^ {2}errexit +Whether .* \(true or false: where errexit, where not errexit\)$/m)
  assert.match(out, /^ {2}role +.* \(one of "wrapper" "installer" "other"\)$/m)
  assert.match(out, /^ {2}origins +.* \(list: some origin where …\)$/m)
})

test('a misspelt kind', () => {
  const { err, code } = proviso(['kinds', 'scirpt'])
  assert.equal(code, 2)
  assert.match(err, /Did you mean "script"\?/)
})

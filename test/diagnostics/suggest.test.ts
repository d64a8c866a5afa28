import assert from 'node:assert/strict'
import { test } from 'node:test'
import { didYouMean, suggest } from '../../compiler/diagnostics/suggest.ts'

const known = ['scheme', 'severity', 'message', 'some', 'no', 'not', 'is', 'in', 'name', 'same']

/** What was written, and what it was meant to be. */
const slips: readonly (readonly [string, string | undefined])[] = [
  ['shceme', 'scheme'],
  ['servrity', 'severity'],
  ['mesage', 'message'],
  ['SOME', 'some'],
  ['smae', 'same'],
  ['nto', 'not'],
  ['completely', undefined],
  ['x', undefined],
  ['', undefined],
]

for (const [written, meant] of slips)
  test(`"${written}" ${meant === undefined ? 'suggests nothing' : `was meant to be "${meant}"`}`, () => {
    assert.equal(suggest(written, known), meant)
  })

test('of names that are equally near, one with the same first letter is taken, then the first', () => {
  assert.equal(suggest('nime', ['time', 'name']), 'name')
  assert.equal(suggest('xime', ['time', 'dime']), 'time')
})

test('the sentence is empty where nothing is near', () => {
  assert.equal(didYouMean('shceme', known), 'Did you mean "scheme"?')
  assert.equal(didYouMean('zzz', known), '')
})

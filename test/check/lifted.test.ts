/** Which sentences see facts at the place of a caller: those that ask where values come from. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../support/sources.ts'
import { conditionText } from '../support/typed-text.ts'

const definitions = `
define foreign(origin) as form is "response"
define leaking as output where some argument where some origin where foreign
define plain_print as output where callee is "print"
`

const directOnly = '(not (present output.through?))'

const rows: readonly (readonly [sentence: string, narrowed: string])[] = [
  ['no output', directOnly],
  ['no output where stream is "stdout"', `(all (= output.stream "stdout") ${directOnly})`],
  ['no output where some argument where known', directOnly],
  ['no connection where some url_origin where foreign', 'true'],
  [
    'no connection where verification is "off"',
    `(all (= connection.verification "off") ${directOnly.replace('output', 'connection')})`,
  ],
  ['no plain_print', `(all (plain_print plain_print) ${directOnly.replace('output', 'plain_print')})`],
  ['no output where some argument where some origin where foreign', 'true'],
  ['no output where some argument where every origin must be whole', 'true'],
  ['every output must have no argument where some origin where foreign', 'true'],
  ['no leaking', '(leaking leaking)'],
  // Nothing else is lifted.
  ['no file_access where purpose is "state"', '(= file_access.purpose "state")'],
]

for (const [sentence, narrowed] of rows) {
  test(sentence, () => {
    const [check] = itemOf(sentence, definitions).checks
    assert.equal(check && conditionText(check.subject.narrowed), narrowed)
  })
}

test('quantifiers within a condition see direct facts as well', () => {
  const [check] = itemOf('no file where some output where stream is "stdout"', '').checks
  assert.match(check === undefined ? '' : conditionText(check.where), /present output\.through/)
})

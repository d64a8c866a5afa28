/** What messages show: sentences, texts, and the values and witnesses that their placeholders stand for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../support/sources.ts'
import { templateText } from '../support/typed-text.ts'

const definitions = `
parameter limit number = 3 "A limit"
define word as "a word"
`

const argument = "argument: call.arguments where (= argument.text 'x')"

const rows: readonly (readonly [sentence: string, message: string, shown: string])[] = [
  ['no call where callee is "x"', 'Plain', 'Plain'],
  ['no call where callee is "x"', '{callee} {{callee}} }}{{', '{callee = call.callee} {callee} }{'],
  ['no call where callee is "x"', '{ callee }{name}', '{callee = call.callee}{name = call.name}'],
  ['no url where local', '{host} {port}', '{host = url.host?} {port = url.port?}'],
  ['no call where callee is "x"', '{call.name}', '{call.name = call.name}'],
  ['no call as made where callee is "x"', '{made.name} {name}', '{made.name = made.name} {name = made.name}'],
  [
    'no call where callee is "x"',
    '{function.name} {file.path}',
    '{function.name = call.function.name} {file.path = call.file.path}',
  ],
  ['no call where callee is "x"', '{limit} {word}', "{limit = $limit} {word = 'a word'}"],
  ['some call where callee is "x"', '{limit} {word}', "{limit = $limit} {word = 'a word'}"],
  ['at most 2 call where callee is "x"', '{name}', '{name = call.name}'],
  // Witnesses: nested subjects that every finding has.
  [
    'no call where some argument where text is "x"',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'no call where name is "y" and some argument where text is "x"',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'no call where at least 1 argument where text is "x"',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'no call where exactly 1 argument where text is "x"',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'no call where not (no argument where text is "x")',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'no call where not (not (some argument where text is "x"))',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'every call must have no argument where text is "x"',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'every call must have at most 1 argument where text is "x"',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'every call must (name is "y" or no argument where text is "x")',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
  [
    'every call must every argument where position is 1 must text is "x"',
    '{argument.text}',
    "{argument.text = argument.text of argument: call.arguments where (all (= argument.position? 1) (not (= argument.text 'x')))}",
  ],
  [
    'no call where some argument as given where some origin where form is "url"',
    '{given.text} {origin.name}',
    "{given.text = given.text of given: call.arguments where (some origin: given.origins where (= origin.form 'url'))}" +
      " {origin.name = origin.name? of given: call.arguments where (some origin: given.origins where (= origin.form 'url'))" +
      " > origin: given.origins where (= origin.form 'url')}",
  ],
  [
    'no url where some query_key where query_key is "token"',
    '{query_key}',
    "{query_key = query_key of query_key: url.query_keys where (= query_key 'token')}",
  ],
  [
    'no wazuh_rule as one where some wazuh_rule as other where other.id is one.id and other is not one',
    '{other.file.path}',
    '{other.file.path = other.file.path of other: wazuh_rule where (all (= other.id one.id) (not (same other one)))}',
  ],
  // A name that two parts of a sentence give stands for the one that every finding has.
  [
    'no call where (some argument where text is "x") and no argument where text is "y"',
    '{argument.text}',
    `{argument.text = argument.text of ${argument}}`,
  ],
]

for (const [sentence, message, shown] of rows) {
  test(`${sentence}: ${message}`, () => {
    const [check] = itemOf(`${sentence}\n  message "${message}"`, definitions).checks
    assert.equal(check && templateText(check.message), `"${shown}"`)
  })
}

test('without a message the title is shown', () => {
  assert.equal(templateText(itemOf('no call').checks[0]?.message ?? { parts: [] }), '"Title"')
})

test('a question shows what was found for it, or what is the same for all', () => {
  const { reviews } = itemOf('review "{limit}?"\n  review "{callee}?" when some call where name is "x"', definitions)
  assert.deepEqual(
    reviews.map(({ question }) => templateText(question)),
    ['"{limit = $limit}?"', '"{callee = call.callee}?"'],
  )
})

/** Which facts could add a finding and which could remove one: sentences and their two sides. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../support/sources.ts'
import { reachesText } from '../support/typed-text.ts'

const definitions = `
define called as call where callee is "x"
define calling(function) as some call where call.function is function
define template as file where role is "template"
define own_template as template where tracked
`

const checks: readonly (readonly [sentence: string, adds: string, removes: string])[] = [
  // The subject of each form.
  ['no call where callee is "x"', 'call', 'nothing'],
  ['some call where callee is "x"', 'nothing', 'call'],
  ['every call must callee is "x"', 'call', 'nothing'],
  ['at least 2 call where callee is "x"', 'nothing', 'call'],
  ['at most 2 call where callee is "x"', 'call', 'nothing'],
  ['exactly 2 call where callee is "x"', 'call', 'call'],
  ['no called', 'call', 'nothing'],
  ['every path among ["a"] must be ignored', 'path anywhere', 'nothing'],
  // Nested `some` and `at least` keep the side.
  ['no script where some command where command.script is script', 'script, command', 'nothing'],
  ['some script where some command where command.script is script', 'nothing', 'script, command'],
  ['no script where at least 2 command where command.script is script', 'script, command', 'nothing'],
  // `no`, `at most` and `not` turn it.
  ['no script where no command where command.script is script', 'script', 'command'],
  ['no script where at most 2 command where command.script is script', 'script', 'command'],
  ['no script where not (some command where command.script is script)', 'script', 'command'],
  ['no script where not (no command where command.script is script)', 'script, command', 'nothing'],
  ['some script where no command where command.script is script', 'command', 'script'],
  ['no script where exactly 1 command where command.script is script', 'script, command', 'command'],
  // `must` turns it, so that what has to be there removes a finding.
  ['every script must have some command where command.script is script', 'script', 'command'],
  ['every script must have no command where command.script is script', 'script, command', 'nothing'],
  ['every script where some command where command.script is script must be errexit', 'script, command', 'nothing'],
  // A nested `every` turns it for its subject and keeps it for its `must`.
  [
    'no script where every command where command.script is script must have some string where string.file is command.file',
    'script, string',
    'command',
  ],
  [
    'every script must every command where command.script is script must have some string where string.file is command.file',
    'script, command',
    'string',
  ],
  // What comes with a fact, and what it refers to, is there with it.
  ['no call where some argument where some origin where form is "file"', 'call', 'nothing'],
  ['every call must function.entry_point', 'call', 'nothing'],
  ['no url where file.role is "test"', 'url', 'nothing'],
  // Definitions are looked through.
  ['no function where calling', 'function, call', 'nothing'],
  ['every function must calling', 'function', 'call'],
  ['no function where not calling', 'function', 'call'],
  // Scopes; one reach for one scope.
  ['no call in python, code where callee is "x"', 'call in python+code', 'nothing'],
  ['no file anywhere where vendored', 'file anywhere', 'nothing'],
  ['no call in vendored, "lib/**" where name is "x"', 'call in "lib/**"+vendored', 'nothing'],
  [
    'no call in tests where some call as other in python where other.callee is call.callee',
    'call in tests, call in python',
    'nothing',
  ],
  ['no call where some call as other where other.callee is call.callee', 'call', 'nothing'],
  // Templates matter to the sentences that name them, wherever these do.
  ['no setting where file.role is "template"', 'setting with templates', 'nothing'],
  ['no setting where file.role is among ["code", "template"]', 'setting with templates', 'nothing'],
  ['no setting where file.role is not "template"', 'setting', 'nothing'],
  ['no setting in configuration where key is "x"', 'setting in configuration', 'nothing'],
  ['some own_template', 'nothing', 'file with templates'],
  [
    'every template must have some setting where setting.file is template',
    'file with templates',
    'setting with templates',
  ],
]

for (const [sentence, adds, removes] of checks) {
  test(sentence, () => {
    const [check] = itemOf(sentence, definitions).checks
    assert.deepEqual([reachesText(check?.adds ?? []), reachesText(check?.removes ?? [])], [adds, removes])
  })
}

const conditions: readonly (readonly [condition: string, reads: string])[] = [
  ['some call where callee is "x"', 'call'],
  ['no call where callee is "x"', 'call'],
  ['some script where no command where command.script is script', 'script, command'],
  ['not (some template) and some url', 'file with templates, url with templates'],
]

for (const [condition, reads] of conditions) {
  test(`applies when ${condition}`, () => {
    const { applies, needs } = itemOf(`applies when ${condition}\n  no import where module is "x"`, definitions)
    assert.deepEqual(
      (applies?.reads ?? []).map((reach) => reachesText([reach])).toSorted(),
      reads.split(', ').toSorted(),
    )
    assert.deepEqual(needs, [...new Set(['import', ...(applies?.reads ?? []).map(({ of }) => of)])].toSorted())
  })
}

test('the evidence of a question is read as well', () => {
  const { reviews, needs } = itemOf(
    'review "Is it?" when some call where no string where string.function is call.function',
  )
  assert.equal(reachesText(reviews[0]?.when?.reads ?? []), 'call, string')
  assert.deepEqual(needs, ['call', 'string'])
})

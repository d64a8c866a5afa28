/** What checklists ask of extraction: kinds with their scopes, and paths. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractionPlan } from '../../compiler/plan/extract.ts'
import { checklistOf } from '../support/sources.ts'

const definitions = `
parameter listed list of text = ["b.key", "a.key"] "Files"
parameter single text = "state.json" "A file"
define known as ["c.key", single]
define guarded(call) as some path among ["from-a-definition"] where exists
define unused(call) as some path among ["from-nowhere"] where exists
`

const planOf = (clauses: string, given = {}) => extractionPlan(checklistOf(clauses, definitions), given)

test('a kind that several sentences reach has the scopes of each, once', () => {
  const { kinds } = planOf(`applies when some url in tests where local
  no call where callee is "x"
  every call must callee is "y"
  no call in python where some string where string.function is call.function
  review "Is it?" when some file anywhere where setuid`)
  assert.deepEqual(
    kinds.map(({ kind, scopes }) => [
      kind,
      scopes.map(({ anywhere, languages, roles }) => [anywhere, languages, roles]),
    ]),
    [
      [
        'call',
        [
          [false, [], []],
          [false, ['python'], []],
        ],
      ],
      ['file', [[true, [], []]]],
      ['string', [[false, [], []]]],
      ['url', [[false, [], ['tests']]]],
    ],
  )
})

const probes: readonly (readonly [clauses: string, expected: readonly string[]])[] = [
  ['no call where callee is "x"', []],
  ['every path among ["b", "a", "b"] must be ignored', ['a', 'b']],
  ['every path among listed must be ignored', ['a.key', 'b.key']],
  ['every path among known must be ignored', ['c.key', 'state.json']],
  ['no call where some path among ["nested"] where exists', ['nested']],
  ['every call must have no path among ["below-must"] where exists', ['below-must']],
  ['no call where guarded', ['from-a-definition']],
  ['applies when some path among ["applies"] where exists\\n  no call', ['applies']],
  ['review "Is it?" when some path among ["asked"] where exists', ['asked']],
]

for (const [clauses, expected] of probes) {
  test(`paths of: ${clauses}`, () => {
    assert.deepEqual(planOf(clauses.replace('\\n', '\n')).probes, expected)
  })
}

test('parameters that are set take the place of their defaults', () => {
  const plan = planOf('every path among known must be ignored\n  every path among listed must be ignored', {
    single: 'other.json',
    listed: ['z.key'],
  })
  assert.deepEqual(plan.probes, ['c.key', 'other.json', 'z.key'])
  assert.deepEqual(plan.parameters, { single: 'other.json', listed: ['z.key'] })
})

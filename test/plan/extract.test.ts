/** What checklists ask of extraction: kinds with their scopes, and paths. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractionPlan } from '../../compiler/plan/extract.ts'
import type { AskedRecords, OwnCondition } from '../../compiler/plan/extraction.ts'
import { checklistOf } from '../support/sources.ts'

const definitions = `
parameter listed list of text = ["b.key", "a.key"] "Files"
parameter single text = "state.json" "A file"
define known as ["c.key", single]
define guarded(call) as some path among ["from-a-definition"] where exists
define early as call where order < 5 and some argument where known
define unused(call) as some path among ["from-nowhere"] where exists
`

const planOf = (clauses: string, given = {}) => extractionPlan(checklistOf(clauses, definitions), given)

test('a kind that several sentences reach has the scopes of each, once', () => {
  const { kinds } = planOf(`applies when some url in tests where local
  no call where callee is "x"
  every call must callee is "y"
  no call in python where some string where string.function is call.function
  review "Is it?" when some file anywhere where setuid`)
  const shown = kinds.map(({ kind, selections }) => [
    kind,
    ...selections.map(({ scope: { anywhere, languages, roles }, condition }) => [
      [anywhere, languages, roles],
      conditionText(condition),
    ]),
  ])
  assert.deepEqual(shown, [
    // Every call of the own material is wanted for the second sentence, so the first adds nothing.
    ['call', [[false, [], []], 'always'], [[false, ['python'], []], 'always']],
    ['file', [[true, [], []], 'setuid']],
    ['string', [[false, [], []], 'always']],
    ['url', [[false, [], ['tests']], 'local']],
  ])
})

/** A sentence, and the condition by which its call is found in advance. */
const selected: readonly (readonly [clause: string, condition: string])[] = [
  ['no call where callee is "x"', 'callee in ["x"]'],
  ['no call where callee is not "x"', 'not callee in ["x"]'],
  ['no call where callee is among ["x", single]', 'callee in ["x","state.json"]'],
  ['no call where callee is among listed and order > 3', '(callee in ["b.key","a.key"] and order > 3)'],
  ['no call where callee like "os.*"', 'callee matches os.*'],
  ['no call where callee starts with "os." or order <= 2', '(callee starts with "os." or order <= 2)'],
  // What is optional, in a list or another fact's is no part of the narrowed kind.
  ['no call where receiver is "x" and order > 3', 'order > 3'],
  ['no call where receiver is "x" or order > 3', 'always'],
  ['no call where function.name is "main"', 'always'],
  ['no call where some argument where known', 'always'],
  ['no call where not (callee is "x" and receiver is "y")', 'always'],
  // Of a check's own subject all are counted that its narrowed kind takes in; of a nested one what is asked is enough.
  ['every call where order > 3 must callee is "x"', 'order > 3'],
  [
    'no url where some call where callee is "x" and (receiver is "y" or order is 3)',
    '(callee in ["x"] and (receiver in ["y"] or order in [3]))',
  ],
  ['no url where some call where some argument', 'one of arguments meets always'],
  [
    'no url where some call where some argument where known and some origin where form is "file" and name is present',
    'one of arguments meets (known and one of origins meets (form in ["file"] and name is there))',
  ],
  ['no url where some call where no argument where known', 'always'],
  [
    'no url where some call where some argument where known and argument.text is url.text',
    'one of arguments meets known',
  ],
  ['no early', '(order < 5 and one of arguments meets known)'],
]

for (const [clause, condition] of selected) {
  test(`selected in advance: ${clause}`, () => {
    const { kinds } = planOf(clause)
    const found = kinds.find(({ kind }) => kind === 'call')?.selections ?? []
    assert.deepEqual(
      found.map((selection) => conditionText(selection.condition)),
      [condition],
    )
  })
}

/** A sentence, and what the calls meet that are more than counted. */
const detailed: readonly (readonly [clause: string, condition: string | undefined])[] = [
  ['no call', undefined],
  ['no call where callee is "x"', undefined],
  ['no call where receiver is "x"', 'receiver in ["x"]'],
  ['no call where order > 3 and some argument where known', '(order > 3 and one of arguments meets known)'],
  ['no call where no argument where known', undefined],
  ['every call where some argument where known must order > 3', 'one of arguments meets known'],
  // What is counted by its records is looked at in any case.
  ['no early where receiver is "x"', undefined],
  // Nothing is told of a nested subject; what its condition looks into comes as a whole.
  ['no url where some call where receiver is "x"', '()'],
  ['no url where some call where some argument where known', undefined],
  ['no url where every call must order > 3', '()'],
  ['no url where every call must have some argument where known', undefined],
]

for (const [clause, condition] of detailed) {
  test(`more than counted: ${clause}`, () => {
    const found = planOf(clause).kinds.find(({ kind }) => kind === 'call')?.selections ?? []
    assert.deepEqual(
      found.map((selection) => selection.detailed && conditionText(selection.detailed)),
      [condition],
    )
  })
}

/** A sentence, and the records of calls that come with them. */
const recorded: readonly (readonly [clause: string, records: readonly string[]])[] = [
  ['no call where callee is "x"', []],
  ['no call where some argument where known', ['arguments where known']],
  // What is true of no record, or of every one, is judged by those that it speaks of; `must` is said of them.
  ['no call where no argument where known', ['arguments where known']],
  ['no call where every argument where known must text is "x"', ['arguments where known']],
  ['every call must have some argument where known', ['arguments where known']],
  ['no call where not (some argument where text is call.callee)', ['arguments where always']],
  [
    'no call where some argument where known and (some origin where form is "file")',
    ['arguments where (known and one of origins meets form in ["file"])', 'arguments.origins where form in ["file"]'],
  ],
  ['no url where some call where some argument where known', ['arguments where known']],
  ['no url where some call where callee is "x"', []],
  ['no early', ['arguments where known']],
  [
    'no call where (some argument where known) or (some argument where spread is "*")',
    ['arguments where known', 'arguments where spread in ["*"]'],
  ],
]

for (const [clause, records] of recorded) {
  test(`with the records: ${clause}`, () => {
    const found = planOf(clause).kinds.find(({ kind }) => kind === 'call')?.selections ?? []
    assert.deepEqual(
      found.flatMap((selection) => recordTexts(selection.records ?? [])),
      records,
    )
  })
}

const recordTexts = (records: readonly AskedRecords[], owner = ''): readonly string[] =>
  records.flatMap(({ field, condition, records: further }) => [
    `${owner}${field} where ${conditionText(condition)}`,
    ...recordTexts(further, `${owner}${field}.`),
  ])

test('a kind without records has nothing to say of them', () => {
  assert.deepEqual(planOf('no url where local').kinds[0]?.selections.map(Object.keys), [['scope', 'condition']])
})

test('conditions of one scope stand side by side, and the whole scope leaves no room for them', () => {
  const conditions = (clauses: string) =>
    planOf(clauses).kinds.flatMap(({ selections }) => selections.map(({ condition }) => conditionText(condition)))
  assert.deepEqual(conditions('no call where callee is "x"\n  no call where callee is "y"'), [
    'callee in ["x"]',
    'callee in ["y"]',
  ])
  assert.deepEqual(conditions('no call where callee is "x"\n  every call must known'.replace('known', 'order > 1')), [
    'always',
  ])
})

function conditionText(condition: OwnCondition): string {
  switch (condition.kind) {
    case 'always':
      return 'always'
    case 'all':
    case 'any':
      return `(${condition.operands.map(conditionText).join(condition.kind === 'all' ? ' and ' : ' or ')})`
    case 'not':
      return `not ${conditionText(condition.operand)}`
    case 'holds':
      return condition.field
    case 'present':
      return `${condition.field} is there`
    case 'among':
      return `${condition.field} in ${JSON.stringify(condition.values)}`
    case 'match':
      return `${condition.field} matches ${condition.pattern.written}`
    case 'some':
      return `one of ${condition.field} meets ${conditionText(condition.operand)}`
    default:
      return `${condition.field} ${condition.operator} ${JSON.stringify(condition.value)}`
  }
}

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

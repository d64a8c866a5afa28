/** How many sources of a value are told, and what is told of more. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distinct } from '../../../../runtime/facts/flow/distinct.ts'
import { mostTerms, type Term } from '../../../../runtime/facts/flow/term.ts'

const at = { path: 'a.py', line: 1, column: 1, endLine: 1, endColumn: 2 }

const variable = (name: string): Term => ({
  at,
  form: 'environment',
  name,
  text: name,
  query_keys: [],
  whole: true,
  encoded: false,
})

const variables = (count: number): readonly Term[] => Array.from({ length: count }, (_, index) => variable(`V${index}`))

const inTurn = (count: number, position: number): readonly Term[] =>
  variables(count).map((term) => ({ ...term, position }))

const told: readonly (readonly [title: string, terms: readonly Term[], forms: Readonly<Record<string, number>>])[] = [
  ['as many as are told', variables(mostTerms), { environment: mostTerms }],
  ['one more comes from anywhere', variables(mostTerms + 1), { unknown: 1 }],
  ['many that are the same', [...variables(mostTerms), ...variables(mostTerms)], { environment: mostTerms }],
  [
    'sources in turn, each bounded by itself',
    [...inTurn(mostTerms, 1), ...inTurn(2, 2)],
    { environment: mostTerms + 2 },
  ],
  [
    'the second of two in turn comes from anywhere',
    [...inTurn(2, 1), ...inTurn(mostTerms + 1, 2)],
    { environment: 2, unknown: 1 },
  ],
]

for (const [title, terms, forms] of told) {
  test(title, () => {
    const found = Object.groupBy(distinct(terms), ({ form }) => form)
    const counts = Object.fromEntries(Object.entries(found).map(([form, those]) => [form, those.length]))
    assert.deepEqual(counts, forms)
  })
}

test('what comes from anywhere stands where the first of it does', () => {
  const [first, ...others] = variables(mostTerms + 5)
  assert.ok(first !== undefined)
  const [only] = distinct([{ ...first, at: { ...at, line: 7 }, text: 'first' }, ...others])
  assert.deepEqual([only?.form, only?.at.line, only?.text], ['unknown', 7, 'first'])
})

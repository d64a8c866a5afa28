/** Facts that are given beside the repository. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { OwnCondition } from '../../../compiler/index.ts'
import { FactsError } from '../../../runtime/facts/errors.ts'
import { readGiven } from '../../../runtime/facts/external/given.ts'
import { leavesOf } from '../../../runtime/facts/external/leaves.ts'
import { missingFacts } from '../../../runtime/facts/external/missing.ts'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { folder, repository } from '../frame/repositories.ts'

const given = (text: string, name = 'x') => ({ name, file: 'x.json', whereabouts: '/x.json', text })

const leaves: Readonly<Record<string, string>> = {
  '1': ' = 1 at 1:1-2',
  '{"a": {"b": true}}': 'a.b = true at 1:13-17',
  '{"a": null,\n "b": "é𝄞"}': 'a = null at 1:7-11, b = "é𝄞" at 2:7-12',
  '{"a": [1, [2]]}': 'a [a.0] = 1 at 1:8-9, a [a.1.0] = 2 at 1:12-13',
  '[{"n": "x", "v": {"w": 1}}, {"n": "y"}]': 'n [0] = "x" at 1:8-11, v.w [0] = 1 at 1:24-25, n [1] = "y" at 1:35-38',
  '{"a": {}, "b": []}': '',
  '[1.50, -1e3, 1e400, 12345678901234567890]':
    ' [0] = 1.5 at 1:2-6,  [1] = -1000 at 1:8-12,  [2] = "1e400" at 1:14-19,  [3] = "12345678901234567890" at 1:21-41',
}

for (const [text, expected] of Object.entries(leaves)) {
  test(`values of ${text}`, () => {
    const shown = leavesOf(given(text)).map(
      ({ key, entry, value, line, column, endColumn }) =>
        `${key}${entry === undefined ? '' : ` [${entry}]`} = ${JSON.stringify(value)} at ${line}:${column}-${endColumn}`,
    )
    assert.equal(shown.join(', '), expected)
  })
}

const broken: Readonly<Record<string, RegExp>> = {
  '{"a": }': /^x\.json:1:7 is not JSON: value expected\.$/,
  '{"a": 1} {': /^x\.json:1:10 is not JSON/,
  '{"a": 1, // why\n}': /^x\.json:1:10 is not JSON: invalid comment token\.$/,
  '': /^x\.json:1:1 is not JSON/,
}

for (const [text, message] of Object.entries(broken)) {
  test(`no JSON: ${JSON.stringify(text)}`, () => {
    assert.throws(
      () => leavesOf(given(text)),
      (error) => error instanceof FactsError && message.test(error.message),
    )
  })
}

test('no depth is too much', () => {
  assert.throws(() => leavesOf(given('['.repeat(100_000) + ']'.repeat(100_000))), {
    name: 'FactsError',
    message: 'x.json:1:1 is not JSON: it is nested too deeply.',
  })
})

const plan = (condition: OwnCondition) => ({
  schema: 1,
  checklist: 'own',
  kinds: [{ kind: 'external', selections: [{ scope: everywhere, condition }] }] as const,
  probes: [],
  parameters: {},
})
const everywhere = { anywhere: true, globs: [], languages: [], roles: [], vendored: false, templates: true }

test('a file of the repository is its own place; another one stands where the repository does', async () => {
  const root = repository({ 'README.md': '# x\n', 'sbom.json': '{"a": 1}' })
  const outside = folder({ 'b.json': '{"b": 2}' })
  const { document } = await extractFacts(root, plan({ kind: 'always' }), {
    given: [readGiven('inside', join(root, 'sbom.json')), readGiven('outside', join(outside, 'b.json'))],
  })
  assert.deepEqual(
    document.external?.map(({ at, name, key, value }) => [`${at.path}:${at.line}:${at.column}`, name, key, value]),
    [
      ['README.md:1:1', 'outside', 'b', 2],
      ['sbom.json:1:7', 'inside', 'a', 1],
    ],
  )
  assert.deepEqual(document.extracted.external, { found: 2, kept: 2, files: 2 })
  assert.deepEqual(document.undecided, [])
})

test('who asks for nothing gets nothing', async () => {
  const root = repository({ 'README.md': '# x\n' })
  const { document } = await extractFacts(root, undefined, { given: [readGiven('x', join(root, 'README.md'))] })
  assert.equal(document.external, undefined)
})

const named = (...values: readonly string[]): OwnCondition => ({ kind: 'among', field: 'name', values })
const ofForm: OwnCondition = { kind: 'affix', field: 'name', operator: 'starts with', value: 'a' }
const other: OwnCondition = { kind: 'among', field: 'key', values: ['k'] }

/** What is asked for, the names that are given, and what is missing then. */
const missing: readonly (readonly [OwnCondition, readonly string[], readonly string[]])[] = [
  [named('a'), ['a'], []],
  [named('a'), [], ['a']],
  [named('a'), ['b'], ['a']],
  [named('a', 'b'), ['b'], ['a']],
  [{ kind: 'all', operands: [other, named('a')] }, [], ['a']],
  [{ kind: 'any', operands: [named('b'), named('a')] }, [], ['a', 'b']],
  [{ kind: 'any', operands: [other, named('a')] }, ['b'], []],
  [{ kind: 'not', operand: named('a') }, [], ['NAME']],
  [{ kind: 'not', operand: named('a') }, ['a'], ['NAME']],
  [{ kind: 'not', operand: named('a') }, ['b'], []],
  [ofForm, ['b'], ['NAME']],
  [ofForm, ['b', 'ab'], []],
  [{ kind: 'all', operands: [other, ofForm] }, ['b'], ['NAME']],
  [{ kind: 'any', operands: [other, ofForm] }, ['b'], []],
  [other, [], ['NAME']],
  [other, ['b'], []],
  [{ kind: 'always' }, ['b'], []],
]

test('what is asked for and was not given', () => {
  for (const [condition, names, expected] of missing) {
    const sentences = missingFacts(
      [{ scope: everywhere, condition }],
      names.map((name) => given('1', name)),
    )
    assert.deepEqual(
      sentences.map((sentence) => /--facts (\S+)=FILE$/.exec(sentence)?.[1]),
      expected,
      JSON.stringify([condition, names]),
    )
  }
})

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertKnown, givenParameters, parameterValues } from '../../cli/parameters.ts'
import type { TypedParameter } from '../../compiler/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'proviso-parameters-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const about = 'what it is'
const parameters: readonly TypedParameter[] = [
  { name: 'file', type: 'text', value: 'a', about },
  { name: 'mode', type: 'text', value: 'on', bounds: ['on', 'off'], about },
  { name: 'rate', type: 'number', value: 5, bounds: { low: 1, high: 10 }, about },
  { name: 'strict', type: 'boolean', value: true, about },
  { name: 'hosts', type: 'list of text', value: [], about },
  { name: 'ports', type: 'list of number', value: [1], bounds: { low: 1, high: 99 }, about },
]

const valuesOf = (...assignments: readonly string[]) => parameterValues(givenParameters(assignments, []), parameters)

test('text from the command line is read as what the parameter is', () => {
  const table: readonly (readonly [string, unknown])[] = [
    ['file=7', { file: '7' }],
    ['file=', { file: '' }],
    ['file=a=b', { file: 'a=b' }],
    ['mode=off', { mode: 'off' }],
    ['rate=2.5', { rate: 2.5 }],
    ['strict=false', { strict: false }],
    ['hosts=a.test, b.test', { hosts: ['a.test', 'b.test'] }],
    ['hosts=["a,b", "c"]', { hosts: ['a,b', 'c'] }],
    ['hosts=', { hosts: [] }],
    ['ports=1,22', { ports: [1, 22] }],
  ]
  for (const [assignment, expected] of table) assert.deepEqual(valuesOf(assignment), expected)
})

test('what does not fit is refused with what would', () => {
  const table: readonly (readonly [string, RegExp])[] = [
    ['rate=fast', /parameter rate takes a number, and "fast" is none/],
    ['rate=11', /parameter rate cannot be "11"/],
    ['rate=Infinity', /takes a number/],
    ['mode=maybe', /parameter mode cannot be "maybe"/],
    ['strict=yes', /takes true or false/],
    ['ports=1,x', /takes a list of numbers/],
    ['ports=1,100', /cannot be/],
    ['hosts=[1', /takes a list of texts/],
    ['hosts=[1]', /takes a list of texts/],
    ['rate', /NAME=VALUE, and "rate" has no "="/],
    ['=3', /has no name/],
  ]
  for (const [assignment, message] of table) assert.throws(() => valuesOf(assignment), { name: 'Failure', message })
  assert.throws(() => valuesOf('rate=11'), { hint: /from 1 to 10/ })
  assert.throws(() => valuesOf('mode=x'), { hint: /one of on, off/ })
})

test('a name that no parameter has is answered with the one that was meant', () => {
  const known = (name: string) => assertKnown(givenParameters([`${name}=1`], []), parameters)
  known('rate')
  assert.throws(() => known('raet'), { message: 'there is no parameter "raet"', hint: 'Did you mean "rate"?' })
  assert.throws(() => known('zzzzzzz'), { hint: /There are: file, mode, rate/ })
})

test('files hold values as they are, and the command line wins', () => {
  const yaml = join(folder, 'a.yaml')
  const json = join(folder, 'b.json')
  writeFileSync(yaml, 'rate: 2\nhosts:\n  - a.test\nstrict: false\n')
  writeFileSync(json, '{ "rate": 3 }')
  assert.deepEqual(parameterValues(givenParameters(['strict=true'], [yaml, json]), parameters), {
    rate: 3,
    strict: true,
    hosts: ['a.test'],
  })
  writeFileSync(json, '{ "file": 3 }')
  assert.throws(() => parameterValues(givenParameters([], [json]), parameters), /takes a text, and 3 is none/)
  writeFileSync(json, '[1]')
  assert.throws(() => givenParameters([], [json]), /holds no parameters/)
  assert.throws(() => givenParameters([], [join(folder, 'none.yaml')]), /there is no file .*none\.yaml with parameters/)
})

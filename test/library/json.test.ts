import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { libraryInstance } from '../support/instance.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a JSON text comes to when it is read and written again; undefined where it is refused. */
function roundTrip(bytes: Uint8Array, format: 'json' | 'value' = 'json'): string | undefined {
  const library = libraryInstance()
  const value = library.exports[`opa_${format}_parse`]!(...library.place(bytes))
  return value === 0 ? undefined : library.textAt(library.exports[`opa_${format}_dump`]!(value))
}

const valid = [
  ...['null', 'true', 'false', '0', '-1', '536870911', '-536870912', '536870912', '123456789012345678901234567890'],
  ...[
    '1.0',
    '1e2',
    '-0',
    '0.1',
    '1E+400',
    '""',
    '"a"',
    '[]',
    '{}',
    ' [ 1 , 2 ] ',
    '[[],{}]',
    '{"a":{"b":[1,"x",null]}}',
  ],
  ...['"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\u00e9\\ud83d\\ude00"', '"é😀"', '"\\u0000"', '{"a":1,"a":2}', '{"\\u0061":1}'],
  ...['[{"a":"x","b":1},{"a":"x","b":2},{"b":3}]', '"aaaaaaa\\n"', '"aaaaaaaa"', '"12345678\\"90"', '{"":1}'],
]

for (const text of valid) {
  test(`valid JSON: ${text}`, () =>
    assert.deepEqual(JSON.parse(roundTrip(encode(text)) ?? 'refused'), JSON.parse(text)))
}

test('numbers keep their text', () => {
  for (const text of ['1.0', '1e2', '-0', '1E+400', '0.10', '123456789012345678901234567890']) {
    assert.equal(roundTrip(encode(text)), text)
  }
})

const invalid = [
  ...['', ' ', 'nul', 'tru', 'True', '01', '-', '+1', '1.', '.5', '1e', '0x1', 'NaN', '"', '"a', '"\\x"', '"\\u12"'],
  ...[
    '"\n"',
    '"\u0001"',
    '[',
    '[1',
    '[1,',
    '[1,]',
    '[1 2]',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
  ],
  ...['[1]x', '1 1', ']', '{"a":1]', '"\\ud800"', '"\\ud800\\u0041"', '"\\udc00"', '{1,2}', 'set()', '{1:2}'],
]

for (const text of invalid) {
  test(`no JSON: ${JSON.stringify(text)}`, () => assert.equal(roundTrip(encode(text)), undefined))
}

test('bytes that are no UTF-8 are refused', () => {
  for (const bytes of [
    [0xff],
    [0xc0, 0x80],
    [0xe0, 0x80, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xc3],
    [0x80],
  ]) {
    assert.equal(roundTrip(Uint8Array.from([0x22, ...bytes, 0x22])), undefined, bytes.join())
  }
})

test('depth has a limit, and no stack overflows', () => {
  assert.equal(roundTrip(encode(`${'['.repeat(900)}${']'.repeat(900)}`))?.length, 1800)
  for (const open of ['[', '{"a":']) assert.equal(roundTrip(encode(open.repeat(100_000))), undefined)
})

test('generated JSON comes back as it was', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'medium' }), (text) => {
      assert.deepEqual(JSON.parse(roundTrip(encode(text)) ?? 'refused'), JSON.parse(text))
    }),
    { numRuns: 300, seed: 11 },
  )
})

test('values of OPA: sets, and keys of all sorts', () => {
  assert.equal(roundTrip(encode('{3, 1, 2, 1}'), 'value'), '{1,2,3}')
  assert.equal(roundTrip(encode('set()'), 'value'), 'set()')
  assert.equal(roundTrip(encode('{[1]: {"x"}, null: 2}'), 'value'), '{null:2,[1]:{"x"}}')
})

test('as JSON, sets are arrays and keys are texts', () => {
  const library = libraryInstance()
  const value = library.exports.opa_value_parse!(...library.place(encode('{"s": {2, 1}, {"k": "v"}: 1}')))
  assert.equal(library.textAt(library.exports.opa_json_dump!(value)), '{"s":[1,2],"{\\"k\\":\\"v\\"}":1}')
})

test('objects are written in the order of their keys, whatever they came in', () => {
  assert.equal(roundTrip(encode('{"b":1,"ä":2,"a":3,"B":4}')), '{"B":4,"a":3,"b":1,"ä":2}')
})

/** Milliseconds of the processor that reading takes, the least of three. */
function reading(text: string): number {
  const bytes = encode(text)
  const times = [1, 2, 3].map(() => {
    const library = libraryInstance()
    const placed = library.place(bytes)
    const started = process.cpuUsage()
    assert.notEqual(library.exports.opa_json_parse!(...placed), 0)
    return process.cpuUsage(started).user / 1000
  })
  return Math.min(...times)
}

test('hostile keys cost no more than others', () => {
  const wide = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":${i}`).join()}}`
  const many = (count: number) => `[${Array.from({ length: count }, (_, i) => `{"k${i}":1}`).join()}]`
  for (const make of [wide, many]) {
    const [small, large] = [reading(make(10_000)), reading(make(80_000))]
    assert.ok(large < small * 60 + 50, `${small} ms became ${large} ms with eight times the keys`)
  }
})

/** What emitted code calls, where OPA's cases and the builtins do not come by. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LibraryInstance, libraryInstance } from '../support/instance.ts'

const parse = (library: LibraryInstance, text: string): number =>
  library.exports.opa_value_parse!(...library.place(new TextEncoder().encode(text)))
const shown = (library: LibraryInstance, value: number): string | undefined =>
  value === 0 ? undefined : library.textAt(library.exports.opa_value_dump!(value))

/** The address of a text with a NUL behind it. */
const message = (library: LibraryInstance): number =>
  library.place(new TextEncoder().encode('t.rego:12:7: conflict\0'))[0]

const looked: readonly (readonly [source: string, key: string, found: string | undefined])[] = [
  ['[5, 6]', '1', '6'],
  ['[5, 6]', '1.0', '6'],
  ['[5, 6]', '10e-1', '6'],
  ['[5, 6]', '2', undefined],
  ['[5, 6]', '-1', undefined],
  ['[5, 6]', '0.5', undefined],
  ['[5, 6]', '1e400', undefined],
  ['[5, 6]', '4294967297', undefined],
  ['[5, 6]', '"1"', undefined],
  ['{"a": 1}', '"a"', '1'],
  ['{"a": 1}', '"b"', undefined],
  ['{1: "x"}', '1.0', '"x"'],
  ['{[1]: 2}', '[1]', '2'],
  ['{"a", "b"}', '"a"', '"a"'],
  ['{1.0}', '1', '1.0'],
  ['{1}', '2', undefined],
  ['"text"', '0', undefined],
  ['null', '"a"', undefined],
]

for (const [source, key, found] of looked) {
  test(`${source}[${key}]`, () => {
    const library = libraryInstance()
    const value = library.exports.value_get!(parse(library, source), parse(library, key))
    assert.equal(shown(library, value), found)
  })
}

test('collections are walked in the order of their keys', () => {
  const library = libraryInstance()
  const { scan_count: count, scan_key: key, scan_value: value } = library.exports
  const walked = (text: string) => {
    const collection = parse(library, text)
    const indexes = Array.from({ length: count!(collection) }, (_, index) => index)
    return indexes.map((i) => `${shown(library, key!(collection, i))}: ${shown(library, value!(collection, i))}`)
  }
  assert.deepEqual(walked('[3, 1]'), ['0: 3', '1: 1'])
  assert.deepEqual(walked('{"b": 1, "a": 2, 10: 3, 9: 4}'), ['9: 4', '10: 3', '"a": 2', '"b": 1'])
  assert.deepEqual(walked('{"b", null, 2, true}'), ['null: null', 'true: true', '2: 2', '"b": "b"'])
  for (const scalar of ['null', '1', '"text"', '[]', '{}', 'set()']) assert.deepEqual(walked(scalar), [])
})

test('what is added shows, also after an order has been worked out', () => {
  const library = libraryInstance()
  const { make_set: make, set_add: add, make_object: object, object_insert: insert } = library.exports
  const set = make!()
  const expected: string[] = []
  for (let i = 40; i > 0; i--) {
    add!(set, parse(library, `${i}`))
    add!(set, parse(library, `${i}.0`))
    expected.unshift(`${i}`)
    assert.equal(shown(library, set), `{${expected.join()}}`)
  }
  const table = object!()
  for (const value of ['1', '2']) insert!(table, parse(library, '"k"'), parse(library, value))
  assert.equal(shown(library, table), '{"k":2}')
})

test('a key may be inserted again with an equal value only', () => {
  const library = libraryInstance()
  const table = library.exports.make_object!()
  const insert = (key: string, value: string) =>
    library.exports.object_insert_once!(table, parse(library, key), parse(library, value), message(library))
  insert('"k"', '1')
  insert('"k"', '1.0')
  insert('1', '{2}')
  assert.throws(() => insert('"k"', '2'), { message: 't.rego:12:7: conflict' })
  assert.equal(shown(library, table), '{1:{2},"k":1}')
})

test('objects are merged deeply, and what is no object on one side stays as the first has it', () => {
  const library = libraryInstance()
  const merge = (a: string, b: string) =>
    shown(library, library.exports.object_merge!(parse(library, a), parse(library, b)))
  assert.equal(merge('{"a": {"x": 1}, "b": 1}', '{"a": {"y": 2, "x": 3}, "c": 2}'), '{"a":{"x":1,"y":2},"b":1,"c":2}')
  assert.equal(merge('{"a": 1}', '{"a": {"y": 2}}'), '{"a":1}')
})

test('with puts a value into a copy', () => {
  const library = libraryInstance()
  const base = parse(library, '{"a": {"b": 1, "c": 2}, "d": 3}')
  const put = (path: string, value: string) =>
    shown(library, library.exports.with_put!(base, parse(library, path), parse(library, value)))
  assert.equal(put('["a", "b"]', '9'), '{"a":{"b":9,"c":2},"d":3}')
  assert.equal(put('["d", "e"]', '9'), '{"a":{"b":1,"c":2},"d":{"e":9}}')
  assert.equal(put('[]', '9'), '9')
  assert.equal(shown(library, base), '{"a":{"b":1,"c":2},"d":3}')
})

test('a variable is assigned once; the same value again is no conflict', () => {
  const library = libraryInstance()
  const assign = (known: number, value: string) =>
    library.exports.assign_once!(known, parse(library, value), message(library))
  assert.equal(shown(library, assign(0, '1')), '1')
  assert.equal(shown(library, assign(parse(library, '[1]'), '[1.0]')), '[1.0]')
  assert.throws(() => assign(parse(library, '1'), '2'), { message: 't.rego:12:7: conflict' })
})

test('a text is found among texts that stand in the order of their lengths', () => {
  const library = libraryInstance()
  const texts = parse(library, '["", "b", "aa", "ab", "é", "ccc"]')
  const isIn = (value: string) => shown(library, library.exports.member_of!(parse(library, value), texts))
  for (const member of ['""', '"b"', '"é"', '"aa"', '"ab"', '"ccc"']) assert.equal(isIn(member), 'true', member)
  for (const other of ['"a"', '"ac"', '"cccc"', '1', 'null', '[]']) assert.equal(isIn(other), 'false', other)
})

test('a part is found in linear time, whatever its bytes', () => {
  const library = libraryInstance()
  const text = (length: number) => parse(library, `"${'a'.repeat(length)}b"`)
  const [long, part, absent] = [text(400_000), text(200_000), parse(library, `"${'a'.repeat(200_000)}cb"`)]
  const started = process.cpuUsage()
  assert.equal(shown(library, library.exports.builtin_indexof!(long, part)), '200000')
  assert.equal(shown(library, library.exports.builtin_contains!(long, absent)), 'false')
  assert.ok(process.cpuUsage(started).user < 1_000_000)
})

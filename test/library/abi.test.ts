import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LibraryInstance, libraryInstance } from '../support/instance.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const parse = (library: LibraryInstance, text: string): number =>
  library.exports.opa_value_parse!(...library.place(encode(text)))
const json = (library: LibraryInstance, value: number): string => library.textAt(library.exports.opa_json_dump!(value))

test('the heap pointer may be any address, and what lies below it stays', () => {
  const library = libraryInstance()
  const { opa_heap_ptr_get: get, opa_heap_ptr_set: set, opa_malloc: malloc } = library.exports
  const data = parse(library, '{"a": [1, {"b": "c"}]}')
  const mark = get!()
  for (const offset of [0, 1, 3, 7]) {
    set!(mark + offset)
    const address = malloc!(16)
    assert.ok(address >= mark + offset && address % 8 === 0)
    new Uint8Array(library.memory.buffer, address, 16).fill(0xff)
    parse(library, '{"other": "value", "z": [1, 2, 3]}')
    assert.equal(json(library, data), '{"a":[1,{"b":"c"}]}')
  }
})

test('data that was brought into order keeps it when the pointer is set back', () => {
  const library = libraryInstance()
  const data = parse(library, '{"b": 1, "a": 2}')
  const mark = library.exports.opa_heap_ptr_get!()
  for (let turn = 0; turn < 3; turn++) {
    assert.equal(json(library, data), '{"a":2,"b":1}')
    library.exports.opa_heap_ptr_set!(mark)
    const [address, length] = library.place(new Uint8Array(4096).fill(0xee))
    assert.ok(address + length > mark)
  }
})

const add = (library: LibraryInstance, base: number, path: string, value: string): number =>
  library.exports.opa_value_add_path!(base, parse(library, path), parse(library, value))

test('data is changed at paths, and errors have their codes', () => {
  const library = libraryInstance()
  const base = parse(library, '{"a": {"x": 1}, "list": [1]}')
  assert.equal(add(library, base, '["a", "y"]', '2'), 0)
  assert.equal(add(library, base, '["new", "deep"]', '"v"'), 0)
  assert.equal(add(library, base, '["a", "x"]', '{"z": 1}'), 0)
  assert.equal(json(library, base), '{"a":{"x":{"z":1},"y":2},"list":[1],"new":{"deep":"v"}}')
  assert.equal(add(library, base, '["list", "x"]', '1'), 2)
  assert.equal(add(library, base, '[]', '1'), 3)
  assert.equal(add(library, base, '"a"', '1'), 3)
  const remove = (path: string) => library.exports.opa_value_remove_path!(base, parse(library, path))
  assert.equal(remove('["a", "x"]'), 0)
  assert.equal(remove('["a", "never"]'), 0)
  assert.equal(remove('["nothing", "here"]'), 0)
  assert.equal(remove('[]'), 3)
  assert.equal(json(library, base), '{"a":{"y":2},"list":[1],"new":{"deep":"v"}}')
})

test('the version is 1.3, and what the host may call and need not is there', () => {
  const { exports } = libraryInstance()
  const version = exports as unknown as Record<string, WebAssembly.Global>
  assert.equal(version.opa_wasm_abi_version?.value, 1)
  assert.equal(version.opa_wasm_abi_minor_version?.value, 3)
  for (const name of ['opa_heap_blocks_stash', 'opa_heap_blocks_restore', 'opa_heap_stash_clear']) exports[name]!()
  exports.opa_free!(0)
  exports.opa_value_free!(0)
  assert.ok(exports.opa_malloc!(0) > 0)
})

test('a reserved argument of opa_eval is refused by name', () => {
  const library = libraryInstance()
  assert.throws(
    () => library.exports.opa_eval!(1, 0, 0, 0, 0, library.exports.opa_heap_ptr_get!(), 0),
    /invalid reserved argument/,
  )
})

test('values have an order: null, booleans, numbers, texts, arrays, objects, sets', () => {
  const library = libraryInstance()
  const ascending = [
    ...[
      'null',
      'false',
      'true',
      '-1e400',
      '-2',
      '0',
      '0.5',
      '1',
      '10',
      '1e400',
      '""',
      '"A"',
      '"a"',
      '"aa"',
      '"é"',
      '"😀"',
    ],
    ...[
      '[]',
      '[1]',
      '[1, 0]',
      '[2]',
      '{}',
      '{"a": 1}',
      '{"a": 1, "b": 1}',
      '{"b": 0}',
      'set()',
      '{1}',
      '{1, 2}',
      '{2}',
    ],
  ].map((text) => parse(library, text))
  for (const [i, a] of ascending.entries()) {
    for (const [j, b] of ascending.entries()) {
      assert.equal(Math.sign(library.exports.value_compare!(a, b)), Math.sign(i - j), `${i} ${j}`)
      assert.equal(library.exports.value_equal!(a, b), i === j ? 1 : 0)
    }
  }
})

const arithmetic: readonly (readonly [name: string, a: string, b: string, result: string | undefined])[] = [
  ['plus', '536870911', '1', '536870912'],
  ['plus', '0.1', '0.2', '0.3'],
  ['plus', '99999999999999999999', '1', '100000000000000000000'],
  ['plus', '1', '"a"', undefined],
  ['minus', '1', '2.5', '-1.5'],
  ['minus', '{1, 2, 3}', '{2}', '[1,3]'],
  ['mul', '-0.5', '4', '-2'],
  ['mul', '123456789', '987654321', '121932631112635269'],
  ['div', '1', '4', '0.25'],
  ['div', '1', '0', undefined],
  ['rem', '7', '-3', '1'],
  ['rem', '7', '0', undefined],
]

for (const [name, a, b, result] of arithmetic) {
  test(`${a} ${name} ${b}`, () => {
    const library = libraryInstance()
    const value = library.exports[`builtin_${name}`]!(parse(library, a), parse(library, b))
    assert.equal(value === 0 ? undefined : json(library, value), result)
  })
}

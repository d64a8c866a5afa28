/** `opa_eval` of a policy whose one rule gives the input back: shaped objects, and what the host may do with memory. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Policy } from '../../compiler/plan/ir.ts'
import { compileModule, emitModule, type ModuleOutcome } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { instanceOf, type LibraryInstance } from '../support/instance.ts'
import { assign, block, input, local, policyOf, result, Strings } from '../support/ir.ts'
import { libraryBytes } from '../support/library.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/**
 * A module with the entrypoints given, all of which give the input back. It reads everything: one that reads what is asked
 * for would hand the input on as it is written.
 */
function echoing(...entrypoints: readonly string[]): Uint8Array {
  return echoingAs(emitModule, entrypoints)
}

function echoingAs(compiler: (policy: Policy, library: Uint8Array) => ModuleOutcome, entrypoints: readonly string[]) {
  const policy = policyOf(new Strings(), { p: [block(assign(result, local(input)))] })
  const [plan] = policy.plans.plans
  assert(plan !== undefined)
  const plans = entrypoints.map((name) => ({ ...plan, name }))
  const compiled = compiler({ ...policy, plans: { plans } }, libraryBytes())
  assert(compiled.kind === 'module')
  return compiled.bytes
}

const bytes = echoing('t/p')
const module = new WebAssembly.Module(Uint8Array.from(bytes))

/** As an SDK does it: the input is written at `at`, and the heap begins right behind it. */
function evaluate(instance: LibraryInstance, text: Uint8Array, at: number, format = 0): string {
  const missing = at + text.length - instance.memory.buffer.byteLength
  if (missing > 0) instance.memory.grow(Math.ceil(missing / 0x10000))
  new Uint8Array(instance.memory.buffer).set(text, at)
  return instance.textAt(instance.exports.opa_eval!(0, 0, 0, at, text.length, at + text.length, format))
}

/** What the input reads as in the module, as text; undefined where it is no input. */
function echo(text: string | Uint8Array): string | undefined {
  const instance = instanceOf(module)
  const given = typeof text === 'string' ? encode(text) : text
  const answer = evaluate(instance, given, instance.exports.opa_heap_ptr_get!())
  return answer === '[]' ? undefined : answer.slice('[{"result":'.length, -'}]'.length)
}

/**
 * JSON text with sorted keys. Texts are compared, not what JSON.parse makes of them: that of V8 13.6 takes `"a\""` for the
 * key `a\` where it has seen that key at the same place of another object.
 */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => Buffer.compare(encode(a), encode(b)))
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join()}}`
}

test('the SDK gives back what it was given', () => {
  const policy = loadPolicy(bytes)
  const facts = { call: [{ at: { line: 1 }, callee: 'a' }, { at: { line: 2 }, callee: 'a' }, {}, { callee: 'b' }] }
  const given = Uint8Array.from(encode(JSON.stringify(facts))).buffer
  for (let turn = 0; turn < 3; turn++) assert.deepEqual(policy.evaluate(given), [{ result: facts }])
})

const objects: readonly string[] = [
  '[{"a":1,"b":2},{"a":3,"b":4},{"b":5,"a":6},{"a":7},{}]',
  '{"a":1,"a":2}',
  '[{"a":1,"b":2},{"a":3,"a":4},{"a":5,"b":6}]',
  '[{"a":"x"},{"a":"x"},{"a":"y"},{"a":1}]',
  '{"a":{"a":{"a":{}}}}',
  '{"":{"":0},"\\u0000":1}',
  '[{"\\u0061":1},{"a":2},{"\\u0061":3}]',
  '[{"a\\nb":1},{"a\\nb":2}]',
  `{${Array.from({ length: 200 }, (_, i) => `"key ${i}":${i}`).join()}}`,
  JSON.stringify(Array.from({ length: 5000 }, (_, i) => ({ [`k${i}`]: { [`l${i % 7}`]: i } }))),
]

for (const text of objects) {
  test(`objects: ${text.slice(0, 60)}`, () => assert.equal(echo(text), written(JSON.parse(text))))
}

test('a key that ends with a backslash is not the beginning of one with an escaped quote', () => {
  assert.equal(echo('[{"a\\\\":1},{"a\\":1}":2}]'), '[{"a\\\\":1},{"a\\":1}":2}]')
})

test('what is no JSON is no input', () => {
  for (const text of ['', '{', '[{"a":1},{"a\n":1}]', '[{"a":1},{"a":1]', '[{"a\\"b":1},{"a"b":1}]', '{1}', 'set()']) {
    assert.equal(echo(text), undefined, text)
  }
})

test('generated objects with few keys come back as they were', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'a"', 'a\\', '\u0000', 'é', '')
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.string({ unit: 'grapheme' }), tie('list'), tie('object')),
    list: fc.array(tie('any'), { maxLength: 4 }),
    object: fc.dictionary(key, tie('any'), { maxKeys: 5, noNullPrototype: true }),
  })).list
  fc.assert(
    fc.property(value, (generated) => assert.equal(echo(JSON.stringify(generated)), written(generated))),
    { numRuns: 500, seed: 7 },
  )
})

test('whatever bytes change, the module answers as V8 does', () => {
  const source = encode('{"a":[{"b":"x\\n","c":-1.5e3},{"b":"\u00e9\\u0041","c":true}],"d":null}')
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const wanted = (changed: Uint8Array): unknown => {
    try {
      return JSON.parse(strict.decode(changed))
    } catch {
      return undefined
    }
  }
  const change = fc.record({ at: fc.nat(source.length - 1), to: fc.nat(255), cut: fc.nat(source.length) })
  fc.assert(
    fc.property(change, fc.boolean(), ({ at, to, cut }, shorter) => {
      const changed = Uint8Array.from(shorter ? source.subarray(0, cut) : source.with(at, to))
      const answer = echo(changed)
      assert.deepEqual(answer === undefined ? undefined : JSON.parse(answer), wanted(changed))
    }),
    { numRuns: 2000, seed: 3 },
  )
})

test('objects that are only told come as they are written', () => {
  const sparing = instanceOf(new WebAssembly.Module(Uint8Array.from(echoingAs(compileModule, ['t/p']))))
  const at = sparing.exports.opa_heap_ptr_get!()
  for (const text of [
    '{"b": 1, "a": [2 , {"c":3}]}',
    '[{"b":1,"a":2},{},{ }]',
    '{"a":1,"a":2}',
    '{"\\u0061":"\\ud83d\\ude00\\n","long enough for more than a word":"\u00e9"}',
    '{"n":[1.0,-0,1e2,123456789012345678901]}',
  ]) {
    assert.equal(evaluate(sparing, encode(text), at), `[{"result":${text}}]`, text)
  }
})

test('the input may lie anywhere, and the data below it stays', () => {
  const instance = instanceOf(module)
  const data = instance.exports.opa_json_parse!(...instance.place(encode('{"list": [3, {"b": 1, "a": 2}]}')))
  const base = instance.exports.opa_heap_ptr_get!()
  for (let offset = 0; offset < 9; offset++) {
    const text = JSON.stringify([{ offset }, 'x'.repeat(offset)])
    assert.equal(evaluate(instance, encode(text), base + offset), `[{"result":${text}}]`)
    assert.equal(instance.textAt(instance.exports.opa_json_dump!(data)), '{"list":[3,{"a":2,"b":1}]}')
  }
})

test('the host may have grown memory, or filled it up to its end', () => {
  const instance = instanceOf(module)
  for (const spare of [0, 1, 7, 8, 64]) {
    const text = encode(`"${'y'.repeat(100)}"`)
    const at = instance.memory.buffer.byteLength - text.length - spare
    assert.equal(JSON.parse(evaluate(instance, text, at))[0].result.length, 100)
  }
})

test('the other format takes and gives values of OPA', () => {
  const instance = instanceOf(module)
  const base = instance.exports.opa_heap_ptr_get!()
  assert.equal(evaluate(instance, encode('{"s": {2, 1}, [1]: set()}'), base, 1), '{{"result":{"s":{1,2},[1]:set()}}}')
})

test('names of entrypoints are read anew each time', () => {
  const instance = instanceOf(new WebAssembly.Module(Uint8Array.from(echoing('t/p', 't/"q"'))))
  for (let turn = 0; turn < 3; turn++) {
    const text = instance.textAt(instance.exports.opa_json_dump!(instance.exports.entrypoints!()))
    assert.deepEqual(JSON.parse(text), { 't/p': 0, 't/"q"': 1 })
  }
})

test('a context is an evaluation in steps', () => {
  const instance = instanceOf(module)
  const { exports } = instance
  const context = exports.opa_eval_ctx_new!()
  assert.equal(exports.opa_eval_ctx_get_result!(context), 0)
  exports.opa_eval_ctx_set_input!(context, exports.opa_json_parse!(...instance.place(encode('[1]'))))
  exports.opa_eval_ctx_set_data!(context, exports.opa_json_parse!(...instance.place(encode('{}'))))
  exports.opa_eval_ctx_set_entrypoint!(context, 0)
  assert.equal(exports.eval!(context), 0)
  const answer = exports.opa_eval_ctx_get_result!(context)
  assert.equal(instance.textAt(exports.opa_json_dump!(answer)), '[{"result":[1]}]')
  exports.opa_eval_ctx_set_entrypoint!(context, 7)
  assert.throws(() => exports.eval!(context), /illegal entrypoint id/)
})

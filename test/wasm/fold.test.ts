/** Functions that differ in what they name become one, and come to the same as before. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plan } from '../../compiler/plan/planner.ts'
import * as rego from '../../compiler/rego/tree.ts'
import { block, br, brIf, call, constant, type EmittedFunction, get, set, simply } from '../../compiler/wasm/code.ts'
import { fold } from '../../compiler/wasm/fold/index.ts'
import { compileModule, emitModule } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { libraryBytes } from '../support/library.ts'

/** Long enough that something is gained, with a word, a call, and a block to leave. */
const likeCheck = (name: string, word: number, called: string, label = 0): EmittedFunction => ({
  name,
  params: 1,
  locals: 1,
  body: [
    ...[get(0), constant(word), call('site_get'), set(1)],
    block(label, [get(1), simply('i32.eqz'), brIf(label), get(1), call(called), set(1), br(label)]),
    ...[get(1), constant(word), call('value_equal'), get(0), constant(3), call('value_equal'), simply('i32.and')],
  ],
})
const leaf = (name: string, params = 1): EmittedFunction => ({ name, params, locals: 0, body: [constant(name.length)] })

const made = (functions: readonly EmittedFunction[]) => fold(functions).slice(functions.length)

test('what differs is handed on, each once; what all have the same stays', () => {
  const functions = [leaf('one'), leaf('other'), likeCheck('a', 40, 'one'), likeCheck('b', 50, 'other', 7)]
  const folded = fold(functions)
  assert.deepEqual(
    folded.slice(0, 4).map(({ name }) => name),
    ['one', 'other', 'a', 'b'],
  )
  assert.deepEqual(folded[3]?.body, [...[get(0), constant(50), { op: 'function', name: 'other' }, call('folded:0')]])
  assert.deepEqual(folded[4], {
    name: 'folded:0',
    params: 3,
    locals: 1,
    body: [
      ...[get(0), get(1), call('site_get'), set(3)],
      block(0, [
        ...[get(3), simply('i32.eqz'), brIf(0), get(3), get(2), { op: 'call_indirect', params: 1 } as const],
        ...[set(3), br(0)],
      ]),
      ...[get(3), get(1), call('value_equal'), get(0), constant(3), call('value_equal'), simply('i32.and')],
    ],
  })
})

const alone: readonly (readonly [string, EmittedFunction, EmittedFunction])[] = [
  ['another function of the library', likeCheck('a', 40, 'is_set'), likeCheck('b', 50, 'is_array')],
  ['a function with other parameters', likeCheck('a', 40, 'one'), likeCheck('b', 50, 'two')],
  ['another local', likeCheck('a', 40, 'one'), { ...likeCheck('b', 50, 'one'), locals: 2 }],
  ['too little to gain', leaf('a'), leaf('bb')],
]

for (const [what, a, b] of alone) {
  test(`left as they are: ${what}`, () => {
    assert.deepEqual(made([leaf('one'), leaf('two', 2), a, b]), [])
  })
}

test('a word that is the same at two places in one function only is handed on twice', () => {
  const twice = likeCheck('a', 40, 'one')
  const differing = { ...likeCheck('b', 50, 'one') }
  const body = differing.body.map((each) => (each.op === 'i32.const' && each.value === 3 ? constant(50) : each))
  const [folded] = made([leaf('one'), twice, { ...differing, body }])
  assert.equal(folded?.params, 3)
})

test('more differences than an engine takes parameters: left as they are', () => {
  const long = (name: string, from: number): EmittedFunction => {
    const body = Array.from({ length: 1500 }, (_, index) => [constant(from + index), simply('drop')]).flat()
    return { name, params: 0, locals: 0, body: [...body, constant(0)] }
  }
  assert.deepEqual(made(Array.from({ length: 9 }, (_, index) => long(`f${index}`, index * 2000))), [])
})

test('rules of one form answer as they did, and take less room', () => {
  const each = rego.variable('each')
  const fields = Array.from({ length: 12 }, (_, index) => `field_${index}`)
  const own = (field: string) => `own_${field}`
  const rules = fields.flatMap((field) => [
    rego.rule(own(field), {
      args: ['each'],
      body: [rego.holds(rego.builtin('equal', rego.ref(each, field), rego.scalar(field)))],
    }),
    rego.rule(`found_${field}`, {
      value: rego.arrayOf(rego.ref(each, 'id'), [
        rego.someIn('each', rego.ref(rego.input, 'all')),
        rego.holds(rego.apply(own(field), each)),
      ]),
    }),
  ])
  const result = rego.rule('result', { value: rego.array(fields.map((field) => rego.ruleRef(`found_${field}`))) })
  const all = [...rules, result]
  const policy = plan({
    package: ['t'],
    comments: [],
    annotations: undefined,
    rules: all,
    entrypoints: ['result'],
  })
  const input = { all: fields.map((field, id) => ({ id, [field]: field, field_0: 'field_0' })) }
  const facts = () => Uint8Array.from(new TextEncoder().encode(JSON.stringify(input))).buffer
  const [folded, plain] = [compileModule(policy, libraryBytes()), emitModule(policy, libraryBytes())].map((outcome) => {
    assert(outcome.kind === 'module', JSON.stringify(outcome))
    return { size: outcome.bytes.length, answer: loadPolicy(outcome.bytes).evaluate(facts()) }
  })
  const want = fields.map((_, index) => (index === 0 ? fields.map((__, id) => id) : [index]))
  assert.deepEqual(folded?.answer, [{ result: want }])
  assert.deepEqual(plain?.answer, folded?.answer)
  assert((folded?.size ?? 0) < (plain?.size ?? 0) - 500)
})

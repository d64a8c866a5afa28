import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileModule } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { block, bool, data, dot, input, local, once, policyOf, result, Strings, stmt } from '../support/ir.ts'
import { libraryBytes } from '../support/library.ts'

/** Gives `input.x`; where `input.again` is there, a second value, which is a conflict unless it is the same. */
function sample(): Uint8Array {
  const strings = new Strings()
  const rules = {
    p: [
      block(dot(input, strings.operand('x'), 3), once(result, local(3))),
      block(dot(input, strings.operand('again'), 3), once(result, local(3))),
    ],
  }
  const compiled = compileModule(policyOf(strings, rules), libraryBytes())
  assert(compiled.kind === 'module')
  return compiled.bytes
}

const module = sample()
const bytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(JSON.stringify(value)))
const facts = (value: unknown): ArrayBuffer => bytes(value).buffer

test('facts go in as an ArrayBuffer', () => {
  const policy = loadPolicy(module)
  assert.deepEqual(policy.entrypoints, ['t/p'])
  assert.deepEqual(policy.evaluate(facts({ x: 'ü' })), [{ result: 'ü' }])
  assert.deepEqual(policy.evaluate(facts({ x: 2 }), 't/p'), [{ result: 2 }])
  assert.deepEqual(policy.evaluate(facts({})), [])
})

test('a typed array, which the SDK would take for an empty input, is refused', () => {
  const given = bytes({ x: 1 })
  // @ts-expect-error: the type refuses it as well
  assert.throws(() => loadPolicy(module).evaluate(given), { code: 'EVALUATION_ABORTED', message: /not a view of one/ })
})

test('a policy answers after an evaluation that failed', () => {
  const policy = loadPolicy(module)
  assert.throws(() => policy.evaluate(facts({ x: 1, again: 2 })), {
    code: 'EVALUATION_ABORTED',
    message: 'The policy could not be evaluated: t.rego:3:7: var assignment conflict',
  })
  assert.deepEqual(policy.evaluate(facts({ x: 1, again: 1.0 })), [{ result: 1 }])
})

test('an entrypoint that is not there is an error with a code', () => {
  assert.throws(() => loadPolicy(module).evaluate(facts({}), 't/q'), {
    code: 'EVALUATION_ABORTED',
    message: /entrypoint t\/q/,
  })
})

test('what is no module is an error with a code', () => {
  assert.throws(() => loadPolicy(Uint8Array.of(1, 2, 3)), { name: 'Error', code: 'MODULE_NOT_LOADED' })
})

test('a module may be a part of a larger buffer', () => {
  const larger = new Uint8Array(module.length + 20)
  larger.set(module, 10)
  const part = larger.subarray(10, 10 + module.length)
  assert.deepEqual(loadPolicy(part).evaluate(facts({ x: 1 })), [{ result: 1 }])
})

test('data is given apart from the input', () => {
  const strings = new Strings()
  const rules = {
    p: [
      block(
        dot(data, strings.operand('x'), 3),
        stmt('EqualStmt', { a: local(3), b: bool(true) }),
        once(result, local(3)),
      ),
    ],
  }
  const compiled = compileModule(policyOf(strings, rules), libraryBytes())
  assert(compiled.kind === 'module')
  const policy = loadPolicy(compiled.bytes)
  policy.setData({ x: true })
  assert.deepEqual(policy.evaluate(facts({})), [{ result: true }])
  policy.setData({ x: false })
  assert.deepEqual(policy.evaluate(facts({})), [])
})

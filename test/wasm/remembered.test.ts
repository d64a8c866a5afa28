/** What an evaluation remembers of texts: equal ones as one, and which patterns they met. It may make no difference. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plan } from '../../compiler/plan/planner.ts'
import * as rego from '../../compiler/rego/tree.ts'
import { compileModule } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { libraryBytes } from '../support/library.ts'

const pattern = '[0-9]{2}[a-m]*$'
const call = rego.variable('call')
const met = rego.rule('result', {
  value: rego.arrayOf(rego.ref(call, 'line'), [
    rego.someIn('call', rego.ref(rego.input, 'call')),
    rego.holds(rego.builtin('regex.match', rego.scalar(pattern), rego.ref(call, 'callee'))),
  ]),
})
const policy = plan({ package: ['t'], comments: [], annotations: undefined, rules: [met], entrypoints: ['result'] })
const compiled = compileModule(policy, libraryBytes())
assert(compiled.kind === 'module')
const loaded = loadPolicy(compiled.bytes)

/** The lines of the callees that meet the pattern. */
function linesOf(callees: readonly string[]): unknown {
  const input = { call: callees.map((callee, line) => ({ callee, line })) }
  const facts = Uint8Array.from(new TextEncoder().encode(JSON.stringify(input))).buffer
  return (loaded.evaluate(facts)[0] as { readonly result: unknown }).result
}

const wanted = (callees: readonly string[]) =>
  callees.flatMap((callee, line) => (new RegExp(pattern).test(callee) ? [line] : []))

test('another input with other texts at the same places', () => {
  for (const callees of [
    ['f12', 'f1n', 'f12'],
    ['f1n', 'f12', 'f1n'],
    ['f00', 'f00', 'f00'],
    ['', '12', '1'],
  ]) {
    assert.deepEqual(linesOf(callees), wanted(callees))
  }
})

test('more texts than are remembered, short and long, again and again', () => {
  const text = (index: number) => `${'é'.repeat(index % 25)}${index}${'abn'.slice(0, index % 4)}`
  const callees = Array.from({ length: 30_000 }, (_, index) => text((index * 7919) % 9_000))
  assert.ok(wanted(callees).length > 1_000)
  assert.deepEqual(linesOf(callees), wanted(callees))
})

test('texts that differ in their middle alone are others', () => {
  const callees = ['abcdefgh12_x_abcdefgh12', 'abcdefgh12_y_abcdefgh12', 'abcdefgh1', 'abcdefgh12', 'abcdefg12']
  const twice = [...callees, ...callees]
  assert.deepEqual(linesOf(twice), wanted(twice))
})

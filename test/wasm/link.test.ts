import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Policy, Stmt } from '../../compiler/plan/ir.ts'
import { plan } from '../../compiler/plan/planner.ts'
import * as rego from '../../compiler/rego/tree.ts'
import { readSections, sectionId } from '../../compiler/wasm/binary.ts'
import { compileModule } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { golden } from '../support/golden.ts'
import { libraryBytes } from '../support/library.ts'
import { printFunctions } from '../support/wat.ts'

const library = libraryBytes()

function policyOf(...rules: readonly rego.Rule[]): Policy {
  const names = ['result', 'other'].filter((name) => rules.some((rule) => rule.name === name))
  return plan({ package: ['t'], comments: [], annotations: undefined, rules, entrypoints: names })
}

function moduleOf(policy: Policy) {
  const compiled = compileModule(policy, library)
  assert(compiled.kind === 'module', JSON.stringify(compiled))
  return compiled
}

const bytes = (text: string): ArrayBuffer => Uint8Array.from(new TextEncoder().encode(text)).buffer
const result = (policy: Policy, input: string, entrypoint?: string): unknown =>
  (loadPolicy(moduleOf(policy).bytes).evaluate(bytes(input), entrypoint)[0] as { result: unknown } | undefined)?.result

const call = rego.variable('call')
const loads = policyOf(
  rego.rule('result', {
    value: rego.arrayOf(rego.ref(call, 'at', 'line'), [
      rego.someIn('call', rego.ref(rego.input, 'call')),
      rego.holds(rego.builtin('regex.match', rego.scalar('^json\\.loads?$'), rego.ref(call, 'callee'))),
      rego.not(rego.apply('safe', call)),
    ]),
  }),
  rego.rule('safe', {
    args: ['call'],
    body: [rego.holds(rego.builtin('equal', rego.ref(call, 'hook'), rego.scalar(null)))],
  }),
)

test('what is appended to the library, as text', () => {
  golden(join(import.meta.dirname, 'golden/loads.wat'), printFunctions(moduleOf(loads).functions))
})

test('a linked policy answers', () => {
  const input = { call: [] as unknown[] }
  for (const [line, callee, hook] of [
    [1, 'json.load', null],
    [2, 'json.loads', 'x'],
    [3, 'json.loader', 'x'],
    [4, 'json.load'],
  ]) {
    input.call.push({ at: { line }, callee, ...(hook === undefined ? {} : { hook }) })
  }
  assert.deepEqual(result(loads, JSON.stringify(input)), [2, 4])
})

/** What linking rewrites; in all other sections the library's entries stand as they are, the policy's behind them. */
const rewritten: readonly number[] = [
  sectionId.custom,
  sectionId.table,
  sectionId.export,
  sectionId.start,
  sectionId.dataCount,
]

test('the library stands in the module byte for byte', () => {
  const linked = readSections(moduleOf(loads).bytes)
  const compared = readSections(library).filter(({ id }) => !rewritten.includes(id))
  assert.ok(compared.some(({ id }) => id === sectionId.code))
  for (const { id, count, items } of compared) {
    const own = linked.find((section) => section.id === id)
    assert.ok(own !== undefined && own.count >= count, `the module has section ${id}`)
    assert.equal(
      Buffer.compare(own.items.subarray(0, items.length), items),
      0,
      `section ${id} begins with the library's`,
    )
  }
})

test('a module asks for the memory, opa_abort and the five builtins, and exports the names of the ABI', () => {
  const module = new WebAssembly.Module(moduleOf(loads).bytes.slice())
  assert.deepEqual(
    WebAssembly.Module.imports(module)
      .map(({ name }) => name)
      .sort(),
    ['memory', 'opa_abort', 'opa_builtin0', 'opa_builtin1', 'opa_builtin2', 'opa_builtin3', 'opa_builtin4'],
  )
  golden(
    join(import.meta.dirname, 'golden/exports.txt'),
    WebAssembly.Module.exports(module)
      .map(({ name, kind }) => `${kind} ${name}`)
      .sort()
      .join('\n'),
  )
})

test('entrypoints are chosen by name, and one that is not there is refused', () => {
  const both = policyOf(
    rego.rule('result', { value: rego.scalar(1) }),
    rego.rule('other', { value: rego.scalar('two') }),
  )
  assert.equal(result(both, '{}', 't/other'), 'two')
  assert.equal(result(both, '{}'), 1)
  assert.throws(() => result(both, '{}', 't/none'), { code: 'EVALUATION_ABORTED' })
})

test('a megabyte of static data loads under the five pages that the SDK gives', () => {
  const text = 'x'.repeat(1_000_000)
  assert.equal(result(policyOf(rego.rule('result', { value: rego.scalar(text) })), '{}'), text)
})

test('rules that disagree are an error with its place, not an answer', () => {
  const conflict = policyOf(
    rego.rule('result', { value: rego.scalar(1) }),
    rego.rule('result', { value: rego.scalar(2) }),
  )
  assert.throws(() => result(conflict, '{}'), /policy\.rego:0:0: var assignment conflict/)
})

test('a group index has its elements in their order, under equal keys', () => {
  const facts = rego.ref(rego.input, 'xs')
  const index = rego.grouped(facts, 'x', rego.ref(rego.variable('x'), 'k'))
  const input = JSON.stringify({ xs: [{ k: 1, v: 'a' }, { k: 'z' }, { v: 'no key' }, { k: 1.0, v: 'b' }] })
  const groups = rego.arrayOf(rego.array([rego.variable('k'), rego.variable('g')]), [rego.someIn('g', index, 'k')])
  assert.deepEqual(result(policyOf(rego.rule('result', { value: groups })), input), [
    [
      1,
      [
        { k: 1, v: 'a' },
        { k: 1, v: 'b' },
      ],
    ],
    ['z', [{ k: 'z' }]],
  ])
})

test('what there is no statement or builtin for is refused by name', () => {
  const policy = policyOf(rego.rule('result', { value: rego.builtin('http.send', rego.scalar('x')) }))
  assert.deepEqual(compileModule(policy, library), { kind: 'refused', missing: ['http.send'] })
  const [func] = policy.funcs.funcs
  const strange = { type: 'TeleportStmt', stmt: { file: 0, row: 0, col: 0 } } as unknown as Stmt
  const funcs = [{ ...func!, blocks: [{ stmts: [strange] }] }]
  assert.deepEqual(compileModule({ ...policy, funcs: { funcs } }, library), {
    kind: 'refused',
    missing: ['TeleportStmt'],
  })
})

test('a pattern that is not known when the policy is compiled is refused', () => {
  const pattern = rego.ref(rego.input, 'pattern')
  const policy = policyOf(rego.rule('result', { value: rego.builtin('regex.match', pattern, rego.scalar('x')) }))
  assert.equal(compileModule(policy, library).kind, 'refused')
})

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { compilePlan } from '../../compiler/from-plan.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { proviso } from '../support/command.ts'
import { libraryBytes } from '../support/library.ts'
import { program, withoutOpa } from '../support/opa.ts'

/** As OPA writes it: null for what is empty, fields that are of no use here, and functions without their path. */
const plan = () => ({
  static: { strings: [{ value: 'result' }, { value: 'x' }], builtin_funcs: null, files: [{ value: 't.rego' }] },
  plans: {
    plans: [
      {
        name: 't/p',
        blocks: [
          {
            stmts: [
              at('CallStmt', { func: 'g0.data.t.p', args: [local(0), local(1)], result: 2 }),
              at('MakeObjectStmt', { target: 3 }),
              at('ObjectInsertStmt', { key: text(0), value: local(2), object: 3 }),
              at('ResultSetAddStmt', { value: 3 }),
            ],
          },
        ],
      },
    ],
  },
  funcs: {
    funcs: [
      {
        name: 'g0.data.t.p',
        params: [0, 1],
        return: 2,
        blocks: [
          {
            stmts: [
              at('DotStmt', { source: local(0), key: text(1), target: 3 }),
              at('AssignVarOnceStmt', { source: local(3), target: 2 }),
            ],
          },
          { stmts: null },
          { stmts: [at('ReturnLocalStmt', { source: 2 })] },
        ],
      },
    ],
  },
})

const at = (type: string, fields: object) => ({
  type,
  stmt: { ...fields, file: 0, row: 1, col: 1, end_row: 1, end_col: 2 },
})
const local = (value: number) => ({ type: 'local', value })
const text = (value: number) => ({ type: 'string_index', value })

const compiled = (text: string) => compilePlan(text, libraryBytes())

function evaluate(text: string, input: string, entrypoint?: string): unknown {
  const outcome = compiled(text)
  assert(outcome.kind === 'module', JSON.stringify(outcome))
  return loadPolicy(outcome.module).evaluate(Uint8Array.from(new TextEncoder().encode(input)).buffer, entrypoint)
}

test('a plan as OPA writes it becomes a module', () => {
  assert.deepEqual(evaluate(JSON.stringify(plan()), '{"x": [1]}'), [{ result: [1] }])
})

const wrong: readonly (readonly [from: string, to: string, reason: RegExp])[] = [
  ['{"static"', '{"static', /the text is not JSON/],
  ['"static":{', '"statics":{', /static: an object is expected here/],
  ['"strings":[{"value":"result"}', '"strings":[{"value":7}', /static\.strings\[0\]\.value: a text is expected here/],
  ['"plans":[{"name":"t/p"', '"plans":[],"x":[{"name":"t/p"', /a plan has an entrypoint/],
  [
    '"DotStmt"',
    '"DotStatement"',
    /funcs\.funcs\[0\]\.blocks\[0\]\.stmts\[0\]: there is no statement DotStatement here/,
  ],
  ['"DotStmt"', '"MemberStmt"', /there is no statement MemberStmt here/],
  ['"DotStmt"', '"toString"', /there is no statement toString here/],
  ['"target":3', '"target":-3', /target: locals are numbered from 0/],
  ['"target":3', '"target":3.5', /target: an integer is expected here/],
  ['"target":3', '"target":30000', /target: locals are numbered from 0/],
  ['{"type":"string_index","value":1}', '{"type":"string_index","value":2}', /there is no string 2/],
  ['{"type":"string_index","value":1}', '{"type":"number","value":2}', /an operand is a local, a boolean or the index/],
  ['"params":[0,1]', '"params":[0,0]', /no local stands there twice/],
  ['"params":[0,1]', '"params":[0]', /there is nothing here for g0\.data\.t\.p with 2 arguments/],
  ['"params":[0,1]', '"params":[1,0]', /there is nothing here for a function that has its documents elsewhere/],
  [
    '"args":[{"type":"local","value":0}',
    '"args":[{"type":"local","value":1}',
    /there is nothing here for a call with other documents/,
  ],
  ['"result":2', '"result":0', /there is nothing here for a statement that writes a document/],
  ['"func":"g0.data.t.p"', '"func":"http.send"', /there is nothing here for http\.send/],
]

for (const [from, to, reason] of wrong) {
  test(`${from} that reads ${to} is refused, with its place`, () => {
    const whole = JSON.stringify(plan())
    assert(whole.includes(from))
    const outcome = compiled(whole.replace(from, to))
    assert.equal(outcome.kind, 'refused')
    assert.match(outcome.kind === 'refused' ? outcome.reason : '', reason)
  })
}

test('a plan that is cut short is refused', () => {
  const whole = JSON.stringify(plan())
  for (let length = 0; length < whole.length; length++) assert.equal(compiled(whole.slice(0, length)).kind, 'refused')
})

test('blocks may not be nested too deep', () => {
  const blocks = (depth: number): string =>
    depth === 0 ? '[]' : `[{"stmts":[{"type":"BlockStmt","stmt":{"blocks":${blocks(depth - 1)}}}]}]`
  const nested = JSON.stringify(plan()).replace('{"stmts":null}', blocks(2000).slice(1, -1))
  assert.match(JSON.stringify(compiled(nested)), /blocks are nested too deep/)
})

test('a plan of which a bit has flipped is refused, or a module that is whole', () => {
  const bytes = new TextEncoder().encode(JSON.stringify(plan()))
  for (let index = 0; index < bytes.length; index++) {
    const flipped = Uint8Array.from(bytes)
    flipped[index] = (bytes[index] as number) ^ (1 << (index % 7))
    const outcome = compiled(new TextDecoder().decode(flipped))
    if (outcome.kind === 'module') assert(WebAssembly.validate(Uint8Array.from(outcome.module)), `byte ${index}`)
  }
})

test('the command takes a plan that opa made of our own policy, and it answers the same', { skip: withoutOpa }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-plan-'))
  try {
    const there = (name: string) => join(folder, name)
    assert.equal(proviso(['compile', 'wazuh-integration', '--output', folder]).code, 0)
    const entrypoint = 'proviso/wazuh_integration/result'
    execFileSync(program, ['build', '-t', 'plan', '-e', entrypoint, '-o', there('bundle.tar.gz'), there('policy.rego')])
    writeFileSync(
      there('plan.json'),
      execFileSync('tar', ['-xzPOf', there('bundle.tar.gz'), '/plan.json'], { maxBuffer: 1 << 28 }),
    )
    const run = proviso(['compile', '--from-plan', there('plan.json'), '--output', there('again')])
    // OPA keeps what depends on an entrypoint as one, too.
    const kept = [entrypoint, 'proviso/wazuh_integration/deny', 'proviso/wazuh_integration/warn'].join(', ')
    assert(run.err.startsWith(`${kept}: ${there('again')}\n`), run.err)
    const facts = proviso(['facts', 'examples/flawed-integration']).out
    const answer = (module: string) =>
      loadPolicy(readFileSync(module)).evaluate(Uint8Array.from(new TextEncoder().encode(facts)).buffer)
    assert.deepEqual(answer(there('again/policy.wasm')), answer(there('policy.wasm')))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the command says what is wrong with a plan', () => {
  const run = proviso(['compile', '--from-plan', 'package.json', '--output', 'never'])
  assert.equal(run.code, 2)
  assert.match(
    run.err,
    /package\.json could not be compiled: this is not a plan of OPA: static: an object is expected here/,
  )
})

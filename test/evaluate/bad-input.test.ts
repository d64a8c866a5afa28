/** Facts and modules as nobody should give them: a clear error or "undecided", never a wrong verdict and never a hang. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { libraryBytes } from '../../cli/assets.ts'
import type { Answer, ItemAnswer } from '../../compiler/index.ts'
import { compile } from '../../compiler/pipeline.ts'
import { evaluateWithin, loadPolicy } from '../../runtime/evaluate/index.ts'
import { at, document, fact } from '../support/documents.ts'
import { evaluate, program, withoutOpa } from '../support/opa.ts'

const source = {
  path: 'bad/bad.checklist',
  text: `checklist bad 1.0.0 "Bad input"

section S "One"

item S-1 "No shell"
  severity high
  no call where callee is "os.system"
  message "{callee}"

item S-2 "No pairs"
  severity high
  no call as one where some call as other where other.order > one.order and other.text contains one.text
  message "{one.text}"
`,
}
const compiled = compile([source], source.path, libraryBytes()).value
assert(compiled !== undefined)
const { module, rego } = compiled

const call = (line: number, callee: string) => fact(line, { callee, text: `${callee}_${line}`, order: line })
const good = document(
  { file: [], call: [call(1, 'os.system'), call(2, 'print')] },
  { file: [fact(1, { path: 'ours.py', role: 'code', language: 'python', vendored: false, generated: false })] },
)
const bytes = (text: string): ArrayBuffer => Uint8Array.from(new TextEncoder().encode(text)).buffer

function itemOf(facts: string, id = 'S-1'): ItemAnswer | undefined {
  const [binding] = loadPolicy(module).evaluate(bytes(facts)) as readonly { readonly result: Answer }[]
  return binding?.result.items[id]
}

test('the facts that the others are made from are judged', () => {
  assert.equal(itemOf(JSON.stringify(good))?.verdict, 'fail')
})

const { call: _, ...withoutCalls } = good
const undecided: Readonly<Record<string, unknown>> = {
  'an empty object': {},
  'another version': { ...good, schema: 2 },
  'no version': { ...good, schema: undefined },
  'the version as a text': { ...good, schema: '1' },
  'no list of a kind': withoutCalls,
  'a kind that is not extracted': { ...good, extracted: {} },
  'a kind that is no list': { ...good, call: {} },
  'what is extracted as a list': { ...good, extracted: [] },
  'a list': [good],
  'a text': 'facts',
}

for (const [name, input] of Object.entries(undecided)) {
  test(`${name} is undecided`, () => assert.equal(itemOf(JSON.stringify(input))?.verdict, 'undecided'))
}

test('opa on our text finds the same undecided', { skip: withoutOpa }, () => {
  const cases = Object.entries(undecided).map(([name, input]) => ({ name, module: 'bad', input }))
  const judged = evaluate([rego], [...cases, { name: 'nothing', module: 'bad', input: undefined }])
  for (const name of [...Object.keys(undecided), 'nothing']) {
    assert.equal((judged[name] as Answer | undefined)?.items['S-1']?.verdict, 'undecided', name)
  }
})

const text = JSON.stringify(good)
const notJson: Readonly<Record<string, string>> = {
  nothing: '',
  'what is no JSON': 'call: []',
  'text behind the facts': `${text}x`,
  'a million open brackets': `${'['.repeat(1_000_000)}`,
  'lists in lists in lists': `{"schema": 1, "x": ${'['.repeat(5000)}${']'.repeat(5000)}}`,
  'objects in objects': `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
}

for (const [name, facts] of Object.entries(notJson)) {
  test(`${name} is undecided`, () => assert.equal(itemOf(facts)?.verdict, 'undecided'))
}

test('facts that are cut short anywhere are undecided', () => {
  for (let length = 0; length < text.length; length += 7)
    assert.equal(itemOf(text.slice(0, length))?.verdict, 'undecided')
})

test('40,000 keys in an object change nothing', () => {
  const keys = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`key ${index}`, index]))
  const facts = JSON.stringify({ ...good, keys, ...keys })
  assert.deepEqual(itemOf(facts), itemOf(text))
})

test('facts that are too large for the memory are an error with what to do', () => {
  const calls = Array.from({ length: 60_000 }, (_, index) => ({ order: index }))
  const facts = bytes(JSON.stringify({ ...good, call: calls }))
  for (const mostPages of [8, 20]) {
    assert.throws(() => loadPolicy(module, { mostPages }).evaluate(facts), {
      code: 'OUT_OF_MEMORY',
      message: /the facts need more memory than a module can have\. Check fewer files at once/,
    })
  }
})

test('a module of which a bit has flipped, or that is cut short, is not loaded, or is as good as before', () => {
  const facts = bytes(text)
  const right = loadPolicy(module).evaluate(facts)
  for (let index = 0; index < module.length; index += 101) {
    const flipped = Uint8Array.from(module)
    flipped[index] = (flipped[index] as number) ^ (1 << (index % 8))
    try {
      assert.deepEqual(loadPolicy(flipped).evaluate(facts), right, `byte ${index}`)
    } catch (error) {
      assert.match(String((error as { code?: unknown }).code), /^MODULE_(DAMAGED|NOT_LOADED)$/, `byte ${index}`)
    }
  }
  for (let length = 0; length < module.length; length += 997) {
    assert.throws(() => loadPolicy(module.subarray(0, length)), { code: 'MODULE_NOT_LOADED' }, `${length} bytes`)
  }
})

test('a builtin that the host does not have is an error by its name', { skip: withoutOpa }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-builtin-'))
  try {
    writeFileSync(join(folder, 't.rego'), 'package t\n\np := crypto.sha256(input.x)\n')
    execFileSync(program, ['build', '-t', 'wasm', '-e', 't/p', '-o', join(folder, 'b.tar.gz'), join(folder, 't.rego')])
    writeFileSync(join(folder, 'p.wasm'), execFileSync('tar', ['-xzPOf', join(folder, 'b.tar.gz'), '/policy.wasm']))
    const policy = loadPolicy(readFileSync(join(folder, 'p.wasm')))
    assert.throws(() => policy.evaluate(bytes('{"x": "a"}')), {
      code: 'BUILTIN_MISSING',
      message: /calls crypto\.sha256/,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const large = JSON.stringify({
  ...good,
  call: Array.from({ length: 30_000 }, (_, index) => call(index, 'print')),
  at: at('a', 1),
})

test('an evaluation that takes too long is stopped, and says at which item', async () => {
  await assert.rejects(evaluateWithin(4000, module, bytes(large)), {
    code: 'EVALUATION_TIMED_OUT',
    message: /^The evaluation was stopped after 4 s, at item S-2: give it more time/,
  })
})

test('an evaluation that is in time gives its results', async () => {
  assert.deepEqual(await evaluateWithin(60_000, module, bytes(text)), loadPolicy(module).evaluate(bytes(text)))
})

test('an evaluation that fails within its time says why', async () => {
  await assert.rejects(evaluateWithin(60_000, module.subarray(0, 100), bytes(text)), { code: 'MODULE_NOT_LOADED' })
})

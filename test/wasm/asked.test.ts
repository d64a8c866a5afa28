/**
 * A module that reads no more of its input than it asks for says what one says that reads everything: of documents with
 * all sorts of things between what is asked for, and of texts that are no JSON.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryBytes } from '../../cli/assets.ts'
import { loadCompiled } from '../../cli/checklists.ts'
import { refine } from '../../compiler/plan/passes/index.ts'
import { compileModule, emitModule, type ModuleOutcome } from '../../compiler/wasm/module.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import { type Random, randomFrom } from '../support/generate/random.ts'
import { instanceOf } from '../support/instance.ts'

const { checklists } = await loadCompiled(['wazuh-integration'])
const { document } = await extractFacts('examples/flawed-integration', undefined)
const policy = checklists[0]?.plan
assert(policy !== undefined)
const [sparing, whole] = [compileModule(policy, libraryBytes()), emitModule(refine(policy), libraryBytes())].map(
  answers,
)
assert(sparing !== undefined && whole !== undefined)

/** What a module answers to a text, or how it ends; what is only told comes as it is written, so keys are put in order. */
function answers(outcome: ModuleOutcome): (text: Uint8Array) => string {
  assert(outcome.kind === 'module')
  const instance = instanceOf(new WebAssembly.Module(Uint8Array.from(outcome.bytes)), 200)
  const at = instance.exports.opa_heap_ptr_get!()
  return (text) => {
    new Uint8Array(instance.memory.buffer).set(text, at)
    const answer = instance.textAt(instance.exports.opa_eval!(0, 0, 0, at, text.length, at + text.length, 0))
    return JSON.stringify(JSON.parse(answer), inOrder)
  }
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const fillings = [
  ...[
    '1',
    '-0',
    '1.5e-7',
    '123456789012345678901',
    'true',
    'false',
    'null',
    '""',
    '"é😀\\u00e9\\ud83d\\ude00"',
    '{}',
    '[]',
  ],
  ...['[[],{},[1, 2 , {"at" : "}"}]]', '{"a":{"b":[{"c":"]\\\\\\""}]}, "a": 2}', '"\\"},{["', ' [ "x" ,\n\ttrue ] '],
]
const names = ['at', 'file', 'call', 'callee', 'text', 'path', 'extra', 'e', 'a longer name than others', 'schema', '']

/** JSON that means the same to whoever asks for the fields of `value`: more keys, keys twice, other spellings. */
function disguised(value: unknown, random: Random): string {
  const space = () => random.pick(['', '', '', ' ', '\n  '])
  if (Array.isArray(value)) return `[${space()}${value.map((each) => disguised(each, random)).join(`,${space()}`)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const own = Object.entries(value)
  const taken = new Set(own.map(([name]) => name))
  const member = (name: string, text: string) => `${spelled(name, random)}${space()}:${space()}${text}`
  const parts = own.flatMap(([name, inner]) => [
    ...(random.chance(0.05) ? [member(name, random.pick(fillings))] : []),
    ...(random.chance(0.15) ? names.filter((each) => !taken.has(each)).slice(0, 1 + random.below(3)) : []).map((each) =>
      member(`${each}_`, random.pick(fillings)),
    ),
    member(name, disguised(inner, random)),
  ])
  return `{${space()}${parts.join(`${space()},${space()}`)}${space()}}`
}

/** A key, now and then with an escape. */
function spelled(name: string, random: Random): string {
  const written = JSON.stringify(name)
  return random.chance(0.03)
    ? written.replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
    : written
}

test('what is passed over makes no difference', () => {
  const random = randomFrom(7)
  const plain = sparing(encode(JSON.stringify(document)))
  assert.ok(plain.includes('"verdict":"fail"'))
  assert.equal(whole(encode(JSON.stringify(document))), plain)
  for (let run = 0; run < 40; run++) {
    const text = encode(disguised(document, random))
    const answer: string = sparing(text.slice())
    assert.equal(answer, whole(text), `run ${run}`)
    assert.ok(answer.includes('"verdict":"fail"'), `run ${run}`)
  }
})

test('what is no JSON is refused wherever it breaks, and anything else is read alike', () => {
  const random = randomFrom(8)
  const refused = sparing(encode('{'))
  let broken = 0
  for (let run = 0; run < 600; run++) {
    const text = encode(run % 50 === 0 ? disguised(document, random) : JSON.stringify(document))
    const at = random.below(text.length)
    text[at] = random.pick([0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a, 0x30, 0x20, 0x0a, 0x01, 0xc3, 0xff, 0x65])
    const answer: string = sparing(text.slice())
    assert.equal(answer, whole(text.slice()), `byte ${at} became ${text[at]}`)
    if (answer === refused) broken++
  }
  assert.ok(broken > 200, `${broken} were refused`)
})

test('a text that ends early is refused', () => {
  const text = encode(JSON.stringify(document))
  const refused = sparing(encode('{'))
  for (let length = 0; length < text.length; length += 61)
    assert.equal(sparing(text.slice(0, length)), refused, `${length}`)
})

test('what is passed over may be as deep as what is read, and no deeper', () => {
  const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)
  const withExtra = (text: string) => encode(`{"extra":${text},${JSON.stringify(document).slice(1)}`)
  const plain = sparing(encode(JSON.stringify(document)))
  const refused = sparing(encode('{'))
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":[', ']}'],
  ] as const) {
    const most = 999 / (open.length > 1 ? 2 : 1)
    for (const [depth, want] of [
      [Math.floor(most), plain],
      [Math.floor(most) + 1, refused],
      [100_000, refused],
    ] as const) {
      const text = withExtra(nested(depth, open, close))
      assert.equal(sparing(text.slice()), want, `${open} ${depth}`)
      assert.equal(whole(text), want, `${open} ${depth}`)
    }
  }
})

/** What policies ask of their input: by statements of OPA's plans, and by what lowering makes of sentences. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraryBytes } from '../../cli/assets.ts'
import { compile } from '../../compiler/pipeline.ts'
import { type Asked, askedOf } from '../../compiler/plan/asked/index.ts'
import type { Stmt } from '../../compiler/plan/ir.ts'
import { refine } from '../../compiler/plan/passes/index.ts'
import {
  append,
  assign,
  block,
  bool,
  dot,
  input,
  integer,
  list,
  local,
  once,
  policyOf,
  put,
  result,
  Strings,
  scan,
  stmt,
} from '../support/ir.ts'

/** `*` for everything, `told`, fields in braces, elements in brackets. */
function shown(asked: Asked): string {
  switch (asked.kind) {
    case 'everything':
      return '*'
    case 'told':
      return 'told'
    case 'parts': {
      const fields = [...asked.fields].map(([name, inner]) => `${name} ${shown(inner)}`)
      const elements = asked.elements === undefined ? [] : [`[${shown(asked.elements)}]`]
      return `{${[...fields, ...elements].join(', ')}}`
    }
  }
}

const strings = new Strings()
const text = (value: string) => strings.operand(value)
const field = (source: number, name: string, target: number) => dot(source, text(name), target)
const call = (func: string, args: readonly number[], target: number): Stmt =>
  stmt('CallStmt', { func, args: args.map(local), result: target })
const equal = (a: number, b: number) => stmt('EqualStmt', { a: local(a), b: local(b) })
const tell = (source: number) => assign(result, local(source))

const cases: Readonly<Record<string, readonly [stmts: readonly Stmt[], want: string]>> = {
  nothing: [[integer(3, 1), tell(3)], '{}'],
  'the input as it is': [[tell(input)], 'told'],
  'a field of a field': [[field(input, 'a', 3), field(3, 'b', 4), tell(4)], '{a {b told}}'],
  'a field that is there': [[field(input, 'a', 3)], '{a {}}'],
  'the input for a builtin': [[call('json.marshal', [input], 3), tell(3)], '*'],
  'a type': [[field(input, 'a', 3), call('is_array', [3], 4), tell(4)], '{a {}}'],
  'how many there are': [[field(input, 'a', 3), call('count', [3], 4), tell(4)], '{a {[{}]}}'],
  'a field beside a constant': [[field(input, 'a', 3), stmt('EqualStmt', { a: local(3), b: text('x') })], '{a {}}'],
  'two fields side by side': [[field(input, 'a', 3), field(input, 'b', 4), equal(3, 4)], '{a told, b told}'],
  'what is told is looked into as well': [[field(input, 'a', 3), field(3, 'b', 4), equal(3, 4)], '{a *}'],
  'fields of elements': [[field(input, 'a', 3), scan(3, field(11, 'b', 4), stmt('NopStmt', {}))], '{a {[{b {}}]}}'],
  'names that are walked': [[scan(input, equal(10, 10))], '{[{}]}'],
  'a key that is known at run time': [
    [field(input, 'a', 3), dot(input, local(3), 4), field(4, 'b', 5), tell(5)],
    '{a {b told}, [{b told}]}',
  ],
  'elements through a list': [
    [list(3), field(input, 'a', 4), scan(4, append(local(11), 3)), scan(3, field(11, 'b', 5)), tell(5)],
    '{a {[{b told}]}}',
  ],
  'one field of an object that was made': [
    [
      stmt('MakeObjectStmt', { target: 3 }),
      ...[field(input, 'a', 4), put(strings, 'x', local(4), 3)],
      ...[field(input, 'b', 5), put(strings, 'y', local(5), 3)],
      ...[field(3, 'x', 6), field(6, 'z', 7), tell(7)],
    ],
    '{a {z told}, b {}}',
  ],
  'members of a set': [
    [stmt('MakeSetStmt', { target: 3 }), field(input, 'a', 4), stmt('SetAddStmt', { value: local(4), set: 3 })],
    '{a *}',
  ],
  'a slice': [
    [field(input, 'a', 3), integer(4, 0), call('array.slice', [3, 4, 4], 5), scan(5, field(11, 'b', 6)), tell(6)],
    '{a {[{b told}]}}',
  ],
  'what is assigned twice is compared': [[field(input, 'a', 3), once(4, local(3)), stmt('NopStmt', {})], '{a told}'],
  'with another input': [
    [stmt('WithStmt', { local: input, path: null, value: bool(true), block: block(field(input, 'a', 3)) })],
    '*',
  ],
}

for (const [name, [stmts, want]] of Object.entries(cases)) {
  test(name, () => assert.equal(shown(askedOf(policyOf(strings, { p: [block(...stmts)] }))), want))
}

test('what goes around in a circle ends', () => {
  const policy = policyOf(strings, { p: [block(assign(3, local(input)), field(3, 'next', 4), assign(3, local(4)))] })
  assert.match(shown(askedOf(policy)), /^(\{next ){8}\*\}{8}$/)
})

test('a check asks for the fields that its sentence names, and tells places', () => {
  const source = {
    path: 'a/a.checklist',
    text: `checklist a 1.0.0 "A"

section S "S"

item S-1 "No eval"
  severity low
  no call where callee is "eval" and (some argument where name is "x")
  message "{text} is run"
`,
  }
  const { value } = compile([source], source.path, libraryBytes())
  assert(value !== undefined)
  const asked = askedOf(refine(value.plan))
  assert(asked.kind === 'parts')
  const facts = asked.fields.get('call')
  assert(facts?.kind === 'parts' && facts.elements !== undefined)
  assert.equal(shown(facts.elements), '{arguments {[{name {}}]}, at told, callee {}, file {}, text *}')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printModule } from '../../compiler/rego/print.ts'
import {
  apply,
  arrayOf,
  builtin,
  type Expr,
  grouped,
  holds,
  input,
  not,
  object,
  ref,
  rule,
  ruleRef,
  scalar,
  set,
  someIn,
  type Term,
  variable,
} from '../../compiler/rego/tree.ts'

const url = variable('url')
const scheme = ref(url, 'scheme')

const print = (value: Term, body: readonly Expr[] = []): string =>
  printModule({
    package: ['proviso', 'x'],
    comments: [],
    annotations: undefined,
    rules: [rule('r', { value, body })],
    entrypoints: [],
  }).split('\n\n')[1] as string

const terms: readonly (readonly [string, Term])[] = [
  ['"a\\"b"', scalar('a"b')],
  ['`a\\b`', scalar('a\\b')],
  ['"a\\\\`b"', scalar('a\\`b')],
  ['"a\\\\\\n"', scalar('a\\\n')],
  ['null', scalar(null)],
  ['-1.5', scalar(-1.5)],
  ['set()', set([])],
  ['input["import"].a["b c"][0]', ref(input, 'import', 'a', 'b c', scalar(0))],
  ['{"a": {1, 2}}', object({ a: set([scalar(1), scalar(2)]) })],
  ['[url | true]', arrayOf(url, [])],
  ['count(url) > 0', builtin('gt', builtin('count', url), scalar(0))],
  ['url in f(url)', builtin('internal.member_2', url, apply('f', url))],
]

for (const [text, term] of terms) {
  test(`prints ${text}`, () => assert.equal(print(term), `r := ${text}\n`))
}

test('a note leaves no trace', () => {
  const term = grouped(ruleRef('urls'), 'url', scheme)
  assert.ok(term.kind === 'object comprehension')
  const { note: _, ...plain } = term
  assert.equal(print(term), print(plain))
})

test('one expression stands behind `if`, several in a block', () => {
  assert.equal(print(scalar(true), [holds(url)]), 'r if url\n')
  assert.equal(print(scalar(1), [someIn('url', input), not(url)]), 'r := 1 if {\n\tsome url in input\n\tnot url\n}\n')
})

const negatable: readonly Term[] = [url, ruleRef('f'), scheme, ref(input, 'anchors', variable('word')), apply('f', url)]
for (const term of negatable) {
  test(`\`not\` may be said of ${print(term).trim()}`, () => assert.match(print(scalar(1), [not(term)]), /if not /))
}

// OPA evaluates the operands first, and where one is missing the negation is undefined instead of true.
const refused: readonly Term[] = [
  builtin('equal', scheme, scalar('http')),
  apply('f', scheme),
  ref(input, 'file', ref(url, 'file')),
  ref(ruleRef('index'), scheme),
  set([url]),
]
for (const term of refused) {
  test(`\`not\` is never said of ${print(term).trim()}`, () => {
    assert.throws(() => print(scalar(1), [not(term)]), /Proviso expected that/)
  })
}

test('an infix operator is not an operand of another', () => {
  const nested = builtin('equal', builtin('plus', url, url), url)
  assert.throws(() => print(nested), /not an operand of another/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import { bitsOf } from '../../compiler/patterns/bits.ts'
import { encodeBits, encodeProgram } from '../../compiler/patterns/encode.ts'
import { compilePattern } from '../../compiler/patterns/index.ts'
import { parsePattern } from '../../compiler/patterns/parse.ts'
import { positionsOf } from '../../compiler/patterns/positions.ts'
import { compileProgram } from '../../compiler/patterns/program.ts'
import { matcher, matcherOf } from '../support/matcher.ts'

/** Our automaton in the library, and RE2's own rules as re2js has them: they have to agree. */
function agree(source: string, texts: readonly string[]): void {
  const matches = matcher(source)
  const oracle = RE2JS.compile(source)
  for (const text of texts) {
    assert.equal(matches(text), oracle.matcher(text).find(), `/${source}/ on ${JSON.stringify(text)}`)
  }
}

const texts = [
  ...['', 'a', 'b', 'abc', 'xabc', 'ABC', 'aab', 'aaaaab', 'abb', 'a b', 'a\nb', 'x', 'xx', 'a\nx\nb', '\n'],
  ...['kelvin', 'KELVIN', '\u212aelvin', 'foo', 'a foo b', 'foob', 'foo_', 'ελ', 'é', 'ü', '😀', 'ς', 'Σ', '日本語'],
  ...['my_api-key', 'TOKEN', 'secret_', 'a.b', 'STRASSE', 'STRAßE', 'ſ', 'K', '0', '\u0000', '\u{10ffff}'],
]

const sources = [
  ...['abc', '^abc$', 'a|b|', '', '^$', '(a|b)*abb', '(?:a*)*c', 'a{2,4}b', 'a{0}b', '(a?){3}b', '.{3}$', 'x*'],
  ...['(?i)kelvin', '(?i)straße', '(?i)σ', '(?i)s', '(?i)[k-m]', '(?i:A)b', '(?s)a.b', 'a.b', '(?m)^x$', '(?-s).'],
  ...['\\bfoo\\b', '\\Bx', 'x\\B', '\\b', '\\Aa', 'b\\z', '\\d\\D\\w\\W', '\\s|\\S', '[^a-z]', '[]a]', '[^]a]', '[a-]'],
  ...[
    '[[:alpha:]]+$',
    '[[:^alpha:]]',
    '[\\d\\s]',
    '\\p{Greek}+',
    '\\pL\\d',
    '\\PL',
    '\\p{^Lu}',
    '[\\pN]',
    'é',
    '[à-ü]',
  ],
  ...['\\Qa.*\\E?c', 'a(?i)*b$', '\\Q\\Eab', 'a{,2}', 'a{'],
  ...['😀+', '[😀-😂]', '[^\\x00-\\x{10FFFF}]', '\\x61', '\\x{1F600}', '\\141', '\\Qa.b\\E', '(?P<n>a)b', '(?<n>a)b'],
  '(^|[_.\\/-])(api[_-]?key|secret|token|passw(or)?d|private[_-]?key|client[_-]?secret|credentials?|auth)s?($|[_.\\/-])',
]

for (const source of sources) test(`/${source}/ matches what RE2 matches`, () => agree(source, texts))

const long: readonly (readonly [source: string, form: string, texts: readonly string[]])[] = [
  ['[a-q][^u-z]{13}x', 'bits', ['a1234567890123x', 'zzza1234567890123x', 'a123456789012x', '\na1234567890123xyz', '']],
  [
    '(?m)^[a-q][^u-z]{13}x\\b',
    'bits',
    ['\na1234567890123x', 'za1234567890123x', 'a1234567890123x_', 'a1234567890123x\n', 'a12345678é9012x b'],
  ],
  [
    '(?i)\\b(disable|turn(ing)? off)\\b.{0,40}\\b(selinux|ufw)\\b',
    'bits',
    [
      'Turn off the ufw',
      'turning off ufws',
      `disable ${'é'.repeat(38)} ſelinux`,
      `disable ${'é'.repeat(39)} SELinux`,
      'disable\nufw',
    ],
  ],
  [
    '(a|bc*)*(d|e){9,}x?[^a]{20,}|^$',
    'bits',
    ['', `abccddddddddde${'z'.repeat(20)}`, `adddddddddd${'z'.repeat(19)}`, 'd'.repeat(29)],
  ],
  ['(x.{400}|y).{500}z', 'program', [`y${'a'.repeat(500)}z`, `x${'é'.repeat(900)}z`, `x${'a'.repeat(899)}z`]],
]

for (const [source, form, given] of long) {
  test(`/${source}/ has too many states for a table, becomes ${form}, and matches what RE2 matches`, () => {
    const compiled = compilePattern(source)
    assert.equal(compiled.kind === 'pattern' && compiled.form, form)
    agree(source, [...given, ...texts])
  })
}

const literal: Readonly<Record<string, string>> = {
  '^(get|post|)$': 'literals',
  '^/tmp/': 'literals',
  '^(?s:.*\\.key)$': 'literals',
  '^(?s:-p.*)$': 'literals',
  ab$: 'literals',
  '^(?i)ab$': 'literals',
  '^.*ab$': 'table',
  '^(?m:^)ab$': 'table',
  ab: 'table',
  '^[a-c]$': 'table',
}

for (const [source, form] of Object.entries(literal)) {
  test(`/${source}/ becomes ${form}, and matches what RE2 matches`, () => {
    const compiled = compilePattern(source)
    assert.equal(compiled.kind === 'pattern' && compiled.form, form)
    agree(source, [
      'get',
      'post',
      'xpost',
      '',
      '/tmp/',
      '/tmp',
      'a\n.key',
      '.keys',
      '-p',
      '-pé',
      'ab',
      'Ab',
      'xab',
      'abx',
      'a\nab',
      'b',
    ])
  })
}

const refused = {
  '(?=a)': 0,
  '(?<!a)b': 0,
  '\\1': 0,
  'a**': 2,
  '[z-a]': 1,
  '(a': 0,
  'a)': 1,
  '[a': 0,
  '\\Z': 0,
  '\\C': 0,
  'x{1001}': 1,
  '(x{100}){20}': 0,
  '[[:foo:]]': 1,
  '\\p{Foo}': 1,
  '*a': 0,
  '{2}': 0,
  'a|{1,}': 2,
  '(?i-)a': 0,
  'a\\': 1,
}

for (const [source, offset] of Object.entries(refused)) {
  test(`/${source}/ is refused, with its place`, () => {
    const compiled = compilePattern(source)
    assert.equal(compiled.kind, 'refused')
    assert.equal(compiled.kind === 'refused' && compiled.offset, offset)
  })
}

test('time grows with the text alone, whatever the pattern', () => {
  const matches = matcher('(x+x+)+y')
  assert.equal(matches('x'.repeat(1_000_000)), false)
})

/** Patterns of RE2's syntax over a few letters, so that they often match. */
const pattern = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('a', 'b', 'é', '.', '[ab]', '[^a]', '\\w', '\\b', '\\B', '^', '$', '(?i)b', '(?m:^)', '(?s:.)'),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => a + b),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(?:${a}|${b})`),
    fc.tuple(tie('tree'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?')).map(([a, count]) => `(?:${a})${count}`),
  ),
})).tree

test('generated patterns match what RE2 matches', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'é', '_', ' ', '\n'), maxLength: 8 })
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 4, maxLength: 4 }), (source, given) => agree(source, given)),
    { numRuns: 500, seed: 7 },
  )
})

/** Forms that small patterns do not get by themselves. */
const forms: Readonly<Record<string, (source: string) => Uint8Array>> = {
  'a bit a position': (source) => {
    const positions = positionsOf(compileProgram(parsePattern(source)))
    assert(positions !== undefined)
    return encodeBits(bitsOf(positions))
  },
  'a program': (source) => encodeProgram(compileProgram(parsePattern(source))),
}

for (const [name, encode] of Object.entries(forms)) {
  test(`generated patterns as ${name} match what RE2 matches`, () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'é', '_', ' ', '\n'), maxLength: 8 })
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 4, maxLength: 4 }), (source, given) => {
        const [matches, oracle] = [matcherOf(encode(source)), RE2JS.compile(source)]
        for (const each of given) assert.equal(matches(each), oracle.matcher(each).find(), `/${source}/ on ${each}`)
      }),
      { numRuns: 400, seed: 11 },
    )
  })
}

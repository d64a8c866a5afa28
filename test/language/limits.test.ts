/** Hostile and huge files: one diagnostic instead of a stack overflow, and time that grows with the length only. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from '../../compiler/language/index.ts'

const codesOf = (text: string) => parse({ path: 'x', text }).diagnostics.map(({ code }) => code)
const check = (condition: string): string => `item A-1 "t"\n  severity low\n  no call where ${condition}\n`

/** Ways to put `n` conditions inside one another; `no call where` is the outermost. */
const nested: Readonly<Record<string, (n: number) => string>> = {
  parentheses: (n) => `${'('.repeat(n - 1)}a${')'.repeat(n - 1)}`,
  'not after not': (n) => `${'not '.repeat(n - 1)}a`,
  'where in where': (n) => `${'some b where '.repeat(n - 1)}a`,
  'where in every must': (n) => `${'every b must '.repeat(n - 1)}a`,
}

for (const [name, condition] of Object.entries(nested))
  test(`${name}: 200 deep parses, 201 and a hundred thousand are told`, () => {
    assert.deepEqual(codesOf(check(condition(200))), [])
    assert.deepEqual(codesOf(check(condition(201))), ['too-deep'])
    assert.deepEqual(codesOf(check(condition(100_000))), ['too-deep'])
  })

test('what stands side by side is not deep', () => {
  assert.deepEqual(codesOf(check(Array(1000).fill('not (some b where not c)').join(' and '))), [])
})

/** Files of one mistake or feature over and over. */
const long: Readonly<Record<string, (n: number) => string>> = {
  items: (n) => check('callee is "x" or name like "y*"').repeat(n),
  'conditions in a row': (n) => check(Array(n).fill('a is "b"').join(' and ')),
  'broken conditions': (n) => check(Array(n).fill('a b').join(' and ')),
  'conditions that end in a bracket of nothing': (n) => check(Array(n).fill('a)').join(' and ')),
  'a line that goes on and on': (n) => check(`a is among [\n${'"x", '.repeat(100 * n)}]`),
  'misspelt words': (n) => check(Array(n).fill('a iss b').join(' and ')),
  'open brackets in a list': (n) => check(`a is among ${'['.repeat(n)}`),
  'unknown statements': (n) => 'nonsense "x"\n  severity high\n'.repeat(n),
  'misspelt statements': (n) => 'itme A "x"\n  severity high\n'.repeat(n),
  'unclosed texts': (n) => 'item A "x"\n  message "y\n'.repeat(n),
  'unclosed texts of several lines': (n) => 'about """\nitem A "x"\n'.repeat(2 * Math.floor(n / 2) + 1),
  'one text of many lines': (n) => `about """${'x\n'.repeat(100 * n)}"""`,
  'characters of no meaning': (n) => '@ '.repeat(n),
  'open quotes': (n) => '"'.repeat(2 * n + 1),
  'open patterns': (n) => check(`a matches /${'[a'.repeat(n)}`),
}

for (const [name, file] of Object.entries(long))
  test(`${name}: ten times as many take less than a hundred times as long`, () => {
    const time = (n: number): number => {
      const text = file(n)
      const start = performance.now()
      parse({ path: 'x', text })
      return performance.now() - start
    }
    time(200)
    const few = Math.max(time(300), 3)
    assert.ok(time(3000) < 100 * few)
  })

test('an empty file, and one of comments, hold nothing', () => {
  for (const text of ['', '\n\n', '# a\r\n# b', '\ufeff'])
    assert.deepEqual(parse({ path: 'x', text }), {
      value: {
        kind: 'file',
        statements: [],
        lost: [],
        damaged: false,
        doubted: [],
        span: { path: 'x', start: 0, end: text.length },
      },
      diagnostics: [],
    })
})

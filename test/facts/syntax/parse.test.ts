/** What is parsed, and what is cut with which reason. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { late, Spent } from '../../../runtime/facts/budget.ts'
import type { GrammarName } from '../../../runtime/facts/syntax/grammars.ts'
import { parse } from '../../../runtime/facts/syntax/parse.ts'

/** The text repeated until it has as many characters. */
const long = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length))

/** Valid, and as dense as text can be: a node or more a character. */
const dense: readonly (readonly [GrammarName, string])[] = [
  ['python', `table = [${long('1,', 60_000)}]`],
  ['python', `table = [${long('(1,2),', 60_000)}]`],
  ['python', long('a,b=c,d\n', 60_000)],
  ['python', long('a;', 60_000)],
  ['javascript', `a=[${long('1,', 60_000)}]`],
  ['javascript', long('a;', 60_000)],
  ['javascript', long('[a,b]=c;', 60_000)],
  ['typescript', long('f<a>(b);', 60_000)],
  ['typescript', `a=${long('a<', 15_000)}a`],
  ['bash', long('a;', 60_000)],
  ['bash', `${long('a|', 30_000)}a`],
]

for (const [grammar, text] of dense) {
  test(`${grammar} as dense as ${JSON.stringify(text.slice(0, 20))} is parsed`, async () => {
    const parsed = await parse(grammar, text)
    assert.equal(parsed.kind, 'tree')
    assert(parsed.kind === 'tree')
    assert.equal(parsed.tree.firstError, undefined)
  })
}

/** Takes four times as many steps as any text of its length that parses. */
const trap = long('\n |lambda ;not ', 8_000)

/** What no text that people write has. */
const cut: readonly (readonly [what: string, grammar: GrammarName, text: string, reason: RegExp])[] = [
  [
    'nested too deep',
    'python',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    /^has syntax that is nested more than 10000 levels/,
  ],
  ['a trap for the parser', 'python', trap, /^sends the parser astray/],
]

for (const [what, grammar, text, reason] of cut) {
  test(`${what}: the reason says so`, async () => {
    const parsed = await parse(grammar, text)
    assert(parsed.kind === 'cut')
    assert.match(parsed.reason, reason)
  })
}

test('texts that have the parser take all memory are given up, and the next one is parsed', async () => {
  for (let time = 0; time < 3; time++) {
    await assert.rejects(
      parse('typescript', 'a<is &'.repeat(10_000)),
      (error) => error instanceof Spent && !error.final,
    )
    assert.equal((await parse('typescript', 'f(1)')).kind, 'tree')
  }
})

test('a deadline ends a parse that has begun, and the next one is parsed', async () => {
  const text = `table = [${long('(1,2),', 1_900_000)}]`
  await parse('python', 'f(1)')
  await assert.rejects(
    parse('python', text, performance.now() + 20),
    (error) => error instanceof Spent && !error.final && error.reason === late,
  )
  assert.equal((await parse('python', 'f(1)', performance.now() + 60_000)).kind, 'tree')
})

test('after a text that was cut the next one is parsed from its beginning', async () => {
  await parse('python', trap)
  const parsed = await parse('python', 'f(1)')
  assert(parsed.kind === 'tree')
  assert.equal(parsed.tree.text, 'f(1)')
})

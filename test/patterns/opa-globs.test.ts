/** The globs of OPA's `glob.match` as patterns; real `opa` is asked the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RE2JS } from 're2js'
import { globSource } from '../../compiler/patterns/opa-globs.ts'
import { evaluate, withoutOpa } from '../support/opa.ts'

/** The delimiters and globs of OPA, with texts that match and texts that do not. */
const table: readonly (readonly [
  delimiters: readonly string[],
  glob: string,
  yes: readonly string[],
  no: readonly string[],
])[] = [
  [['.'], '*.github.com', ['api.github.com', '.github.com'], ['a.b.github.com', 'apigithub.com']],
  [['.'], 'api.**.com', ['api.a.com', 'api.a.b.com', 'api..com'], ['api.com', 'xapi.a.com']],
  [['.', '/'], '*?*', ['a', 'abc'], ['', 'a.b', 'a/b']],
  [['.'], '***', ['', 'a.b'], []],
  [[], 'a/*/b', ['a/x/b', 'a//b', 'a/x/y/b', 'a/\n/b'], ['a/b']],
  [[], '?', ['a', 'é', '.'], ['', 'ab']],
  [['é'], '?', ['a'], ['é']],
  [[], '[abc]at', ['cat'], ['fat', 'at']],
  [[], '[!abc]at', ['fat', '!at', '\nat'], ['cat', 'at']],
  [[], '[a-c]', ['b'], ['-', 'd']],
  [[], '[!a-c]', ['d', '-'], ['b']],
  [['.'], '[.^]', ['.', '^'], ['a']],
  [[], '{cat,b*,[fr]at}', ['cat', 'bird', 'fat'], ['at', 'cat,b']],
  [[], '{**/,}x', ['x', 'a/b/x'], ['ax']],
  [[], '\\*\\{a\\}', ['*{a}'], ['x{a}']],
  [[], 'a,(b)|$^+', ['a,(b)|$^+'], ['a', 'b']],
  [[']', '-', '^'], 'a*', ['ab'], ['a-', 'a]', 'a^']],
]

const rows = table.flatMap(([delimiters, glob, yes, no]) => [
  ...yes.map((text) => ({ delimiters, glob, text, want: true })),
  ...no.map((text) => ({ delimiters, glob, text, want: false })),
])

test('a glob of OPA matches as its pattern does', () => {
  for (const { delimiters, glob, text, want } of rows) {
    const source = globSource(glob, delimiters)
    assert(source !== undefined, glob)
    assert.equal(RE2JS.compile(source).matcher(text).find(), want, `${glob} on ${JSON.stringify(text)}: ${source}`)
  }
})

test('what is no plain glob is refused', () => {
  for (const glob of ['{a,{b}}', '{a', 'a}', '[a', 'a]', '[]', '[ab-c]', '[c-a]', 'a\\']) {
    assert.equal(globSource(glob, []), undefined, glob)
  }
  assert.equal(globSource('*', ['ab']), undefined)
})

test('real opa matches the same', { skip: withoutOpa }, () => {
  const nullable = rows.map(({ delimiters, ...row }) => ({
    ...row,
    delimiters: delimiters.length === 0 ? null : delimiters,
  }))
  const { globs } = evaluate(
    ['package proviso.globs\n\nresult := [glob.match(c.glob, c.delimiters, c.text) | some c in input]\n'],
    [{ name: 'globs', module: 'globs', input: nullable }],
  )
  assert.deepEqual(
    globs,
    rows.map(({ want }) => want),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { configurationExtractor } from '../../../runtime/facts/configuration/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const settings: readonly (readonly [path: string, text: string, expected: readonly string[]])[] = [
  ['a.ini', '; x=1\n[one]\na = b c ; d\nk: v\n[two.three]\nq="x"\n', ['one.a="b c"', 'one.k="v"', 'two.three.q="x"']],
  [
    'a.service',
    '[Service]\nUser=wazuh\nExecStart=/bin/sh -c "a=b"\n',
    ['Service.User="wazuh"', 'Service.ExecStart="/bin/sh -c \\"a=b\\""'],
  ],
  ['.env', 'export A=1\nB="x # y"\n#C=2\nSELINUX=disabled\r\n', ['A="1"', 'B="x # y"', 'SELINUX="disabled"']],
  [
    'a.toml',
    '[a]\nb = 1\nc = "x" # y\nd = true\ne = """\nf = 1\n"""\ng = "z"\n',
    ['a.b=1', 'a.c="x"', 'a.d=true', 'a.e=undefined', 'a.g="z"'],
  ],
  [
    'a.yaml',
    'a:\n  b: 1\n  # c: 2\n  d: "x: y" # z\n  e: |\n    f: 1\n  g:\n    - h: true\n      i: ~\nj: http://x/y\n',
    ['a.b=1', 'a.d="x: y"', 'a.g.h=true', 'a.g.i=null', 'j="http://x/y"'],
  ],
  ['a.json', '{"a": {"b": [{"c": 1}, 2], "d": "x\\"y"}, // z: 1\n "e": null,}', ['a.b.c=1', 'a.d="x\\"y"', 'e=null']],
  ['requirements.txt', 'requests==2.0\n', []],
]
for (const [path, text, expected] of settings) {
  test(`settings of ${path}`, async () => {
    const found = factsIn(await extractFrom(configurationExtractor, path, text), 'setting')
    assert.deepEqual(
      found.map(({ key, value }) => `${key}=${JSON.stringify(value)}`),
      expected,
    )
  })
}

test('a setting stands from its key to the end of its value', async () => {
  const texts: Readonly<Record<string, string>> = {
    'a.ini': '\n  k = v w  ; x\n',
    'a.yaml': '\n  k: v w  # x\n',
    'a.json': '\n  "k": "v w"',
  }
  const shown = { 'a.ini': 'k = v w', 'a.yaml': 'k: v w', 'a.json': '"k": "v w"' }
  for (const [path, expected] of Object.entries(shown)) {
    const text = texts[path] ?? ''
    const [setting] = factsIn(await extractFrom(configurationExtractor, path, text), 'setting')
    assert.equal(
      text.split('\n')[1]?.slice((setting?.at.column ?? 0) - 1, (setting?.at.endColumn ?? 0) - 1),
      expected,
      path,
    )
  }
})

test('addresses in comments are none', async () => {
  const texts: Readonly<Record<string, string>> = {
    'a.yaml': '# http://a.test\nb: http://b.test # http://c.test\n',
    'a.ini': '; http://a.test\nb = http://b.test ; http://c.test\n',
    'a.json': '// http://a.test\n{"b": "http://b.test"}',
    'a.conf': '<!-- http://a.test\n -->\n<b>http://b.test</b>\n',
    Dockerfile: '# http://a.test\nADD http://b.test /\n',
  }
  for (const [path, text] of Object.entries(texts)) {
    const urls = factsIn(await extractFrom(configurationExtractor, path, text), 'url')
    assert.deepEqual(
      urls.map(({ host }) => host),
      ['b.test'],
      path,
    )
  }
})

const hostile = ['{', '[', '"', '- ', '{"a":', 'a: ', '[a', '<!--', "'''", ' #', '\\', 'a=']
for (const piece of hostile) {
  test(`a moment, not minutes: ${piece}`, { timeout: 30_000 }, async () => {
    for (const path of ['a.json', 'a.yaml', 'a.toml', 'a.ini', '.gitignore']) {
      for (const text of [piece.repeat(100_000), `${piece}\n`.repeat(50_000)]) {
        assert.ok(await extractFrom(configurationExtractor, path, text))
      }
    }
  })
}

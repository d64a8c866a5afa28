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
    'application.conf',
    'include "/etc/secret.conf"\n\ndb.graph {\n  storage {\n    backend: cql\n    hosts: ["127.0.0.1"]\n    cql {\n      name: thp\n    }\n  }\n  index.search {\n    backend: lucene\n  }\n}\nforce: true',
    [
      'include="/etc/secret.conf"',
      'backend="cql"',
      'hosts="[\\"127.0.0.1\\"]"',
      'name="thp"',
      'backend="lucene"',
      'force="true"',
    ],
  ],
  [
    'a.toml',
    '[a]\nb = 1\nc = "x" # y\nd = true\ne = """\nf = 1\n"""\ng = "z"\n',
    ['a.b=1', 'a.c="x"', 'a.d=true', 'a.e="f = 1\\n"', 'a.g="z"'],
  ],
  [
    'pyproject.toml',
    '"x y".z = 1_000\n[[a.b]]\nc = [ "p", # q\n  { d = "e\\u0041", f = [1] } ]\ng = \'C:\\h\'\nt = 1979-05-27 07:32:00\n',
    ['x y.z=1000', 'a.b.c="p"', 'a.b.c.d="eA"', 'a.b.c.f=1', 'a.b.g="C:\\\\h"', 'a.b.t="1979-05-27 07:32:00"'],
  ],
  [
    'a.yaml',
    'a:\n  b: 1\n  # c: 2\n  d: "x: y" # z\n  e: |\n    f: 1\n  g:\n    - h: true\n      i: ~\nj: http://x/y\n',
    ['a.b=1', 'a.d="x: y"', 'a.e="f: 1\\n"', 'a.g.h=true', 'a.g.i=null', 'j="http://x/y"'],
  ],
  [
    'a.json',
    '{"a": {"b": [{"c": 1}, 2], "d": "x\\"y"}, // z: 1\n "e": null,}',
    ['a.b.c=1', 'a.b=2', 'a.d="x\\"y"', 'e=null'],
  ],
  [
    'b.json',
    '[{"a": 1.50, "b": 1e400, "c": 12345678901234567890}]',
    ['a=1.5', 'b="1e400"', 'c="12345678901234567890"'],
  ],
  ['a.jsonl', '{"a": 1}\n{"a": 2}\n', ['a=1', 'a=2']],
  [
    'b.yaml',
    '%YAML 1.2\n---\na: &x {b: 1, "c d": [p, q]}\ne: &y secret\n---\nf: *y\n---\ng: &z w\nh: *z\n? i\n: j\nk:\nl: [*z]\n<<: *x\n',
    [
      'a.b=1',
      'a.c d="p"',
      'a.c d="q"',
      'e="secret"',
      'f=undefined',
      'g="w"',
      'h="w"',
      'i="j"',
      'k=null',
      'l="w"',
      '<<=undefined',
    ],
  ],
  [
    'compose.yaml',
    'services:\n  a:\n    environment:\n      - HTTP_PROXY=http://p:3128\n      - DEBUG\n',
    ['services.a.environment.HTTP_PROXY="http://p:3128"', 'services.a.environment="DEBUG"'],
  ],
  ['a.properties', '! c\na.b = 1\nc:2\nd e\\\n  f\ng\n', ['a.b="1"', 'c="2"', 'd="e f"', 'g=""']],
  [
    'setup.cfg',
    '[options]\ninstall_requires =\n    a>=1\n    b\nx = 1\n',
    ['options.install_requires="a>=1\\nb"', 'options.x="1"'],
  ],
  ['sshd.conf', 'Port 22\nMatch User x\n  ForceCommand y\n', ['Port="22"', 'Match="User x"', 'ForceCommand="y"']],
  ['list.env', 'i=0\nP[((i++))]="/var/a"\nP[1]=/var/b\nexport P\n', ['i="0"', 'P="/var/a"', 'P="/var/b"']],
  ['key.env', 'A="one\ntwo" # c\nB=\n', ['A="one\\ntwo"', 'B=""']],
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
    'a.json': '{\n  "k": "v w"}',
    'a.toml': '\n  k = "v w" # x\n',
    '.env': '\n  k=v w # x\n',
  }
  const shown = {
    'a.ini': 'k = v w',
    'a.yaml': 'k: v w',
    'a.json': '"k": "v w"',
    'a.toml': 'k = "v w"',
    '.env': 'k=v w',
  }
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

const broken: readonly (readonly [path: string, text: string, line: number])[] = [
  ['a.json', '{"a": 1,\n "b" 2}', 2],
  ['a.json', '{"a": 1}\n{"b": [1', 2],
  ['a.json', '\n{"a": tru}', 2],
  ['a.json', '{"a": "x\n}', 1],
  ['a.json', '{"a":}', 1],
  ['a.json', '{"a" }', 1],
  ['a.json', '[1,,2]', 1],
  ['a.json5', '{a: 1}', 1],
  ['a.yaml', 'a: 1\nb: [1, 2\nc: 3\n', 2],
  ['a.yaml', 'a: 1\nb: "x\n', 3],
  ['a.yaml', '{{ if }}\na: 1\n', 2],
  ['a.yaml', 'a: 1\n}\n', 2],
  ['a.toml', 'a = 1\nb = \n', 2],
  ['a.toml', 'a = 1\na = 2\n', 2],
  ['a.ini', '[a]\nb = 1\nthis is prose, not a setting!\n', 3],
  ['.env', 'A=1\nnot a setting\n', 2],
]
for (const [path, text, line] of broken) {
  test(`what does not parse is said: ${path} ${JSON.stringify(text)}`, async () => {
    const { undecided } = await extractFrom(configurationExtractor, path, text)
    assert.deepEqual(
      undecided.map(({ kinds }) => kinds.join()),
      ['setting'],
    )
    assert.match(undecided[0]?.reason ?? '', new RegExp(`from line ${line} on$`))
  })
}

test('nothing is left out in silence: depth and number', async () => {
  const deep = await extractFrom(configurationExtractor, 'a.json', `${'{"a":'.repeat(80)}1${'}'.repeat(80)}`)
  assert.match(deep.undecided[0]?.reason ?? '', /nested more than 64 deep/)
  const many = await extractFrom(configurationExtractor, 'a.yaml', 'a: 1\n'.repeat(60_000))
  assert.match(many.undecided[0]?.reason ?? '', /more than 50000 settings/)
})

test('an alias stands for a scalar, and never for a collection: nothing explodes', { timeout: 10_000 }, async () => {
  const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`)
  const { facts } = await extractFrom(configurationExtractor, 'bomb.yaml', `l0: &l0 lol\n${levels.join('\n')}\n`)
  assert.equal(facts.setting?.length, 301)
})

test('addresses in comments are none', async () => {
  const texts: Readonly<Record<string, string>> = {
    'a.yaml': '# http://a.test\nb: http://b.test # http://c.test\n',
    'a.ini': '; http://a.test\nb = http://b.test ; http://c.test\n',
    'a.json': '// http://a.test\n{"b": "http://b.test"}',
    'a.conf': '<!-- http://a.test\n -->\n<b>http://b.test</b>\n',
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

test('an address that a description speaks of', async () => {
  const text =
    '{"about": "Panorama is ready; more on it at http://docs.x.io/a in the manual.", "url": "http://x.io/api", "words": "a b c d e f"}\n'
  const urls = factsIn(await extractFrom(configurationExtractor, 'a.json', text), 'url')
  assert.deepEqual(
    urls.map(({ host, role }) => `${host} ${role}`),
    ['docs.x.io identifier', 'x.io endpoint'],
  )
})

const hostile = [
  '{',
  '[',
  '"',
  '- ',
  '{"a":',
  'a: ',
  '[a',
  '\\n',
  'a: &a *a\n',
  '- - ',
  'k.',
  '"""',
  '<!--',
  "'''",
  ' #',
  '\\',
  'a=',
]
for (const piece of hostile) {
  test(`a moment, not minutes: ${piece}`, { timeout: 30_000 }, async () => {
    for (const path of ['a.json', 'a.yaml', 'a.toml', 'a.ini', 'a.service', 'a.properties', '.env', '.gitignore']) {
      for (const text of [piece.repeat(30_000), `${piece}\n`.repeat(15_000)]) {
        assert.ok(await extractFrom(configurationExtractor, path, text))
      }
    }
  })
}

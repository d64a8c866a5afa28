import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentationExtractor } from '../../../runtime/facts/documentation/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const read = (text: string, path = 'README.md') => extractFrom(documentationExtractor, path, text)

const sections: readonly (readonly [path: string, text: string])[] = [
  ['README.md', '# One\n\n## Two *x*\n\nText\n\nThree\n=====\n\n### Four `y` ###\n'],
  ['a.rst', 'One\n===\n\nTwo x\n-----\n\nText\n\nThree\n=====\n\nFour y\n------\n'],
  ['README.txt', 'One\n===\n\nTwo x\n-----\n\nText\n\nThree\n=====\n\nFour y\n------\n'],
  ['a.org', '* One\n\n** Two x\n\nText\n\n* Three\n\n*** Four y\n'],
  ['docs/a.html', '<h1>One</h1>\n<h2 class="x">Two x</h2>\n<p>Text</p>\n<h1>Three</h1><h3>Four y</h3>'],
  ['a.adoc', '= One\n\n== Two x\n\nText\n\n= Three\n\n=== Four y\n'],
]
for (const [path, text] of sections) {
  test(`sections of ${path}`, async () => {
    const found = factsIn(await read(text, path), 'section')
    assert.deepEqual(
      found.map(({ titles }) => titles.join(' > ')),
      ['One', 'One > Two x', 'Three', 'Three > Four y'],
    )
  })
}

const sentences: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['two', 'One. Two!', ['One.', 'Two!']],
  ['a line end', 'One\ntwo. Three', ['One two.', 'Three']],
  ['abbreviations', 'Use e.g. this, i.e. that, etc. and so on.', ['Use e.g. this, i.e. that, etc. and so on.']],
  [
    'versions and file names',
    'Needs v1.2.3 or a.md. It reads .secrets too.',
    ['Needs v1.2.3 or a.md.', 'It reads .secrets too.'],
  ],
  ['addresses', 'See https://a.example.org/x.html. Then go.', ['See https://a.example.org/x.html.', 'Then go.']],
  ['a full stop within code', 'Run `a. B` now. Done.', ['Run a. B now.', 'Done.']],
  ['markup', '**Do** _not_ [run](http://x "t") `it` \\*here\\* &amp; <b>now</b>.', ['Do not run it *here* & now .']],
  ['names with underscores', 'Set my_long_name and __x__.', ['Set my_long_name and x.']],
  ['a list', '- one\n- two. Three\n', ['one', 'two.', 'Three']],
  ['a table', '| a | b |\n|---|---|\n| c. D | e |\n', ['a', 'b', 'c.', 'D', 'e']],
  ['a quotation', '> one\n> two\n', ['one two']],
  ['a task', '- [ ] one\n', ['one']],
  ['a picture', '![alt text](a.png)\n', ['alt text']],
  ['no code and no comments', '```\nx. Y\n```\n<!-- z -->\n', []],
]
for (const [what, text, expected] of sentences) {
  test(`sentences: ${what}`, async () => {
    assert.deepEqual(
      factsIn(await read(text), 'sentence').map((sentence) => sentence.text),
      expected,
    )
  })
}

test('a sentence stands where it begins, in its section, and says whether it forbids', async () => {
  const found = factsIn(await read('# A\n\nFirst. Do **not**\nrun it.\n'), 'sentence')
  assert.deepEqual(
    found.map(({ at, section, negated }) => [at.line, at.column, at.endLine, at.endColumn, section, negated]),
    [
      [3, 1, 3, 7, 0, false],
      [3, 8, 4, 8, 0, true],
    ],
  )
})

const settings: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['a block', '```\nSELINUX=disabled\n```\n', ['SELINUX=disabled']],
  ['an INI block', '```ini\n[x]\nSELINUX = disabled # off\n```\n', ['SELINUX=disabled']],
  ['exports', '```bash\nexport A="b c"\n```\n', ['A=b c']],
  ['code in a sentence', 'Set `SELINUX=disabled` there.', ['SELINUX=disabled']],
  [
    'what is said not to be set',
    'Never set `SELINUX=disabled`.\n\nDo not do this:\n\n```\nSELINUX=disabled\n```\n',
    [],
  ],
  ['what goes before a command', '```bash\nA=1 ./run.sh\nB=2 \\\n  ./run.sh\n```\n', []],
  ['code of a language', '```python\nSELINUX=disabled\n```\n', []],
]
for (const [what, text, expected] of settings) {
  test(`settings: ${what}`, async () => {
    assert.deepEqual(
      factsIn(await read(text), 'setting').map(({ key, value }) => `${key}=${value}`),
      expected,
    )
  })
}

test('a cell of a table names things, and tells nobody to turn them off', async () => {
  const text =
    '| Rule | Detects |\n|---|---|\n| 1 | Disable the firewall |\n| 2 | Disable SELinux. |\n\nStop the firewall\n'
  const found = factsIn(await read(text), 'sentence').flatMap(({ turns_off, at }) =>
    turns_off ? [[turns_off, at.line]] : [],
  )
  assert.deepEqual(found, [
    ['selinux', 4],
    ['firewall', 6],
  ])
})

test('links point somewhere, in line, by label and by themselves', async () => {
  const text =
    '# A\n\nSee [the *guide*](docs/a.md "t"), [that][b], [c][], <https://d.test> and ![x](y.png).\n\n[B]: <e.md>\n[c]: f.md\n'
  assert.deepEqual(
    factsIn(await read(text), 'link').map(({ target, text, section, at }) => [target, text, section, at.column]),
    [
      ['docs/a.md', 'the guide', 0, 6],
      ['e.md', 'that', 0, 36],
      ['f.md', 'c', 0, 47],
      ['https://d.test', 'https://d.test', 0, 53],
      ['y.png', 'x', 0, 76],
    ],
  )
})

test('blocks of code with their language', async () => {
  const text = '```Python title=x\na\n```\n\n# A\n\n    b\n\n~~~\nc\n'
  assert.deepEqual(
    factsIn(await read(text), 'code_block').map(({ language, text, section, at }) => [
      language,
      text,
      section,
      at.line,
    ]),
    [
      ['python', 'a', undefined, 2],
      [undefined, 'b', 0, 7],
      [undefined, 'c', 0, 10],
    ],
  )
})

test('a block of HTML ends at an empty line, also in a file of Windows', async () => {
  const lines = ['<h3>Start</h3>', '', 'so:', '```', 'ls', '```', '']
  for (const end of ['\n', '\r\n']) {
    const blocks = factsIn(await read(lines.join(end)), 'code_block')
    assert.deepEqual(
      blocks.map(({ at, text }) => [at.line, text]),
      [[5, 'ls']],
    )
  }
})

test('rules in a block are rules in documentation', async () => {
  const text = '- a\n\n  ```xml\n  <group name="g">\n    <rule id="100200" level="3">\n    </rule>\n  </group>\n  ```\n'
  assert.deepEqual(
    factsIn(await read(text), 'wazuh_rule').map(({ id, found_in, at }) => [
      id,
      found_in,
      at.line,
      at.column,
      at.endColumn,
    ]),
    [[100200, 'documentation', 5, 5, 33]],
  )
})

test('addresses in text, links and code', async () => {
  const found = factsIn(
    await read('[a](http://a.test) `http://b.test` <http://c.test>\n\n    curl http://d.test\n'),
    'url',
  )
  assert.deepEqual(
    found.map(({ host, at }) => `${host} ${at.line}:${at.column}`),
    ['a.test 1:5', 'b.test 1:21', 'c.test 1:37', 'd.test 3:10'],
  )
})

const hostile: Readonly<Record<string, string>> = {
  backticks: '`'.repeat(500_000),
  'backticks of all lengths': Array.from({ length: 900 }, (_, i) => '`'.repeat(i + 1)).join(' '),
  brackets: '['.repeat(500_000),
  links: '[a]('.repeat(100_000),
  stars: 'a*'.repeat(200_000),
  quotations: `${'>'.repeat(1000)}\n`.repeat(300),
  'lists in lists': '1. '.repeat(100_000),
  fences: '```\n'.repeat(100_000),
  'a table': `${'| a '.repeat(50_000)}\n|---|\n`,
  'one long word': 'a'.repeat(300_000),
  'paths and modes': '`.a` 640 root: '.repeat(20_000),
  'full stops': 'a. '.repeat(150_000),
  'ifs and nots': 'if you do not, '.repeat(30_000),
  'commands in one block': `\`\`\`bash\n${'# never:\npip install x\n'.repeat(10_000)}\`\`\`\n`,
  'commands in one sentence': '`pip install x`, '.repeat(10_000),
  'a long line of prompts': `\`\`\`\n$ ${'a | '.repeat(50_000)}\n\`\`\`\n`,
}
for (const [what, text] of Object.entries(hostile)) {
  test(`a moment, not minutes: ${what}`, { timeout: 30_000 }, async () => assert.ok(await read(text)))
  test(`a moment, not minutes, as plain text: ${what}`, { timeout: 30_000 }, async () =>
    assert.ok(await read(text, 'README')),
  )
}

for (const piece of ['<p>', '<!--', '<pre>', '\n ', ' ', '~a', '////\n', '| a ']) {
  test(`a moment, not minutes, in other notations: ${JSON.stringify(piece)}`, { timeout: 30_000 }, async () => {
    for (const path of ['docs/a.html', 'a.org', 'a.adoc'])
      assert.ok(await read(piece.repeat(30_000 / piece.length), path))
  })
}

test('what is nested too deeply is said', async () => {
  const { undecided } = await read(`${'> '.repeat(100)}x\n\nRun \`pip install x\`\n`)
  assert.equal(undecided[0]?.reason, 'is nested more deeply than is analysed')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unlimited } from '../../../runtime/facts/budget.ts'
import type { FileInput, ListedFile } from '../../../runtime/facts/extractor.ts'
import { LineTable } from '../../../runtime/facts/line-table.ts'
import { otherCodeExtractor } from '../../../runtime/facts/other-code/index.ts'
import { parse } from '../../../runtime/facts/syntax/parse.ts'
import { Tree } from '../../../runtime/facts/tree/tree.ts'

const file = (name: string, language: ListedFile['language'], role: ListedFile['role'] = 'code'): ListedFile => ({
  path: name,
  rootPath: name,
  name,
  extension: name.split('.').at(-1) ?? '',
  language,
  role,
  vendored: false,
  generated: false,
})

async function extract(listed: ListedFile, text: string) {
  const lines = new LineTable(listed.rootPath, text)
  const input: FileInput = {
    file: listed,
    text,
    lines,
    tree: new Tree([]),
    wanted: new Set(),
    budget: unlimited(),
    parse,
  }
  return otherCodeExtractor.extract(input)
}

/** Words for all that code does. */
const everything = 'open(key); chmod(0644); exec("curl"); raise "failed"'

test('addresses in code of any language, comments left out', async () => {
  const text = [
    'var api = "http://api.vendor.io" // not http://c.vendor.io',
    '  // http://d.vendor.io',
    ' * http://e.vendor.io',
    'fetch(`https://${host}/v1`)',
  ].join('\n')
  const { facts } = await extract(file('a.go', 'other'), text)
  assert.deepEqual(
    facts.url?.map((url) => [url.text, url.at.line, url.at.column]),
    [
      ['http://api.vendor.io', 1, 12],
      ['https://${host}/v1', 4, 8],
    ],
  )
})

test('what is not analysed is said, with its language', async () => {
  const { undecided } = await extract(file('a.rb', 'other'), '')
  assert.match(undecided[0]?.reason ?? '', /^is \.rb code, /)
  assert.ok(undecided[0]?.kinds.includes('call'))
  assert.match((await extract(file('a.go', 'other'), '')).undecided[0]?.reason ?? '', /^is \.go code, /)
})

const gaps: readonly (readonly [name: string, language: ListedFile['language'], reason: RegExp, kinds: string])[] = [
  ['a.ps1', 'other', /^is PowerShell, /, 'command script call'],
  ['a.bat', 'other', /^is a batch file, /, 'command permission file_write'],
  ['a.fish', 'other', /^is fish code, /, 'command script'],
  ['a.ipynb', 'python', /^is a notebook, /, 'call import connection'],
]
for (const [name, language, reason, kinds] of gaps) {
  test(`${name} is undecided for ${kinds}`, async () => {
    const [gap] = (await extract(file(name, language), everything)).undecided
    assert.match(gap?.reason ?? '', reason)
    for (const kind of kinds.split(' ')) assert.ok(gap?.kinds.includes(kind as never), kind)
  })
}

const none: readonly (readonly [name: string, kinds: string])[] = [
  ['a.css', 'call command permission string connection'],
  ['a.html', 'command permission script file_write process'],
  ['a.bat', 'call import connection raise script'],
]
for (const [name, kinds] of none) {
  test(`${name} can hold no ${kinds}`, async () => {
    const told = (await extract(file(name, 'other'), everything)).undecided.flatMap((gap) => gap.kinds)
    for (const kind of kinds.split(' ')) assert.equal(told.includes(kind as never), false, kind)
  })
}

const wordless: readonly (readonly [name: string, text: string, kinds: string, other: string])[] = [
  ['a.bat', '@echo off\npython main.py %*>nul', 'permission connection file_write', 'output command'],
  [
    'a.rb',
    'require "json"\nputs JSON.generate(a: 1)',
    'permission connection file_access process output',
    'call import',
  ],
  ['a.rb', 'File.chmod(0o600, "x")', 'connection process', 'permission file_write'],
  ['a.go', 'http.Get(u)', 'permission file_write', 'connection'],
  ['a.ps1', 'Get-Date', 'command permission connection process', 'script'],
  ['a.ipynb', '{}', '', 'connection permission'],
]
for (const [name, text, kinds, other] of wordless) {
  test(`${name} without a word for it can hold no ${kinds}: ${text}`, async () => {
    const told = (await extract(file(name, 'other'), text)).undecided.flatMap((gap) => gap.kinds as readonly string[])
    assert.deepEqual(
      kinds.split(' ').filter((kind) => told.includes(kind)),
      [],
    )
    assert.deepEqual(
      other.split(' ').filter((kind) => !told.includes(kind)),
      [],
    )
  })
}

test('a page in a browser may call and connect', async () => {
  const [gap] = (await extract(file('a.html', 'other'), everything)).undecided
  for (const kind of ['call', 'connection', 'output'] as const) assert.ok(gap?.kinds.includes(kind), kind)
})

test('code that is no shell promises no commands', async () => {
  const [gap] = (await extract(file('a.go', 'other'), everything)).undecided
  assert.equal(gap?.kinds.includes('command'), false)
})

test('languages with an extractor, and what is no code, are left to others', () => {
  assert.equal(otherCodeExtractor.reads(file('a.py', 'python')), false)
  assert.equal(otherCodeExtractor.reads(file('a.sh', 'shell', 'code')), false)
  assert.equal(otherCodeExtractor.reads(file('a.md', 'markdown', 'documentation')), false)
  assert.equal(otherCodeExtractor.reads(file('a.js', 'javascript', 'test')), false)
})

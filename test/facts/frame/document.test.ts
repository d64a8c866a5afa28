import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { factsJsonSchema, type Place } from '../../../compiler/index.ts'
import type { Extractor, LocalFact } from '../../../runtime/facts/extractor.ts'
import type { Linker } from '../../../runtime/facts/link.ts'
import { git, repository } from './repositories.ts'
import { extractToys, ownMaterial, planOf, toyExtractor } from './toy-extractor.ts'

const validate = new Ajv2020({ allowUnionTypes: true }).compile(factsJsonSchema())

const files = {
  '.gitignore': '# keys\n*.key\n!test.key\n',
  'README.md': '# Toy\n',
  'b.py': 'b1\ndef f\nb2\nb3\n',
  'a.py': 'def f\na1\ndef g\na2\n',
  'tests/t.py': 't1\n',
  'vendor/v.py': 'v1\n',
  'deep/er/c.py': 'c1',
}

test('facts are in the order of their places, and references lead to the same facts as before', async () => {
  const { document } = await extractToys(repository(files))
  const functions = document.function ?? []
  const paths = (document.file ?? []).map(({ path }) => path)
  assert.deepEqual(paths, ['.gitignore', 'README.md', 'a.py', 'b.py', 'deep/er/c.py', 'tests/t.py', 'vendor/v.py'])
  assert.deepEqual(
    (document.string ?? []).map((fact) => [paths[fact.file], fact.at.line, fact.value, functions[fact.function]?.name]),
    [
      ['a.py', 2, 'a1', 'f'],
      ['a.py', 4, 'a2', 'g'],
      ['b.py', 1, 'b1', '<module>'],
      ['b.py', 3, 'b2', 'f'],
      ['b.py', 4, 'b3', 'f'],
      ['deep/er/c.py', 1, 'c1', '<module>'],
      ['tests/t.py', 1, 't1', '<module>'],
      ['vendor/v.py', 1, 'v1', '<module>'],
    ],
  )
  assert.deepEqual(document.string?.[3], {
    at: { path: 'b.py', line: 3, column: 1, endLine: 3, endColumn: 3 },
    file: 3,
    value: 'b2',
    interpolated: false,
    role: 'value',
    function: 4,
  })
  assert.deepEqual(document.extracted.string, { found: 8, kept: 8, files: 5 })
})

test('the document is valid under its JSON Schema, with and without a plan', async () => {
  const root = repository({ ...files, 'bad.py': '???\n' })
  const plan = planOf({ string: [ownMaterial], path: [ownMaterial] }, { probes: ['a.key'], parameters: { limit: 3 } })
  for (const plans of [undefined, [plan]]) {
    const { document, bytes } = await extractToys(root, plans, { limit: 7 })
    assert.equal(validate(JSON.parse(new TextDecoder().decode(bytes))), true, JSON.stringify(validate.errors))
    assert.equal(validate({ ...document, repository: [{}] }), false)
    assert.equal(bytes.buffer.byteLength, bytes.byteLength)
  }
})

test('the same tree gives the same bytes, listed from the index or by a walk', async () => {
  const root = repository(files)
  const bytes = async (): Promise<string> => new TextDecoder().decode((await extractToys(root)).bytes)
  const first = await bytes()
  assert.equal(await bytes(), first)
  git(root, 'update-index', '--index-version', '4')
  assert.equal(await bytes(), first)
})

test('a plan brings its scope, what that refers to, and nothing else', async () => {
  const extractor = toyExtractor()
  const scope = {
    ...ownMaterial,
    globs: [{ written: 'b.py', pattern: { source: '^b\\.py$', ignoreCase: false, written: '' } }],
  }
  const plan = planOf({ string: [scope], url: [ownMaterial] }, { parameters: { most: 3 } })
  const { document } = await extractToys(repository(files), [plan], { extractor })
  assert.deepEqual([...extractor.seen.keys()], ['b.py'])
  assert.deepEqual([...(extractor.seen.get('b.py')?.wanted ?? [])], ['string', 'function'])
  assert.deepEqual(
    document.file?.map(({ path }) => path),
    ['b.py'],
  )
  assert.deepEqual(
    document.function?.map(({ name }) => name),
    ['<module>', 'f'],
  )
  // Nobody gives `url`, so it is lacking; `function` was not asked for, so its list is no answer to anything.
  assert.deepEqual(document.extracted, { string: { found: 3, kept: 3, files: 1 } })
  assert.deepEqual(document.parameters, { toy: { most: 3 } })
})

test('a name that tells no language is opened only where it could matter', async () => {
  const root = repository({ run: '#!/bin/sh\necho\n', notes: 'text\n', 'tests/run': '#!/bin/sh\n' })
  const extractor = toyExtractor()
  const scripts = planOf({ string: [{ ...ownMaterial, roles: ['scripts'] }] })
  const { document } = await extractToys(root, [scripts], { extractor })
  assert.deepEqual([...extractor.seen.keys()], ['run'])
  assert.deepEqual(
    document.file?.map(({ path, role }) => [path, role]),
    [['run', 'script']],
  )
})

test('paths that are asked about stand at the rule that decides them', async () => {
  const root = repository({ ...files, 'app/.gitignore': '/state.json\n', 'app/main.py': '', 'app/log.key': '' })
  const probes = ['server.key', 'test.key', 'log.key', 'state.json', 'main.py', '../README.md', 'sub/x.key', 'none']
  const plan = planOf({ path: [ownMaterial] }, { probes })
  const { document } = await extractToys(`${root}/app`, [plan])
  assert.deepEqual(
    document.path?.map(({ at, path, exists, ignored, tracked, rule }) =>
      [path, `${at.path}:${at.line}`, exists && 'exists', ignored && 'ignored', tracked && 'tracked', rule]
        .filter(Boolean)
        .join(' '),
    ),
    [
      'log.key .gitignore:2 exists ignored tracked *.key',
      'server.key .gitignore:2 ignored *.key',
      'sub/x.key .gitignore:2 ignored *.key',
      'test.key .gitignore:3 !test.key',
      '../README.md app/.gitignore:1',
      'main.py app/.gitignore:1 exists tracked',
      'none app/.gitignore:1',
      'state.json app/.gitignore:1 ignored /state.json',
    ],
  )
})

test('a bare name is asked about in the outermost folders that hold code', async () => {
  const root = repository({
    '.gitignore': 'wodle/.secrets\n',
    'README.md': '# Title\n',
    'wodle/main.py': '',
    'wodle/lib/api.py': '',
    'docs/conf.py': '',
    'tests/test_main.py': '',
  })
  const plan = planOf({ path: [ownMaterial] }, { probes: ['.secrets', 'etc/.secrets'] })
  const { document } = await extractToys(root, [plan])
  assert.deepEqual(
    document.path?.map(({ asked, path, ignored }) => [asked, path, ignored]),
    [
      ['etc/.secrets', 'etc/.secrets', false],
      ['.secrets', 'wodle/.secrets', true],
    ],
  )
})

test('what is missing in several folders, and decided alike, is asked about once', async () => {
  const root = repository({
    'one/main.py': '',
    'two/main.py': '',
    'two/.gitignore': '',
    'three/main.py': '',
    'three/.gitignore': '!.secrets\n',
    'four/main.py': '',
    'four/.secrets': '',
    'five/main.py': '',
  })
  const { document } = await extractToys(root, [planOf({ path: [ownMaterial] }, { probes: ['.secrets'] })])
  assert.deepEqual(
    document.path?.map(({ path, governed, exists, folders }) => [path, governed, exists, folders]),
    [
      ['five/.secrets', false, false, 2],
      ['four/.secrets', false, true, 1],
      ['three/.secrets', true, false, 1],
      ['two/.secrets', true, false, 1],
    ],
  )
})

test('anchors are files that are there', async () => {
  const anchors = async (tree: Record<string, string>) => {
    const { document } = await extractToys(repository(tree))
    return Object.fromEntries(
      Object.entries(document.anchors).map(([word, { path, line }]) => [word, `${path}:${line}`]),
    )
  }
  assert.deepEqual(await anchors({ ...files, 'docs/README.md': '', 'z.sh': '' }), {
    repository: 'README.md:1',
    code: 'a.py:1',
    documentation: 'README.md:1',
    configuration: '.gitignore:1',
    scripts: 'z.sh:1',
    tests: 'tests/t.py:1',
  })
  const installed = await anchors({ 'a.sh': '', 'lib/b.py': '' })
  assert.deepEqual([installed.code, installed.scripts], ['lib/b.py:1', 'a.sh:1'])
  const lonely = await anchors({ 'vendor/v.py': '' })
  assert.deepEqual(new Set(Object.values(lonely)), new Set(['vendor/v.py:1']))
})

test('the repository: name, revision, branch, and the files at its top', async () => {
  const root = repository({ 'a/b': '', c: '' })
  git(root, 'commit', '--quiet', '-m', 'one')
  const { document, scan } = await extractToys(root)
  const revision = git(root, 'rev-parse', 'HEAD').trim()
  const at = { path: 'c', line: 1, column: 1, endLine: 1, endColumn: 1 }
  const name = root.slice(root.lastIndexOf('/') + 1)
  assert.deepEqual(document.repository, [{ at, name, revision, branch: 'main', root_files: ['c'] }])
  assert.deepEqual([scan.root, scan.prefix, scan.revision, scan.files], [root, '', revision, 2])
})

test('a linker may set fields, and what it reads is extracted for it but not put into the document', async () => {
  const linker: Linker = {
    name: 'entry points',
    sets: ['function'],
    reads: ['string'],
    link: (extractions) => {
      const named = new Set(extractions.flatMap(({ extraction }) => extraction.facts.string?.map(({ value }) => value)))
      return extractions.map((one) => {
        const list = one.extraction.facts.function?.map((fact) => ({ ...fact, entry_point: named.has(fact.name) }))
        return {
          ...one,
          extraction: { ...one.extraction, facts: { ...one.extraction.facts, ...(list && { function: list }) } },
        }
      })
    },
  }
  const root = repository({ 'a.py': 'def main\ndef other\n', 'run.sh': 'main\n' })
  const scope = { ...ownMaterial, languages: ['python'] }
  const { document } = await extractToys(root, [planOf({ function: [scope] })], { linkers: [linker] })
  const entryPoints = document.function?.map(({ name, entry_point }) => [name, entry_point])
  assert.deepEqual(entryPoints, [
    ['<module>', false],
    ['main', true],
    ['other', false],
  ])
  assert.equal(document.string, undefined)
})

test('progress is told of every file, and a signal ends the run', async () => {
  const root = repository(files)
  const told: string[] = []
  await extractToys(root, undefined, { onProgress: ({ done, total }) => told.push(`${done}/${total}`) })
  assert.deepEqual(told, ['0/7', '1/7', '2/7', '3/7', '4/7', '5/7', '6/7'])
  await assert.rejects(extractToys(root, undefined, { signal: AbortSignal.abort(new Error('stop')) }), /stop/)
})

test('texts and numbers that JSON cannot hold do not spoil the document', async () => {
  const setting = (at: Place, key: string, value: number): LocalFact<'setting'> => ({
    at,
    key,
    value,
    format: 'ini',
    placeholder: false,
  })
  const extractor: Extractor = {
    name: 'strange',
    kinds: ['setting'],
    reads: () => true,
    extract({ lines }) {
      const at = lines.placeOf(0, 0)
      return {
        facts: { setting: [setting(at, '\ud800', 1), setting(at, 'b', Number.POSITIVE_INFINITY)] },
        undecided: [],
      }
    },
  }
  const { document } = await extractToys(repository({ 'a.py': '' }), undefined, { extractor })
  const settings = document.setting?.map(({ key, value }) => [key, value])
  assert.deepEqual(settings, [
    ['\ufffd', 1],
    ['b', undefined],
  ])
})

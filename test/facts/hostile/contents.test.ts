/** Trees that somebody made to do harm, through all extractors: no crash, no hang, and each trouble named. */
import assert from 'node:assert/strict'
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { type Files, folder, repository, temporaryFolder } from '../frame/repositories.ts'

const bomb = `l0: &l0 lol\n${Array.from({ length: 40 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(',')}]`).join('\n')}\n`
const entities = `<!DOCTYPE x [${Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')}]><x>&e20;</x>`

const trees: readonly (readonly [what: string, files: Files, undecided: readonly RegExp[]])[] = [
  ['brackets in Python', { 'a.py': '('.repeat(1_000_000) }, [/^a\.py /]],
  ['brackets in JSON', { 'a.json': '['.repeat(1_000_000) }, [/^a\.json .*nested more than 64 deep/]],
  ['brackets in YAML', { 'a.yaml': '['.repeat(100_000) }, [/^a\.yaml .*nested more than 64 deep/]],
  ['brackets in a workflow', { '.github/workflows/a.yml': '['.repeat(100_000) }, [/nested more than 100 deep/]],
  ['aliases that explode', { 'a.yaml': bomb, '.github/workflows/a.yml': bomb }, []],
  ['entities that explode', { 'a.xml': entities }, []],
  ['elements without an end', { 'a.xml': '<a>'.repeat(100_000) }, [/^a\.xml is nested more than 64 elements deep/]],
  ['a table that opens itself', { 'a.toml': '[a.'.repeat(50_000) }, [/^a\.toml does not parse as TOML/]],
  ['invalid UTF-8', { 'a.py': new Uint8Array([0x78, 0x3d, 0xff, 0xfe, 0x0a]) }, [/^a\.py is not valid UTF-8/]],
  ['a line end in a name', { 'a\nb.py': 'import os\n' }, []],
  [
    'names that mean something to objects',
    { '__proto__/constructor.py': 'import os\n', 'a.json': '{"__proto__": {"x": 1}}' },
    [],
  ],
  ['here-documents without an end', { Dockerfile: 'RUN <<A\n'.repeat(20_000), 'a.sh': 'cat <<A\n'.repeat(5_000) }, []],
  ['settings without an end', { '.env': 'A="'.repeat(100_000), 'a.ini': '[a\n'.repeat(50_000) }, [/^a\.ini /]],
  ['secrets without an end', { 'README.md': 'token="'.repeat(50_000) }, []],
]

for (const [what, files, expected] of trees) {
  test(what, { timeout: 60_000 }, async () => {
    const { document, bytes } = await extractFacts(folder(files), undefined)
    const undecided = document.undecided.map(({ path, reason }) => `${path} ${reason}`)
    for (const pattern of expected)
      assert.ok(
        undecided.some((entry) => pattern.test(entry)),
        undecided.join('\n'),
      )
    assert.ok(!undecided.some((entry) => /extractor fail/.test(entry)), undecided.join('\n'))
    assert.equal(document.file?.length, Object.keys(files).length)
    assert.ok(bytes.length < 30_000_000, `${bytes.length} bytes`)
  })
}

test('a sparse file of a gigabyte is not read, and said to be large', { timeout: 20_000 }, async () => {
  const root = folder({ 'b.py': '' })
  const handle = openSync(join(root, 'a.py'), 'w')
  ftruncateSync(handle, 1_000_000_000)
  closeSync(handle)
  const { document } = await extractFacts(root, undefined)
  assert.match(document.undecided[0]?.reason ?? '', /larger than 2000000 bytes/)
  assert.equal(document.file?.[0]?.size, 1_000_000_000)
})

test('links out of the tree, to nowhere, and in circles', async () => {
  const outside = temporaryFolder()
  writeFileSync(join(outside, '.secrets'), 'api_key = "9f86d081884c7d659a2feaa0c55ad015"\n')
  const root = repository({ 'a.py': 'import os\n' })
  symlinkSync(join(outside, '.secrets'), join(root, '.secrets'))
  symlinkSync('/etc/passwd', join(root, 'passwd.conf'))
  symlinkSync('nowhere', join(root, 'b.yaml'))
  symlinkSync('.', join(root, 'circle'))
  mkdirSync(join(root, 'sub'))
  symlinkSync('..', join(root, 'sub/up'))
  const { document } = await extractFacts(root, undefined)
  assert.equal(document.secret?.length, 0)
  assert.equal(document.setting?.length, 0)
  assert.deepEqual(
    document.undecided.map(({ path, reason }) => `${path} ${reason}`),
    ['.secrets is a link that leads out of the repository', 'passwd.conf is a link that leads out of the repository'],
  )
})

test('a file that is not reached in time is undecided, and the document says that another run may differ', async () => {
  const root = folder({ 'a.py': 'import os\n', 'b.yaml': 'a: 1\n' })
  const { document } = await extractFacts(root, undefined, { timeout: 0 })
  assert.equal(document.file?.length, 2)
  assert.equal(document.import?.length, 0)
  assert.equal(document.undecided.length, 2)
  for (const { reason } of document.undecided) assert.match(reason, /not reached within the time .* another run may/)
})

test('the same tree gives the same bytes', async () => {
  const files = {
    'a.py': 'import os\n',
    'b.yaml': bomb,
    Dockerfile: 'FROM a\nRUN b\n',
    'README.md': 'admin/admin login\n',
  }
  const name = (bytes: Uint8Array) => Buffer.from(bytes).toString()
  const [one, two] = [folder({ 'x/y/a': '', ...files }), folder({ ...files, 'x/y/a': '' })]
  const texts = await Promise.all(
    [one, two].map(async (root) => name((await extractFacts(join(root), undefined)).bytes)),
  )
  assert.equal(texts[0]?.replace(/"name":"proviso-frame-\w+"/, ''), texts[1]?.replace(/"name":"proviso-frame-\w+"/, ''))
})

/** What the next run is spared, and when it is not: what is broken, foreign or of another build is as good as missing. */
import assert from 'node:assert/strict'
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { CacheFolder } from '../../../runtime/facts/cache/cache-folder.ts'
import type { CachePlace } from '../../../runtime/facts/cache/place.ts'
import { recallUnchanged } from '../../../runtime/facts/cache/unchanged.ts'
import { FactsError } from '../../../runtime/facts/errors.ts'
import { readGiven } from '../../../runtime/facts/external/given.ts'
import { folder, temporaryFolder } from '../frame/repositories.ts'
import { extractToys, ownMaterial, planOf, toyExtractor } from '../frame/toy-extractor.ts'

const ballast = `${'x'.repeat(1000)}\n`.repeat(250)
const files = { 'a.py': `def a\n${ballast}`, 'b.py': `def b\n${ballast}`, 'c.py': 'def c\n', 'd.md': 'text\n' }

/** The files that an extractor was shown in a run, and the document. */
async function run(root: string, folder: string, chosen: CachePlace['chosen'] = 'by name') {
  const extractor = toyExtractor()
  const { bytes } = await extractToys(root, undefined, { extractor, cache: { folder, chosen } })
  return { shown: [...extractor.seen.keys()], text: Buffer.from(bytes).toString() }
}

const packs = (cache: string): readonly string[] => readdirSync(cache).map((name) => join(cache, name))

test('the second run reads nothing anew, and after an edit what was edited', async () => {
  const [root, cache] = [folder(files), temporaryFolder()]
  const first = await run(root, cache)
  assert.deepEqual(first.shown, ['a.py', 'b.py', 'c.py'])
  assert.deepEqual(await run(root, cache), { ...first, shown: [] })
  writeFileSync(join(root, 'b.py'), 'def other\n')
  const edited = await run(root, cache)
  assert.deepEqual(edited.shown, ['b.py'])
  assert.ok(edited.text.includes('"other"'))
  // What was there once before is not remembered: a pack has what one run needs.
  writeFileSync(join(root, 'b.py'), files['b.py'])
  assert.deepEqual((await run(root, cache)).shown, ['b.py'])
})

test('a file that comes or goes concerns those that asked about it', async () => {
  const cache = temporaryFolder()
  const root = folder({ ...files, 'b.py': `def b\nimport e\n${ballast}`, 'c.py': 'import f\n' })
  assert.deepEqual((await run(root, cache)).shown, ['a.py', 'b.py', 'c.py'])
  writeFileSync(join(root, 'e.py'), 'def e\n')
  assert.deepEqual((await run(root, cache)).shown, ['b.py', 'e.py'])
  assert.deepEqual((await run(root, cache)).shown, [])
  renameSync(join(root, 'e.py'), join(root, 'f.py'))
  assert.deepEqual((await run(root, cache)).shown, ['b.py', 'c.py', 'f.py'])
})

/** Where facts of other tools stand that were handed over by the same name from a working directory. */
async function placesFrom(directory: string, root: string, cache: string): Promise<readonly string[]> {
  const before = process.cwd()
  process.chdir(directory)
  try {
    const given = [readGiven('x', 'given.json')]
    const options = { cache: { folder: cache, chosen: 'by name' }, given } as const
    const plans = [planOf({ external: [everything], string: [everything] })]
    const answer = recallUnchanged(root, plans, options) ?? (await extractToys(root, plans, options))
    return (answer.document.external ?? []).map(({ at }) => `${at.path}:${at.line}`)
  } finally {
    process.chdir(before)
  }
}

const everything = { ...ownMaterial, anywhere: true }

test('facts of the same name from another working directory stand elsewhere, also beside a kept document', async () => {
  const given = { 'given.json': '\n{"a": 1}' }
  const [root, outside, cache] = [folder({ ...files, ...given }), folder(given), temporaryFolder()]
  for (let time = 0; time < 2; time++) {
    assert.deepEqual(await placesFrom(root, root, cache), ['given.json:2'])
    assert.deepEqual(await placesFrom(outside, root, cache), ['a.py:1'])
  }
})

test('facts behind a link that leads elsewhere by now stand there', async () => {
  const given = { 'given.json': '\n{"a": 1}' }
  const [root, outside, links, cache] = [folder({ ...files, ...given }), folder(given), folder({}), temporaryFolder()]
  const link = join(links, 'given.json')
  for (const [where, place] of [[root, 'given.json:2'] as const, [outside, 'a.py:1'] as const]) {
    rmSync(link, { force: true })
    symlinkSync(join(where, 'given.json'), link)
    assert.deepEqual(await placesFrom(links, root, cache), [place])
  }
})

test('a small repository leaves nothing', async () => {
  const cache = temporaryFolder()
  await run(folder({ 'a.py': 'def a\n' }), cache)
  assert.deepEqual(packs(cache), [])
})

test('nobody else can read or write what is kept', async () => {
  const cache = join(temporaryFolder(), 'a/b')
  await run(folder(files), cache)
  assert.equal(statSync(cache).mode & 0o777, 0o700)
  assert.deepEqual(
    packs(cache).map((path) => statSync(path).mode & 0o777),
    [0o600, 0o600],
  )
})

/** What may have happened to a pack. */
const damages: readonly (readonly [what: string, damage: (path: string) => void])[] = [
  ['cut off', (path) => truncateSync(path, statSync(path).size - 30)],
  ['cut to nothing', (path) => truncateSync(path, 0)],
  ['longer than it was', (path) => appendFileSync(path, 'x')],
  ['something else', (path) => writeFileSync(path, 'x'.repeat(1000))],
  ['other bytes in all its records', (path) => inverted(path, 8, statSync(path).size - 500)],
  ['another index', (path) => inverted(path, statSync(path).size - 40, statSync(path).size - 30)],
  ['another trailer', (path) => inverted(path, statSync(path).size - 10, statSync(path).size)],
  ['writable for others', (path) => chmodSync(path, 0o666)],
  [
    'a link',
    (path) => {
      renameSync(path, `${path}.moved`)
      symlinkSync(`${path}.moved`, path)
    },
  ],
]

function inverted(path: string, from: number, to: number): void {
  const bytes = readFileSync(path)
  for (let at = from; at < Math.min(to, bytes.length); at++) bytes[at] = ~(bytes[at] as number) & 0xff
  writeFileSync(path, bytes)
}

for (const [what, damage] of damages) {
  test(`a pack that is ${what} is passed over, and replaced`, async () => {
    const [root, cache] = [folder(files), temporaryFolder()]
    const first = await run(root, cache)
    for (const path of packs(cache)) damage(path)
    assert.deepEqual(await run(root, cache), first)
    assert.deepEqual((await run(root, cache)).shown, [])
  })
}

test('runs at the same time do not disturb each other', async () => {
  const [root, cache] = [folder(files), temporaryFolder()]
  const texts = await Promise.all(Array.from({ length: 4 }, () => run(root, cache).then(({ text }) => text)))
  assert.equal(new Set(texts).size, 1)
  assert.equal(packs(cache).length, 2)
  assert.deepEqual((await run(root, cache)).shown, [])
})

test('a folder that others can write to, and one that is none, are not used', async () => {
  const [root, open, file] = [folder(files), temporaryFolder(), join(temporaryFolder(), 'file')]
  chmodSync(open, 0o777)
  writeFileSync(file, '')
  for (const cache of [open, file, '/proc/nowhere']) assert.equal((await run(root, cache)).shown.length, 3)
  assert.deepEqual(packs(open), [])
})

/** A repository, and folders in it by all sorts of names. */
function withFoldersInside(): { readonly root: string; readonly inside: readonly string[] } {
  const [root, link] = [folder(files), join(temporaryFolder(), 'link')]
  mkdirSync(join(root, 'cache'))
  symlinkSync(root, link)
  const named = ['', 'cache', 'not-there', 'not/there'].map((name) => join(root, name))
  return { root, inside: [...named, relative(process.cwd(), join(root, 'not-there')), join(link, 'not/there')] }
}

test('the scanned repository does not hold the cache', async () => {
  const { root, inside } = withFoldersInside()
  for (const cache of inside) {
    await assert.rejects(run(root, cache), (error) => error instanceof FactsError && error.code === 'cache-inside')
  }
  assert.deepEqual(readdirSync(root).sort(), [...Object.keys(files), 'cache'].sort())
})

test('who scans the folder that holds their usual cache has none', async () => {
  const { root, inside } = withFoldersInside()
  for (const cache of inside) assert.equal((await run(root, cache, 'by custom')).shown.length, 3)
  assert.deepEqual(readdirSync(root).sort(), [...Object.keys(files), 'cache'].sort())
})

test('what was not used for longest goes first, and what nobody writes any more goes, too', async () => {
  const path = temporaryFolder()
  const day = 24 * 60 * 60 * 1000
  const [now, cache] = [Date.now(), CacheFolder.open(path)]
  const ages = {
    'a.files': 3,
    'b.document': 2,
    'c.files': 1,
    'd.files.x.partial': 2,
    'e.files.x.partial': 0.5,
    'f.txt': 9,
  }
  for (const [name, age] of Object.entries(ages)) {
    writeFileSync(join(path, name), 'x'.repeat(100))
    utimesSync(join(path, name), new Date(now - age * day), new Date(now - age * day))
  }
  copyFileSync(join(path, 'c.files'), join(path, 'g.files'))
  cache?.sweep(350, now)
  assert.deepEqual(readdirSync(path).sort(), ['b.document', 'c.files', 'e.files.x.partial', 'f.txt', 'g.files'])
})

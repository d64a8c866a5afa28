/** Whether a run finds everything as the last one left it: whatever was changed since is noticed, whatever clocks were set to. */
import assert from 'node:assert/strict'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { recallUnchanged } from '../../../runtime/facts/cache/unchanged.ts'
import { listFiles } from '../../../runtime/facts/files/list.ts'
import { isUnchanged, Trace } from '../../../runtime/facts/files/trace.ts'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { folder, git, repository, temporaryFolder, write } from '../frame/repositories.ts'

const ballast = '# a comment\n'.repeat(20_000)
const tree = {
  '.gitignore': 'build/\n',
  'a.py': ballast,
  'b/c.py': 'x = 1\n',
  'b/d/.gitignore': '*.tmp\n',
  'build/out/x.py': 'y = 1\n',
}

const inAnHour = () => Date.now() + 3_600_000

async function tracedList(root: string, since?: number) {
  const trace = new Trace(since)
  await listFiles(root, trace)
  return trace.kept()
}

function rewritten(root: string, path: string, text: string): void {
  const { atime, mtime } = statSync(join(root, path))
  writeFileSync(join(root, path), text)
  utimesSync(join(root, path), atime, mtime)
}

/** What somebody does after the run. */
const changes: readonly (readonly [what: string, change: (root: string) => void])[] = [
  ['other bytes, as many, and the time of change set back', (root) => rewritten(root, 'b/c.py', 'x = 2\n')],
  ['more bytes', (root) => writeFileSync(join(root, 'b/c.py'), 'x = 10\n')],
  ['another mode', (root) => chmodSync(join(root, 'b/c.py'), 0o755)],
  ['a file comes', (root) => write(root, { 'b/d/new.py': '' })],
  ['a file goes', (root) => rmSync(join(root, 'b/c.py'))],
  ['a file is called otherwise', (root) => renameSync(join(root, 'b/c.py'), join(root, 'b/e.py'))],
  [
    'another file with the same bytes takes its place',
    (root) => {
      cpSync(join(root, 'b/c.py'), join(root, 'build/c.py'), { preserveTimestamps: true })
      renameSync(join(root, 'build/c.py'), join(root, 'b/c.py'))
    },
  ],
  [
    'a link to a copy takes the place of a folder',
    (root) => {
      renameSync(join(root, 'b'), join(root, 'build/b'))
      symlinkSync('build/b', join(root, 'b'))
    },
  ],
  ['a folder comes that holds nothing', (root) => mkdirSync(join(root, 'b/empty'))],
  ['ignore rules change', (root) => rewritten(root, 'b/d/.gitignore', '*.foo\n')],
  ['a file is taken out of the index', (root) => void git(root, 'rm', '--cached', '--quiet', 'b/c.py')],
  ['a commit is made', (root) => void git(root, 'commit', '--quiet', '--allow-empty', '--message', 'x')],
  ['another branch is checked out', (root) => void git(root, 'switch', '--quiet', '--create', 'other')],
  ['another address to clone from', (root) => void git(root, 'remote', 'add', 'origin', 'https://a.example/b')],
  ['a rule of this clone alone', (root) => writeFileSync(join(root, '.git/info/exclude'), '/b/d/\n')],
  ['what is ignored becomes a repository of its own', (root) => mkdirSync(join(root, 'build/.git'))],
  ['the repository is none any more', (root) => renameSync(join(root, '.git'), join(root, 'build/git'))],
]

for (const [what, change] of changes) {
  test(`noticed: ${what}`, async () => {
    const root = repository(tree)
    const kept = await tracedList(root, inAnHour())
    assert.ok(kept !== undefined && isUnchanged(kept))
    change(root)
    assert.equal(isUnchanged(kept), false)
  })
}

test('what is ignored may change, and what is there may be read', async () => {
  const root = repository(tree)
  write(root, { 'build/untracked/y.py': 'y = 1\n' })
  const kept = await tracedList(root, inAnHour())
  write(root, { 'build/untracked/y.py': 'y = 2\n', 'build/untracked/z.py': '' })
  readFileSync(join(root, 'a.py'))
  assert.ok(kept !== undefined && isUnchanged(kept))
})

test('a folder becomes part of a repository around it', async () => {
  const [root, above] = [temporaryFolder(), temporaryFolder()]
  renameSync(root, join(above, 'inner'))
  write(join(above, 'inner'), { 'a.py': '' })
  const kept = await tracedList(join(above, 'inner'), inAnHour())
  assert.ok(kept !== undefined && isUnchanged(kept))
  git(above, 'init', '--quiet')
  assert.equal(isUnchanged(kept), false)
})

test('a worktree knows the repository that it belongs to', async () => {
  const [root, beside] = [repository(tree), join(temporaryFolder(), 'side')]
  git(root, 'commit', '--quiet', '--message', 'x')
  git(root, 'worktree', 'add', '--quiet', beside)
  const kept = await tracedList(beside, inAnHour())
  assert.ok(kept !== undefined && isUnchanged(kept))
  renameSync(join(root, '.git'), join(root, 'elsewhere'))
  assert.equal(isUnchanged(kept), false)
})

test('what is as young as the run proves nothing: it may change again with the same times', async () => {
  const root = folder(tree)
  assert.equal(await tracedList(root), undefined)
  assert.equal(await tracedList(root, statSync(join(root, 'a.py')).ctimeMs + 2999), undefined)
  assert.ok(await tracedList(root, Date.now() + 3001))
  utimesSync(join(root, 'b/c.py'), new Date(), new Date(inAnHour()))
  assert.equal(await tracedList(root, Date.now() + 3001), undefined)
})

test('a name that is no text is not told, and so nothing is', async () => {
  const root = folder(tree)
  writeFileSync(Buffer.concat([Buffer.from(`${root}/b/`), Buffer.from([0xff, 0x2e, 0x70, 0x79])]), '')
  assert.equal(await tracedList(root, inAnHour()), undefined)
})

test('who finds nothing changed takes the document that was kept, as long as the same is asked', async (t) => {
  const now = Date.now
  t.after(() => {
    Date.now = now
  })
  Date.now = () => now() + 3_600_000
  const [root, cache] = [folder(tree), { folder: temporaryFolder(), chosen: 'by name' } as const]
  const cold = await extractFacts(root, undefined)
  await extractFacts(root, undefined, { cache, exclude: ['b'] })
  assert.equal(recallUnchanged(root, undefined, { cache }), undefined)
  await extractFacts(root, undefined, { cache })
  const unchanged = recallUnchanged(root, undefined, { cache })
  assert.deepEqual(unchanged?.document, cold.document)
  assert.deepEqual({ ...unchanged?.scan, textOf: 0 }, { ...cold.scan, textOf: 0 })
  assert.equal(unchanged?.scan.textOf('b/c.py'), 'x = 1\n')
  for (const other of [{ limit: 3 }, { maxFileSize: 1000 }, { exclude: ['b'] }])
    assert.equal(recallUnchanged(root, undefined, { cache, ...other }), undefined)
  assert.equal(recallUnchanged(join(root, 'b'), undefined, { cache }), undefined)
  rewritten(root, 'b/c.py', 'x = 2\n')
  assert.equal(recallUnchanged(root, undefined, { cache }), undefined)
})

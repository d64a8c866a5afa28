import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { FactsError } from '../../../runtime/facts/errors.ts'
import { type Listing, listFiles } from '../../../runtime/facts/files/list.ts'
import { readText } from '../../../runtime/facts/files/read.ts'
import { folder, git, repository, temporaryFolder, write } from './repositories.ts'

/** `T` tracked, `I` ignored, `L` link, by path. */
function marks({ entries }: Listing): Record<string, string> {
  const mark = (holds: boolean, letter: string) => (holds ? letter : '')
  return Object.fromEntries(
    entries.map(({ path, tracked, ignored, type }) => [
      path,
      mark(tracked, 'T') + mark(ignored, 'I') + mark(type === 'link', 'L'),
    ]),
  )
}

test('lists what is tracked and there, and what is there and not ignored', async () => {
  const root = repository({ '.gitignore': '*.log\n/venv\n', 'kept.log': '', 'main.py': '', 'gone.py': '' })
  write(root, { 'new.py': '', 'noise.log': '', 'venv/bin/python': '', 'venv/pyvenv.cfg': '' })
  rmSync(join(root, 'gone.py'))
  assert.deepEqual(marks(await listFiles(root)), { '.gitignore': 'T', 'kept.log': 'TI', 'main.py': 'T', 'new.py': '' })
})

test('goes by info/exclude for the list, but not for what a file is said to be', async () => {
  const root = repository({ 'a.tmp': '' })
  write(root, { 'b.tmp': '', '.git/info/exclude': '*.tmp\n' })
  assert.deepEqual(marks(await listFiles(root)), { 'a.tmp': 'T' })
})

test('a folder of a repository: paths from there, rules and tracking from the root', async () => {
  const root = repository({ '.gitignore': '*.key\n', 'tests/app/main.py': '', 'other.py': '', 'tests/application': '' })
  write(root, { 'tests/app/server.key': '', 'tests/app/note': '' })
  const listing = await listFiles(join(root, 'tests/app'))
  assert.equal(listing.prefix, 'tests/app')
  assert.deepEqual(marks(listing), { 'main.py': 'T', note: '' })
  assert.equal(listing.entries[0]?.rootPath, 'tests/app/main.py')
})

test('an ignored folder that is named is scanned as a whole', async () => {
  const root = repository({ '.gitignore': 'build/\n' })
  write(root, { 'build/app/main.py': '' })
  const listing = await listFiles(join(root, 'build/app'))
  assert.deepEqual(marks(listing), { 'main.py': 'I' })
  assert.match(listing.notes.join(), /is ignored by git/)
})

test('revision and branch: from a loose file, packed, detached, and before the first commit', async () => {
  const root = repository({ f: '' })
  assert.deepEqual((await listFiles(root)).head, { branch: 'main' })
  git(root, 'commit', '--quiet', '-m', 'one')
  const revision = git(root, 'rev-parse', 'HEAD').trim()
  assert.deepEqual((await listFiles(root)).head, { revision, branch: 'main' })
  git(root, 'pack-refs', '--all')
  assert.deepEqual((await listFiles(root)).head, { revision, branch: 'main' })
  git(root, 'checkout', '--quiet', '--detach')
  assert.deepEqual((await listFiles(root)).head, { revision })
})

const remotes: readonly (readonly [name: string, address: string, shown: string | undefined])[] = [
  ['origin', 'https://example.com/team/app.git', 'https://example.com/team/app.git'],
  ['origin', 'https://robot:s3cret@example.com:8443/app.git', 'https://example.com:8443/app.git'],
  ['origin', 'https://example.com/app.git?token=s3cret#s3cret', 'https://example.com/app.git'],
  ['origin', 'git@example.com:team/app.git', 'example.com:team/app.git'],
  ['upstream', 'ssh://git@example.com/app.git', 'ssh://example.com/app.git'],
  ['origin', 'https://s3cret:with/slash@example.com/app.git', undefined],
]

for (const [name, address, shown] of remotes) {
  test(`remote: ${address}`, async () => {
    const root = repository({ f: '' })
    git(root, 'remote', 'add', name, address)
    assert.equal((await listFiles(root)).head.remote, shown)
  })
}

test('of several remotes none is the one, unless it is called origin', async () => {
  const root = repository({ f: '' })
  git(root, 'remote', 'add', 'one', 'https://example.com/1')
  git(root, 'remote', 'add', 'two', 'https://example.com/2')
  assert.equal((await listFiles(root)).head.remote, undefined)
  git(root, 'remote', 'add', 'origin', 'https://example.com/3')
  assert.equal((await listFiles(root)).head.remote, 'https://example.com/3')
})

test('a worktree and a submodule are repositories; the submodule is not part of the one around it', async () => {
  const library = repository({ 'lib.py': '' })
  git(library, 'commit', '--quiet', '-m', 'one')
  const root = repository({ 'main.py': '' })
  git(root, 'submodule', '--quiet', 'add', library, 'sub')
  git(root, 'commit', '--quiet', '-m', 'one')
  const worktree = join(temporaryFolder(), 'tree')
  git(root, 'worktree', 'add', '--quiet', '-b', 'side', worktree)

  const main = await listFiles(root)
  assert.deepEqual(Object.keys(marks(main)), ['.gitmodules', 'main.py'])
  assert.deepEqual(main.notes, ['sub is a repository of its own and was not scanned.'])
  const side = await listFiles(worktree)
  assert.deepEqual([side.head.branch, side.head.revision], ['side', main.head.revision])
  assert.deepEqual(marks(side), { '.gitmodules': 'T', 'main.py': 'T' })
  assert.deepEqual(marks(await listFiles(join(root, 'sub'))), { 'lib.py': 'T' })
})

const planted: readonly { readonly what: string; readonly plant: (root: string, victim: string) => void }[] = [
  {
    what: 'a file that points at another repository',
    plant: (root, victim) => writeFileSync(join(root, '.git'), `gitdir: ${victim}/.git\n`),
  },
  { what: 'a link to another repository', plant: (root, victim) => symlinkSync(`${victim}/.git`, join(root, '.git')) },
  { what: 'a file of something else', plant: (root) => writeFileSync(join(root, '.git'), 'x'.repeat(10_000)) },
]
for (const { what, plant } of planted) {
  test(`.git is ${what}: it is not followed, and said so`, async () => {
    const victim = repository({ 'secret-name.py': '' })
    const root = folder({ 'main.py': '' })
    plant(root, victim)
    const listing = await listFiles(root)
    assert.deepEqual([listing.source, listing.head, marks(listing)], ['walk', {}, { 'main.py': '' }])
    assert.equal(listing.notes.length, 2)
  })
}

test('a folder that a link took the place of is not entered, whatever the index says', async () => {
  const root = repository({ 'a/f.py': '', 'g.py': '' })
  const outside = folder({ 'f.py': 'outside' })
  rmSync(join(root, 'a'), { recursive: true })
  symlinkSync(outside, join(root, 'a'))
  assert.deepEqual(marks(await listFiles(root)), { a: 'L', 'g.py': 'T' })
})

test('names with line ends, percent signs and backslashes are listed without an index, too', async () => {
  const names = ['a\nb', 'c\r\nd/e\nf', 'g%0Ah', 'i\\j', '[k]', '{l,m}', '!n', ' o ', 'p\u2028q']
  const root = folder(Object.fromEntries(names.map((name) => [name, ''])))
  assert.deepEqual(Object.keys(marks(await listFiles(root))).sort(), [...names].sort())
})

/** A name is given as text in which each character is one byte. */
const writeBytes = (root: string, name: string, text: string) =>
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name, 'latin1')]), text)

test('names that are not UTF-8 are read as all others, and written with U+FFFD', async () => {
  for (const isRepository of [true, false]) {
    const root = isRepository ? repository({ f: '' }) : folder({ f: '' })
    mkdirSync(Buffer.concat([Buffer.from(`${root}/d`), Buffer.from([0xfe])]))
    writeBytes(root, 'x\xff.py', 'one')
    writeBytes(root, 'd\xfe/y\xff.py', 'two')
    if (isRepository) git(root, 'add', '--all')
    const { entries, gaps, root: listed } = await listFiles(root)
    assert.deepEqual(gaps, [])
    assert.deepEqual(
      entries.map(({ path, size, tracked }) => [path, size, tracked]),
      [
        ['d\ufffd/y\ufffd.py', 3, isRepository],
        ['f', 0, isRepository],
        ['x\ufffd.py', 3, isRepository],
      ],
    )
    assert.equal(readText(listed, 'd\ufffd/y\ufffd.py', 100).kind, 'text')
  }
})

test('of names that read the same one is read, and the others are known to be there', async () => {
  for (const names of [
    ['x\xff', 'x\xfe'],
    ['x\xff', 'x\xef\xbf\xbd'],
  ]) {
    const root = folder({})
    for (const name of names) writeBytes(root, name, '')
    const { entries, gaps } = await listFiles(root)
    assert.deepEqual(
      entries.map(({ path }) => path),
      ['x\ufffd'],
    )
    assert.deepEqual(
      gaps.map(({ path, hides }) => [path, hides]),
      [['x\ufffd', 'files']],
    )
  }
})

const isRoot = process.getuid?.() === 0 && 'root may look at everything'

test('what lies in a folder that may not be listed, or not be entered, is a gap', { skip: isRoot }, async () => {
  const root = folder({ f: '', 'closed/g': '', 'named/h': '' })
  chmodSync(join(root, 'closed'), 0)
  chmodSync(join(root, 'named'), 0o400)
  const { gaps } = await listFiles(root)
  for (const name of ['closed', 'named']) chmodSync(join(root, name), 0o700)
  assert.deepEqual(gaps, [
    { path: 'closed', reason: 'cannot be listed', hides: 'files' },
    { path: 'named/h', reason: 'may not be looked at', hides: 'files' },
  ])
})

test('modes are those that git has, and the bits that only the file system knows', async () => {
  const root = repository({ plain: '', run: '', set: '' })
  chmodSync(join(root, 'run'), 0o755)
  git(root, 'add', '--all')
  // A checkout with another umask, and one that sets bits of its own.
  for (const [path, mode] of [
    ['plain', 0o600],
    ['run', 0o700],
    ['set', 0o4755],
  ] as const)
    chmodSync(join(root, path), mode)
  write(root, { untracked: '' })
  chmodSync(join(root, 'untracked'), 0o640)
  const { entries } = await listFiles(root)
  assert.deepEqual(
    entries.map(({ path, mode }) => `${path} ${mode.toString(8)}`),
    ['plain 644', 'run 755', 'set 4644', 'untracked 640'],
  )
})

test('a folder that is missing or none is an error with a code', async () => {
  const root = folder({ f: '' })
  mkdirSync(join(root, 'g'))
  const code = (path: string) =>
    listFiles(path).then(
      () => '',
      (error) => (error instanceof FactsError ? error.code : error),
    )
  assert.equal(await code(join(root, 'missing')), 'folder-missing')
  assert.equal(await code(join(root, 'f/g')), 'folder-missing')
  assert.equal(await code(''), 'folder-missing')
  assert.equal(await code(join(root, 'f')), 'folder-not-a-directory')
  assert.equal(await code(join(root, 'g')), '')
})

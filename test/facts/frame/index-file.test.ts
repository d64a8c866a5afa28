import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseIndex } from '../../../runtime/facts/files/git/index-file.ts'
import { listFiles } from '../../../runtime/facts/files/list.ts'
import { git, gitFed, repository } from './repositories.ts'

const files = {
  'README.md': '',
  'a/b/c/deep.py': '',
  'a/b/c/deeper.py': '',
  'a/b/d.py': '',
  'with space': '',
  'ünï/☃.txt': '',
  z: '',
}
const paths = (root: string): string[] => git(root, 'ls-files', '-z').split('\0').slice(0, -1).sort()
const bytesOf = (root: string): Buffer => readFileSync(join(root, '.git/index'))

function pathsIn(bytes: Buffer, objectFormat = 'sha1'): string[] {
  const index = parseIndex(bytes, objectFormat)
  assert.equal(index.kind, 'entries')
  return index.kind === 'entries' ? index.entries.map(({ path }) => path).sort() : []
}

function reasonIn(bytes: Buffer, objectFormat = 'sha1'): string {
  const index = parseIndex(bytes, objectFormat)
  return index.kind === 'unsupported' ? index.reason : ''
}

for (const version of [2, 3, 4]) {
  test(`reads version ${version}`, () => {
    const root = repository(files)
    git(root, 'update-index', '--index-version', String(version))
    // Only an entry with extended flags makes git write version 3.
    if (version >= 3) git(root, 'update-index', '--skip-worktree', 'a/b/d.py')
    assert.equal(bytesOf(root).readUInt32BE(4), version)
    assert.deepEqual(pathsIn(bytesOf(root)), paths(root))
  })
}

test('reads the index of a SHA-256 repository', async () => {
  const root = repository(files, '--object-format=sha256')
  assert.deepEqual(pathsIn(bytesOf(root), 'sha256'), paths(root))
  assert.equal((await listFiles(root)).source, 'index')
})

test('gives a path in conflict once, and a submodule as a repository', () => {
  const root = repository({ f: '1' })
  git(root, 'commit', '--quiet', '-m', 'one')
  const [object, commit] = [git(root, 'hash-object', '-w', 'f').trim(), git(root, 'rev-parse', 'HEAD').trim()]
  const lines = [`0 ${'0'.repeat(40)}\tf`, `100644 ${object} 1\tf`, `100644 ${object} 2\tf`, `160000 ${commit} 0\tsub`]
  gitFed(root, `${lines.join('\n')}\n`, 'update-index', '--index-info')
  const index = parseIndex(bytesOf(root), 'sha1')
  assert.deepEqual(index, {
    kind: 'entries',
    sparse: false,
    entries: [
      { path: 'f', type: 'file', executable: false },
      { path: 'sub', type: 'repository', executable: false },
    ],
  })
})

test('refuses what it does not know, with the reason', () => {
  const root = repository(files)
  const bytes = bytesOf(root)
  const patched = (change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(bytes)
    change(copy)
    return copy
  }
  assert.equal(reasonIn(bytes, 'sha512'), 'uses the object format "sha512"')
  assert.equal(reasonIn(patched((copy) => copy.writeUInt32BE(9, 4))), 'has version 9')
  assert.equal(reasonIn(patched((copy) => copy.writeUInt32BE(0xffff_ffff, 8))), 'is cut off')
  assert.equal(reasonIn(patched((copy) => copy.write('x'))), 'is damaged')
  const upward = patched((copy) => copy.write('../b/c/deep.p', bytes.indexOf('a/b/c/deep.p')))
  assert.equal(reasonIn(upward), 'names a path that git refuses')
  for (let length = 0; length < bytes.length; length += 7) {
    assert.notEqual(reasonIn(bytes.subarray(0, length)), '', `cut to ${length} bytes`)
  }
})

test('a split index is recognised: the list is a walk, and what git tracks is undecided', async () => {
  const root = repository(files)
  git(root, 'update-index', '--split-index')
  assert.equal(reasonIn(bytesOf(root)), 'is split over two files')
  const listing = await listFiles(root)
  assert.equal(listing.source, 'walk')
  assert.deepEqual(listing.entries.map(({ path }) => path).sort(), paths(root))
  assert.deepEqual(listing.gaps, [{ reason: "git's index is split over two files", hides: 'git' }])
})

test('a sparse index is read, and said to be', async () => {
  const root = repository({ 'a/f': '', 'b/c/f': '', g: '' })
  git(root, 'commit', '--quiet', '-m', 'one')
  git(root, 'sparse-checkout', 'set', '--cone', '--sparse-index', 'a')
  const listing = await listFiles(root)
  assert.deepEqual(
    listing.entries.map(({ path, tracked }) => [path, tracked]),
    [
      ['a/f', true],
      ['g', true],
    ],
  )
  assert.deepEqual(listing.notes, ['The checkout is sparse: files that are not there were not read.'])
})

test('a repository without an index tracks nothing', async () => {
  const root = repository(files)
  rmSync(join(root, '.git/index'))
  const { source, entries, gaps } = await listFiles(root)
  assert.deepEqual([source, gaps, entries.some(({ tracked }) => tracked)], ['index', [], false])
})

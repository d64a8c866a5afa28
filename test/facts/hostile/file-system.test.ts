/** What a file system can hold that no repository should: each trouble is named, and nothing outside is read. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { type Files, folder, git, repository, temporaryFolder, write } from '../frame/repositories.ts'

const isRoot = process.getuid?.() === 0
const onlyRoot = !isRoot && 'only root can make such a tree'
/** What a tree comes to in `npm test`, and with PROVISO_HOSTILE=long. */
const isLong = process.env.PROVISO_HOSTILE === 'long'

/** A secret of somebody else, by which it would show that something outside was read. */
const foreign = 'foreign_password = "9f86d081884c7d659a2feaa0c55ad015"\n'

interface Tree {
  readonly what: string
  readonly files?: Files
  readonly skip?: string | false
  /** Goes on with the tree, and may do something when the test has ended. */
  readonly prepare?: (root: string) => unknown | Promise<() => unknown>
  readonly isRepository?: boolean
  /** "path reason" of what is undecided. */
  readonly undecided?: readonly RegExp[]
  readonly notes?: readonly RegExp[]
  /** The listed paths, where they are not those of `files`. */
  readonly paths?: readonly string[]
}

function sparse(path: string, size: number): void {
  const handle = openSync(path, 'w')
  ftruncateSync(handle, size)
  closeSync(handle)
}

async function listen(path: string): Promise<() => unknown> {
  const server = createServer().listen(path)
  await once(server, 'listening')
  return () => server.close()
}

/** Closes what stands at a path. Root may read everything, and is somebody else for as long. */
function withoutPrivileges(root: string, closed: string): () => unknown {
  chmodSync(join(root, closed), 0)
  if (!isRoot) return () => chmodSync(join(root, closed), 0o755)
  chmodSync(root, 0o755)
  process.seteuid?.(12_345)
  return () => process.seteuid?.(0)
}

/** A repository of somebody else, with a file whose name gives it away. */
function strangers(): string {
  const other = repository({ 'strangers-file.py': foreign })
  git(other, 'commit', '--quiet', '--message', 'x')
  return other
}

const trees: readonly Tree[] = [
  {
    what: 'a sparse file of two gigabytes',
    prepare: (root) => sparse(join(root, 'a.py'), 2 ** 31),
    undecided: [/^a\.py is larger than 2000000 bytes$/],
    paths: ['a.py'],
  },
  {
    what: 'a sparse file without a name that tells what it is',
    prepare: (root) => sparse(join(root, 'tool'), 2 ** 31),
    paths: ['tool'],
  },
  {
    what: 'a pipe',
    prepare: (root) => execFileSync('mkfifo', [join(root, 'a.py')]),
    undecided: [/^a\.py is not a regular file$/],
    paths: ['a.py'],
  },
  {
    what: 'a socket',
    prepare: (root) => listen(join(root, 'a.sh')),
    undecided: [/^a\.sh is not a regular file$/],
    paths: ['a.sh'],
  },
  {
    what: 'a device',
    skip: onlyRoot,
    prepare: (root) => execFileSync('mknod', [join(root, 'a.py'), 'c', '1', '5']),
    undecided: [/^a\.py is not a regular file$/],
    paths: ['a.py'],
  },
  {
    what: 'links to devices and to what changes all the time',
    prepare(root) {
      for (const [name, target] of [
        ['zero.py', '/dev/zero'],
        ['stdin.sh', '/dev/stdin'],
        ['self.json', '/proc/self/mem'],
      ])
        symlinkSync(target as string, join(root, name as string))
    },
    undecided: ['zero.py', 'stdin.sh', 'self.json'].map((name) => new RegExp(`^${name} is a link that leads out`)),
    paths: ['self.json', 'stdin.sh', 'zero.py'],
  },
  {
    what: 'names of devices on other systems',
    files: { 'CON.py': '', 'nul.sh': '', 'aux.json': '{}', COM1: '', 'a.py:stream': '', 'lpt1.yaml': 'a: 1\n' },
  },
  {
    what: 'names that look like options, commands and code',
    files: {
      '-rf': '',
      '--help.py': '',
      '$(id).sh': '',
      '`id`.py': '',
      'a;id.py': '',
      '%2e%2e%2fx.py': '',
      '*.py': '',
    },
  },
  {
    what: 'names that would steer a terminal or turn text around',
    files: { '\u001b[2Ja.py': '', '\u202egnp.py': '', '\u0007.sh': '', 'a\nb.py': '', 'a\rb.py': '', '\u2028.py': '' },
  },
  { what: 'a name as long as names can be', files: { [`${'a'.repeat(252)}.py`]: 'import os\n' } },
  {
    what: 'names that differ in case alone',
    files: { 'A.py': 'import a\n', 'a.py': 'import A\n', 'README.md': '', 'readme.md': '' },
  },
  { what: 'names that differ in their normal form alone', files: { 'é.py': '', 'e\u0301.py': '' } },
  {
    what: 'a name that is not UTF-8',
    prepare: (root) =>
      writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0x2e, 0x70, 0x79])]), ''),
    paths: ['\ufffd.py'],
  },
  {
    what: 'a link to the folder above, and one to itself',
    files: { 'sub/a.py': '' },
    prepare(root) {
      symlinkSync('..', join(root, 'sub/up'))
      symlinkSync('loop.py', join(root, 'loop.py'))
    },
    undecided: [/^loop\.py is a link that leads out/],
    paths: ['loop.py', 'sub/a.py', 'sub/up'],
  },
  {
    what: 'a link that takes the place of a folder that git knows',
    files: { 'sub/a.py': '' },
    isRepository: true,
    prepare(root) {
      const other = folder({ 'a.py': foreign })
      rmSync(join(root, 'sub'), { recursive: true })
      symlinkSync(other, join(root, 'sub'))
    },
    undecided: [/^sub is a link that leads out/],
    paths: ['sub'],
  },
  {
    what: 'a git directory that is a link to that of a stranger',
    files: { 'a.py': '' },
    prepare: (root) => symlinkSync(join(strangers(), '.git'), join(root, '.git')),
    notes: [/\.git is a link or a special file and was not followed/],
  },
  {
    what: 'a git file that leads to the repository of a stranger',
    files: { 'a.py': '' },
    prepare: (root) => writeFileSync(join(root, '.git'), `gitdir: ${join(strangers(), '.git')}\n`),
    notes: [/leads to a git directory that does not know this working tree/],
  },
  {
    what: 'a git file that leads nowhere, and one without an end',
    files: { 'a.py': '' },
    prepare: (root) => writeFileSync(join(root, '.git'), `gitdir: ${'../'.repeat(100_000)}`),
    notes: [/does not lead to a git directory/],
  },
  {
    what: 'a common directory that is that of a stranger',
    files: { 'a.py': '' },
    isRepository: true,
    prepare: (root) => writeFileSync(join(root, '.git/commondir'), join(strangers(), '.git')),
  },
  {
    what: 'a branch whose file lies elsewhere',
    files: { 'a.py': '' },
    isRepository: true,
    prepare: (root) => writeFileSync(join(root, '.git/HEAD'), 'ref: refs/../../../../../../etc/hostname\n'),
  },
  {
    what: 'an index that is a pipe',
    files: { 'a.py': '' },
    isRepository: true,
    prepare(root) {
      rmSync(join(root, '.git/index'))
      execFileSync('mkfifo', [join(root, '.git/index')])
    },
    undecided: [/^undefined git's index is not a regular file$/],
    notes: [/index cannot be read/],
  },
  {
    what: 'a repository within the repository, and a submodule that is none',
    files: { 'a.py': '', '.gitmodules': '[submodule "x"]\n\tpath = ../..\n\turl = ext::sh\n\tupdate = !id\n' },
    isRepository: true,
    prepare(root) {
      write(root, { 'inner/b.py': '', 'fake/c.py': '', 'fake/.git': 'gitdir: /\n' })
      git(join(root, 'inner'), 'init', '--quiet')
    },
    notes: [/^fake is a repository of its own/, /^inner is a repository of its own/],
    paths: ['.gitmodules', 'a.py'],
  },
  {
    what: 'ignore rules that take long to match',
    files: { '.gitignore': `${'*a'.repeat(40)}b\n${'**/'.repeat(40)}x\n`, [`${'a'.repeat(200)}.py`]: '' },
    isRepository: true,
  },
  {
    what: 'more ignore rules than count',
    files: { '.gitignore': 'x\n'.repeat(6_000), 'a.py': '' },
    isRepository: true,
    undecided: [/^\.gitignore has, with those above it, more than 5000 rules$/],
  },
  {
    what: 'an ignore file that is a link out of the tree',
    files: { 'a.py': '' },
    isRepository: true,
    prepare: (root) => symlinkSync('/etc/passwd', join(root, '.gitignore')),
    undecided: [/^\.gitignore is not a regular file$/, /^\.gitignore is a link that leads out/],
    paths: ['.gitignore', 'a.py'],
  },
  {
    what: 'many empty files in one folder',
    files: Object.fromEntries(Array.from({ length: isLong ? 100_000 : 5_000 }, (_, n) => [`many/${n}.py`, ''])),
  },
  {
    what: 'folders ten thousand levels deep',
    files: { 'a.py': '' },
    prepare(root) {
      const before = process.cwd()
      process.chdir(root)
      for (let level = 0; level < 10_000; level++) {
        mkdirSync('d')
        process.chdir('d')
      }
      process.chdir(before)
      return () => execFileSync('rm', ['-rf', join(root, 'd')])
    },
    undecided: [/^(d\/)+d cannot be listed$/],
  },
  {
    what: 'a folder that may not be listed',
    files: { 'a.py': '', 'closed/b.py': '' },
    prepare: (root) => withoutPrivileges(root, 'closed'),
    undecided: [/^closed cannot be listed$/],
    paths: ['a.py'],
  },
  {
    what: 'a file that may not be read',
    files: { 'a.py': '' },
    prepare: (root) => withoutPrivileges(root, 'a.py'),
    undecided: [/^a\.py may not be read$/],
  },
  {
    what: 'a repository of another owner',
    skip: onlyRoot,
    files: { 'a.py': '' },
    isRepository: true,
    prepare(root) {
      for (const path of ['', '.git', '.git/index', '.git/config', 'a.py']) chownSync(join(root, path), 12_345, 12_345)
    },
  },
  { what: 'no git and nothing else', files: {} },
]

for (const { what, files = {}, skip = false, prepare, isRepository = false, undecided = [], notes, paths } of trees) {
  test(what, { skip, timeout: isLong ? 600_000 : 60_000 }, async () => {
    const root = isRepository ? repository(files) : folder(files)
    const done = await prepare?.(root)
    try {
      const { document, bytes, scan } = await extractFacts(root, undefined)
      assert.deepEqual(document.file?.map(({ path }) => path).sort(), [...(paths ?? Object.keys(files))].sort())
      const troubles = document.undecided.map(({ path, reason }) => `${path} ${reason}`)
      assert.equal(troubles.length, undecided.length, troubles.join('\n').slice(0, 2_000))
      for (const pattern of undecided)
        assert.ok(
          troubles.some((trouble) => pattern.test(trouble)),
          troubles.join('\n'),
        )
      for (const note of notes ?? [])
        assert.ok(
          scan.notes.some((each) => note.test(each)),
          scan.notes.join('\n'),
        )
      const text = Buffer.from(bytes).toString()
      for (const trace of ['foreign_password', 'strangers-file', 'root:x:0']) assert.ok(!text.includes(trace), trace)
    } finally {
      if (typeof done === 'function') done()
    }
  })
}

test('a scanned folder that is a pipe, a file or a link to nothing is an error', async () => {
  const place = temporaryFolder()
  execFileSync('mkfifo', [join(place, 'pipe')])
  writeFileSync(join(place, 'file'), '')
  symlinkSync('nowhere', join(place, 'link'))
  const codes = { pipe: 'folder-not-a-directory', file: 'folder-not-a-directory', link: 'folder-missing' }
  for (const [name, code] of Object.entries(codes))
    await assert.rejects(extractFacts(join(place, name), undefined), { code })
})

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Folder } from '../../../runtime/facts/files/folder.ts'
import { folder, git, repository, temporaryFolder } from './repositories.ts'
import { extractToys, ownMaterial, planOf, toyExtractor } from './toy-extractor.ts'

/** "path reason" of each file that is undecided, and what the extractor was shown. */
async function run(root: string, extractor = toyExtractor()) {
  const { document } = await extractToys(root, undefined, { extractor })
  return {
    undecided: document.undecided.map(({ path, reason, kinds }) => `${path} ${reason} (${kinds.join(', ')})`),
    seen: [...extractor.seen.keys()],
    document,
  }
}

test('nothing that the configuration of the tree names is run', async () => {
  const root = repository({ 'a.py': 'x\n', '.gitattributes': '* filter=planted diff=planted\n' })
  const marker = join(temporaryFolder(), 'ran')
  const program = join(root, 'planted.sh')
  writeFileSync(program, `#!/bin/sh\ntouch "${marker}"\n`)
  chmodSync(program, 0o755)
  for (const name of [
    'core.fsmonitor',
    'core.sshCommand',
    'core.pager',
    'filter.planted.clean',
    'diff.planted.textconv',
  ]) {
    git(root, 'config', name, program)
  }
  mkdirSync(join(root, '.git/hooks'), { recursive: true })
  for (const hook of ['post-index-change', 'fsmonitor-watchman']) symlinkSync(program, join(root, '.git/hooks', hook))
  const { document } = await extractToys(root)
  assert.equal(document.file?.length, 3)
  assert.equal(existsSync(marker), false)
  // The trap is a real one: git itself walks into it.
  execFileSync('git', ['-C', root, 'status'], { stdio: 'pipe' })
  assert.equal(existsSync(marker), true)
})

test('links are listed and never followed; only those that lead out leave something open', async () => {
  const outside = folder({ 'secret.py': 'outside\n' })
  const root = repository({ 'a.py': 'inside\n', 'sub/b.py': 'inside\n' })
  const links = {
    'inside.py': 'a.py',
    'sub/up.py': '../a.py',
    'dangling.py': 'nowhere.py',
    'absolute.py': join(outside, 'secret.py'),
    'upward.py': '../../etc/passwd',
    'chain.py': 'absolute.py',
    folder: outside,
    'through.py': 'folder/secret.py',
    'loop.py': 'loop.py',
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path))
  const { undecided, seen, document } = await run(root)
  const out = ['absolute.py', 'chain.py', 'loop.py', 'through.py', 'upward.py']
  assert.deepEqual(
    undecided,
    out.map((path) => `${path} is a link that leads out of the repository (function, string)`),
  )
  assert.deepEqual(seen, ['a.py', 'sub/b.py'])
  const listed = document.file?.filter(({ symlink }) => symlink).map(({ path, target }) => [path, target])
  assert.deepEqual(Object.fromEntries(listed ?? []), links)
})

test('what is too large, no text, no UTF-8, no file or does not parse is undecided, with the reason', async () => {
  const root = repository({
    'binary.py': new Uint8Array([120, 0, 120]),
    'latin.py': new Uint8Array([0xe9, 10]),
    'broken.py': '???\n',
    'bug.py': 'fail here\n',
    'logo.png': new Uint8Array([0, 1]),
    tool: new Uint8Array([127, 69, 76, 70, 0]),
    'with\nnewline.py': 'x\n',
  })
  for (const name of ['large.py', 'large']) {
    const handle = openSync(join(root, name), 'w')
    ftruncateSync(handle, 50_000_000)
    closeSync(handle)
  }
  execFileSync('mkfifo', [join(root, 'pipe.py'), join(root, 'pipe')])
  const { undecided, seen, document } = await run(root)
  assert.deepEqual(undecided, [
    'binary.py holds something else than text (function, string)',
    'broken.py does not parse (string)',
    'bug.py made the toy extractor fail: a bug (function, string)',
    'large.py is larger than 2000000 bytes (function, string)',
    'latin.py is not valid UTF-8 (function, string)',
    'pipe.py is not a regular file (function, string)',
  ])
  assert.deepEqual(seen, ['broken.py', 'bug.py', 'latin.py', 'with\nnewline.py'])
  assert.deepEqual(
    document.string?.map(({ value }) => value),
    ['???', '\ufffd', 'x'],
  )
  const binary = document.file?.filter((file) => file.binary).map(({ path }) => path)
  assert.deepEqual(binary, ['binary.py', 'large', 'logo.png', 'tool'])
})

test('text that an editor on Windows wrote with two bytes a character is text', async () => {
  const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
  const { undecided, document } = await run(
    repository({ 'little.py': wide('é\n'), 'big.py': wide('é\n').swap16(), 'odd.py': wide('x\0y\n') }),
  )
  assert.deepEqual(undecided, ['odd.py holds something else than text (function, string)'])
  assert.deepEqual(
    document.string?.map(({ value }) => value),
    ['é', 'é'],
  )
})

test('what could not be read counts only where it was asked for', async () => {
  const root = repository({ 'a.py': '???\n', 'tests/b.py': '???\n', 'c.py': new Uint8Array([0]) })
  const reasons = async (kinds: Parameters<typeof planOf>[0]) =>
    (await extractToys(root, [planOf(kinds)])).document.undecided.map(({ path, kinds }) => `${path} ${kinds}`)
  assert.deepEqual(await reasons({ function: [ownMaterial] }), ['c.py function'])
  assert.deepEqual(await reasons({ string: [ownMaterial] }), ['a.py string', 'c.py string'])
  assert.deepEqual(await reasons({ string: [{ ...ownMaterial, roles: ['tests'] }] }), ['tests/b.py string'])
  assert.deepEqual(await reasons({ file: [ownMaterial] }), [])
})

test('a folder without git, and one without anything', async () => {
  const { scan, document } = await extractToys(folder({ 'a.py': 'x\n' }))
  assert.deepEqual([scan.source, scan.revision, document.file?.[0]?.tracked], ['walk', undefined, false])
  const empty = await extractToys(folder({}))
  assert.deepEqual([empty.document.file, empty.document.anchors.repository?.path], [[], '.'])
})

test('a file is read below its folder only, and never another than the one looked at', () => {
  const root = repository({ 'a/f': 'inside' })
  const outside = folder({ f: 'outside' })
  symlinkSync(outside, join(root, 'out'))
  symlinkSync('a', join(root, 'in'))
  const tree = new Folder(root)
  const kinds = ['a/f', 'out/f', 'in/f', '../x', 'a/../a/f', '/etc/passwd', 'a', ''].map(
    (path) => tree.read(path, 100).kind,
  )
  assert.deepEqual(kinds, ['bytes', ...Array(7).fill('failure')])
})

test('a file that may not be read is undecided', {
  skip: process.getuid?.() === 0 && 'root may read everything',
}, async () => {
  const root = repository({ 'a.py': 'x\n' })
  chmodSync(join(root, 'a.py'), 0)
  assert.deepEqual((await run(root)).undecided, ['a.py may not be read (function, string)'])
})

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { proviso } from '../support/command.ts'

const root = mkdtempSync(join(tmpdir(), 'proviso-hostile-'))
after(() => rmSync(root, { recursive: true, force: true }))

const folder = join(root, 'repository')
const marker = join(root, 'was-run')

function build(): void {
  mkdirSync(join(folder, 'src'), { recursive: true })
  writeFileSync(join(root, 'secret.py'), 'import pickle\npickle.loads(b"")\n')
  writeFileSync(join(folder, 'src/good.py'), 'import pickle\n\npickle.loads(b"")\n')
  writeFileSync(join(folder, 'src/latin.py'), Buffer.from('# caf\xe9\nimport pickle\n', 'latin1'))
  writeFileSync(join(folder, 'src/broken.py'), 'def f(:\n    return (\n')
  writeFileSync(join(folder, 'src/large.py'), 'x = 1\n')
  symlinkSync('nowhere.py', join(folder, 'src/dangling.py'))
  symlinkSync('../../secret.py', join(folder, 'src/outside.py'))
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
  git('init', '--quiet')
  git('add', '--all')
  truncateSync(join(folder, 'src/large.py'), 50_000_000)
  git('config', 'core.fsmonitor', `touch '${marker}'; true`)
  writeFileSync(join(folder, 'src/\u001b[2Jescape.py'), 'import pickle\npickle.loads(b"")\n')
}

test('a hostile repository: nothing is run, nothing crashes, and what could not be read is said', () => {
  build()
  const { code, out, err } = proviso(['check', folder])
  assert.equal(code, 1, err)
  assert.equal(existsSync(marker), false, 'the program of core.fsmonitor was run')
  assert.match(out, /src\/good\.py:3:1 pickle\.loads/)
  assert.doesNotMatch(out, /secret\.py/, 'a link was followed out of the tree')
  assert.ok(!out.includes('\u001b'), 'a name steers the terminal')
  const unread = out.slice(out.indexOf('Could not be read:'))
  for (const name of ['latin.py', 'broken.py', 'large.py', 'outside.py']) assert.match(unread, new RegExp(name))
})

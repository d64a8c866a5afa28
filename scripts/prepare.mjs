// Sets up what is missing before `npm start` and `npm test`: dependencies, then the built library. It has no
// dependencies itself and runs on any Node from 20 on.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const oldest = [20, 11]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  fail(
    `Proviso needs Node ${oldest.join('.')} or newer to set itself up; this is ${process.versions.node}. Install a current Node and run the command again.`,
  )
}

if (!dependenciesStand()) {
  say('Installing dependencies (once, about half a minute) …')
  // Node 20 draws a warning for packages that want a newer one. They get it: Node itself is one of the dependencies.
  run(
    'npm',
    ['ci', '--loglevel=error', '--no-fund', '--no-audit', '--no-progress'],
    'Look at what npm printed above, mend it and run the command again.',
  )
  writeFileSync(installedMark(), lockText())
}

if (!libraryStands()) {
  say('Building the runtime library (a few seconds) …')
  const node = join(root, 'node_modules', '.bin', 'node')
  run(node, [join(root, 'scripts', 'build-library.ts')], 'This is a bug in Proviso, unless the sources were changed.')
}

/** The mark holds the lock file that was installed, so that a new one is noticed. */
function dependenciesStand() {
  const mark = installedMark()
  return existsSync(mark) && readFileSync(mark, 'utf8') === lockText()
}

function installedMark() {
  return join(root, 'node_modules', '.proviso-installed')
}

function lockText() {
  return readFileSync(join(root, 'package-lock.json'), 'utf8')
}

function libraryStands() {
  const built = join(root, 'build', 'library-core.wasm')
  if (!existsSync(built)) return false
  const made = statSync(built).mtimeMs
  const folder = join(root, 'compiler', 'library')
  const sources = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
  return [...sources, join(root, 'scripts', 'build-library.ts')].every((path) => statSync(path).mtimeMs <= made)
}

function run(command, args, advice) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) fail(`${command} did not succeed${error === undefined ? '' : ` (${error.message})`}. ${advice}`)
}

function say(text) {
  process.stderr.write(`proviso: ${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { styleFor } from '../../cli/render/style.ts'

const main = join(import.meta.dirname, '../../cli/main.ts')
const full = existsSync('/dev/full') ? {} : { skip: 'there is no /dev/full here' }

for (const command of [
  ['list', 'wazuh-integration'],
  ['docs', 'wazuh-integration'],
  ['facts', import.meta.dirname],
]) {
  test(`${command[0]} says that standard output takes nothing, and ends with 2`, full, () => {
    const output = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, [main, ...command], {
      stdio: ['ignore', output, 'pipe'],
      encoding: 'utf8',
    })
    closeSync(output)
    assert.equal(stderr, 'proviso: standard output could not be written: the disk is full\n')
    assert.equal(status, 2)
  })
}

test('mistakes that cannot be told change no exit code', full, () => {
  const errors = openSync('/dev/full', 'w')
  const { status } = spawnSync(process.execPath, [main, 'list', 'nothing-of-this-name'], {
    stdio: ['ignore', 'ignore', errors],
  })
  closeSync(errors)
  assert.equal(status, 2)
})

test('a reader that leaves early is no mistake', async () => {
  const child = spawn(process.execPath, [main, 'docs', 'wazuh-integration'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  child.stderr.on('data', (part) => {
    told += String(part)
  })
  child.stdout.destroy()
  const [status] = await once(child, 'close')
  assert.deepEqual({ status, told }, { status: 0, told: '' })
})

test('colours: on a terminal that knows them, and where they are asked for', () => {
  const cases: readonly (readonly [string, boolean, NodeJS.ProcessEnv, boolean])[] = [
    ['a terminal', true, { TERM: 'xterm-256color' }, true],
    ['a terminal without colours', true, { TERM: 'dumb' }, false],
    ['a terminal whose user wants none', true, { TERM: 'xterm', NO_COLOR: '1' }, false],
    ['no terminal', false, { TERM: 'xterm' }, false],
    ['no terminal, but they are asked for', false, { TERM: 'dumb', FORCE_COLOR: '1' }, true],
    ['asked for and unwanted', true, { TERM: 'xterm', FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ]
  const before = process.env
  for (const [name, isTTY, env, expected] of cases) {
    process.env = env
    const isColoured = styleFor({ isTTY }).bad('x') !== 'x'
    process.env = before
    assert.equal(isColoured, expected, name)
  }
})

/** Ctrl-C, as a real signal to a real process: it ends at once in every phase, and leaves nothing half written. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { folder, temporaryFolder } from '../frame/repositories.ts'

const ballast = `${'x'.repeat(1000)}\n`.repeat(150)
const root = folder({ 'a.py': `def a\n${ballast}`, 'b.py': `def b\n${ballast}` })
const program = join(import.meta.dirname, 'busy-run.ts')
/** In milliseconds, on a machine that does much else. */
const atOnce = 2_000

const phases = ['extracting', 'linking', 'evaluating', 'written'] as const

const runs = [...phases.map((phase) => ['SIGINT', phase] as const), ['SIGTERM', 'extracting'] as const]

for (const [signal, phase] of runs) {
  test(`${signal}, ${phase}`, { skip: process.platform === 'win32' && 'there are no signals' }, async () => {
    const [cache, place] = [temporaryFolder(), temporaryFolder()]
    const output = join(place, 'facts.json')
    writeFileSync(output, 'as it was')
    const run = spawn(process.execPath, [program, phase, root, cache, output], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(run.stdout, 'data')
    if (phase === 'extracting') assert.ok(readdirSync(cache).some((name) => name.endsWith('.partial')))
    const sent = performance.now()
    run.kill(signal)
    const [code, ended] = await once(run, 'exit')
    assert.deepEqual([code, ended], [null, signal])
    assert.ok(performance.now() - sent < atOnce, `${performance.now() - sent} ms`)
    assert.deepEqual(
      [...readdirSync(cache), ...readdirSync(place)].filter((name) => name.endsWith('.partial')),
      [],
    )
    const text = readFileSync(output, 'utf8')
    if (phase === 'written') JSON.parse(text)
    else assert.equal(text, 'as it was')
  })
}

test('a check that is interrupted while it reads', { timeout: 120_000 }, async () => {
  const text = Array.from({ length: 200 }, (_, line) => `def f${line}(a): return g(a, "${line}")\n`).join('')
  const many = folder(Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`m${number}.py`, text])))
  const [cache, place] = [temporaryFolder(), temporaryFolder()]
  const main = join(import.meta.dirname, '../../../cli/main.ts')
  const given = ['check', many, '--cache-dir', cache, '--format', 'sarif', '--output', join(place, 'x.sarif')]
  const run = spawn(process.execPath, [main, ...given], { stdio: 'ignore' })
  while (readdirSync(cache).length === 0 && run.exitCode === null) await setTimeout(10)
  run.kill('SIGINT')
  const [, ended] = await once(run, 'exit')
  assert.equal(ended, 'SIGINT')
  assert.deepEqual([readdirSync(cache), existsSync(join(place, 'x.sarif'))], [[], false])
})

/**
 * Compiling 46 items, from the text of a checklist to a module: in a process that is warm, and as a whole process, beside
 * a whole `opa build -t wasm` on the Rego text that comes of it. Needs `opa`.
 *
 *     node bench/compile/index.ts [ROUNDS]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { libraryBytes } from '../../cli/assets.ts'
import { compile } from '../../compiler/pipeline.ts'
import { generatedChecklist } from '../evaluate/checklist.ts'
import { buildModule } from '../evaluate/opa.ts'

const [rounds = '15'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
const source = generatedChecklist(46, false)
const library = libraryBytes()

try {
  const { value } = compile([source], source.path, library)
  if (value === undefined) throw new Error('the generated checklist does not compile')
  const warm = median(() => timed(() => compile([source], source.path, library)))
  const opa = median(() => buildModule(folder, value.rego, 'proviso/bench/result').milliseconds)
  const file = join(folder, 'bench.checklist')
  writeFileSync(file, source.text)
  const command = join(import.meta.dirname, '../../dist/main.js')
  const cold = median(() => whole([command, 'compile', file, '--output', join(folder, 'out')]))
  const bare = median(() => whole(['--eval', '0']))
  console.log(`warm: ${warm.toFixed(1)} ms; opa build: ${opa.toFixed(1)} ms, ${(opa / warm).toFixed(1)} times as long`)
  console.log(
    `whole process: ${cold.toFixed(1)} ms, of which bare Node ${bare.toFixed(1)} ms; the rest is ${((cold - bare) / opa).toFixed(1)} times opa build`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function whole(args: readonly string[]): number {
  return timed(() => execFileSync(process.execPath, args, { stdio: 'ignore' }))
}

function timed(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

function median(measure: () => number): number {
  const times = Array.from({ length: Number(rounds) }, measure).sort((a, b) => a - b)
  return times[times.length >> 1] ?? 0
}

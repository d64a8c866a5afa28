/**
 * Compiling 46 items, from the text of a checklist to a module: in a process that is warm, and as a whole process, beside
 * a whole `opa build -t wasm` on the Rego text that comes of it. Milliseconds of the processor, user and system, the least
 * of several, for the machine may have other things to do. Needs `opa`, bash, and the bundle (`npm run bundle`).
 *
 *     node bench/compile/index.ts [ROUNDS]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { libraryBytes } from '../../cli/assets.ts'
import { compile } from '../../compiler/pipeline.ts'
import { generatedChecklist } from '../evaluate/checklist.ts'
import { program } from '../evaluate/opa.ts'

const [rounds = '15'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
const source = generatedChecklist(46, false)
const library = libraryBytes()

try {
  const { value } = compile([source], source.path, library)
  if (value === undefined) throw new Error('the generated checklist does not compile')
  const [file, text] = [join(folder, 'bench.checklist'), join(folder, 'policy.rego')]
  writeFileSync(file, source.text)
  writeFileSync(text, value.rego)
  const command = join(import.meta.dirname, '../../dist/main.js')
  const bundle = join(folder, 'bundle.tar.gz')
  const warm = Math.min(
    ...Array.from({ length: 4 * Number(rounds) }, () => ownTime(() => compile([source], source.path, library))),
  )
  // Turn by turn, so that what disturbs one disturbs the others.
  const [opa, cold, bare] = leastOfEach([
    () => timeOf(program, ['build', '-t', 'wasm', '-e', 'proviso/bench/result', '-o', bundle, text]),
    () => timeOf(process.execPath, [command, 'compile', file, '--target', 'wasm', '--output', join(folder, 'out')]),
    () => timeOf(process.execPath, ['--eval', '0']),
  ])
  console.log(`warm: ${warm.toFixed(1)} ms; opa build: ${opa.toFixed(1)} ms, ${(opa / warm).toFixed(1)} times as long`)
  console.log(
    `whole process: ${cold.toFixed(1)} ms, of which bare Node ${bare.toFixed(1)} ms; the rest is ${((cold - bare) / opa).toFixed(1)} times opa build`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function ownTime(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Of a process, as bash tells it: seconds of the user and of the system. */
function timeOf(command: string, args: readonly string[]): number {
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" >"$0" 2>&1'
  const { stderr } = spawnSync('bash', ['-c', script, join(folder, 'output'), command, ...args])
  const [user, system] = stderr.toString().trim().split(' ').map(Number)
  if (user === undefined || system === undefined) throw new Error(`no time was told of ${command}: ${stderr}`)
  return (user + system) * 1000
}

function leastOfEach(measures: readonly [() => number, () => number, () => number]): readonly [number, number, number] {
  const times = Array.from({ length: Number(rounds) }, () => measures.map((measure) => measure()))
  const of = (index: number) => Math.min(...times.map((each) => each[index] as number))
  return [of(0), of(1), of(2)]
}

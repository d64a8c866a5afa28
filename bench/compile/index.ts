/**
 * Compiling 46 items, from the text of a checklist to a module: in a process that is warm, and as a whole process, beside
 * a whole `opa build -t wasm` on the Rego text that comes of it. Milliseconds of the processor, user and system, the least
 * of several, for the machine may have other things to do. Needs `opa` and bash. The whole process is that of the bundle,
 * which is made anew if it is missing or older than the sources.
 *
 *     node bench/compile/index.ts [ROUNDS]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
const root = join(import.meta.dirname, '../..')
const command = join(root, 'dist/main.js')
if (isStale(command)) {
  console.log('the bundle is missing or older than the sources, so it is made first')
  execFileSync(process.execPath, [join(root, 'scripts/bundle.ts')], { stdio: 'inherit' })
}

try {
  const { value } = compile([source], source.path, library)
  if (value === undefined) throw new Error('the generated checklist does not compile')
  const [file, text] = [join(folder, 'bench.checklist'), join(folder, 'policy.rego')]
  writeFileSync(file, source.text)
  writeFileSync(text, value.rego)
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

function isStale(made: string): boolean {
  const at = statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync(['cli/**/*.ts', 'compiler/**/*.ts', 'runtime/**/*.ts', 'sarif/**/*.ts'], { cwd: root })
  return sources.some((file) => statSync(join(root, file)).mtimeMs > at)
}

/** Of a process, as bash tells it: seconds of the user and of the system. */
function timeOf(command: string, args: readonly string[]): number {
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" >"$0" 2>&1'
  const { stderr, status } = spawnSync('bash', ['-c', script, join(folder, 'output'), command, ...args])
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`)
  const [user, system] = stderr.toString().trim().split(' ').map(Number)
  if (user === undefined || system === undefined) throw new Error(`no time was told of ${command}: ${stderr}`)
  return (user + system) * 1000
}

function leastOfEach(measures: readonly [() => number, () => number, () => number]): readonly [number, number, number] {
  const times = Array.from({ length: Number(rounds) }, () => measures.map((measure) => measure()))
  const of = (index: number) => Math.min(...times.map((each) => each[index] as number))
  return [of(0), of(1), of(2)]
}

/**
 * Evaluation, side by side in one run: our module, and OPA's own module built from our Rego text, in the same SDK with the
 * same facts as an ArrayBuffer; and native `opa eval` as a whole process.
 *
 *     node bench/evaluate.ts FOLDER [ROUNDS]
 *
 * Prints milliseconds of the first call and the median of the others, and how many times as long OPA's take. Needs `opa`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCompiled } from '../cli/checklists.ts'
import { loadPolicy } from '../runtime/evaluate/index.ts'
import { extractFacts } from '../runtime/facts/index.ts'

const [target = '.', rounds = '5'] = process.argv.slice(2)
const opa = process.env.PROVISO_OPA ?? 'opa'
const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))

try {
  const { checklists } = await loadCompiled(['wazuh-integration'])
  const [compiled] = checklists
  if (compiled === undefined) throw new Error('the built-in checklist does not compile')
  const { bytes } = await extractFacts(target, [compiled.extraction])
  const entrypoint = 'proviso/wazuh_integration/result'
  writeFileSync(join(folder, 'policy.rego'), compiled.rego)
  writeFileSync(join(folder, 'facts.json'), bytes)
  execFileSync(opa, [
    'build',
    '-t',
    'wasm',
    '-e',
    entrypoint,
    '-o',
    join(folder, 'bundle.tar.gz'),
    join(folder, 'policy.rego'),
  ])
  execFileSync('tar', ['-xzf', join(folder, 'bundle.tar.gz'), '-C', folder, '/policy.wasm'])
  const theirs = readFileSync(join(folder, 'policy.wasm'))
  const query = `data.${entrypoint.replaceAll('/', '.')}`
  const native = () =>
    execFileSync(opa, ['eval', '--data', join(folder, 'policy.rego'), '--input', join(folder, 'facts.json'), query], {
      maxBuffer: 1 << 28,
    })

  console.log(`facts ${(bytes.length / 1e6).toFixed(1)} MB`)
  console.log(`module ${(compiled.module.length / 1e3).toFixed(0)} KB, OPA's ${(theirs.length / 1e3).toFixed(0)} KB`)
  const ours = measure(compiled.module)
  // OPA's module grows its memory a few pages at a time, and pays for each: minutes, on facts of this size.
  const other = bytes.length < 2_000_000 ? measure(theirs) : undefined
  const nativeTimes = Array.from({ length: 3 }, () => timed(native)).sort((a, b) => a - b)
  if (other === undefined) console.log(`first call: ${ours.first.toFixed(1)} ms, warm ${ours.warm.toFixed(1)} ms`)
  else {
    report('first call', ours.first, other.first)
    report('warm call', ours.warm, other.warm)
  }
  report('native opa eval, whole process, against our first call', ours.first, nativeTimes[1] ?? 0)

  function measure(module: Uint8Array): { readonly first: number; readonly warm: number } {
    const policy = loadPolicy(module)
    const first = timed(() => policy.evaluate(bytes.buffer))
    const times = Array.from({ length: Number(rounds) }, () => timed(() => policy.evaluate(bytes.buffer)))
    return { first, warm: times.sort((a, b) => a - b)[times.length >> 1] ?? first }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function timed(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

function report(what: string, ours: number, theirs: number): void {
  console.log(
    `${what}: ${ours.toFixed(1)} ms, OPA's ${theirs.toFixed(1)} ms, ${(theirs / ours).toFixed(1)} times as long`,
  )
}

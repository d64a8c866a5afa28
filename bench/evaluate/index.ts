/**
 * Evaluation, side by side in one run: our module; OPA's own module built from our Rego text, in the same SDK, with memory
 * grown beforehand and the same facts as an `ArrayBuffer`; native `opa eval` as a whole process. Needs `opa`.
 *
 *     node bench/evaluate/index.ts [FOLDER]
 *
 * Facts are multiplied out. Those of FOLDER are all that can be had, so that most of what is read concerns no item: few
 * findings. Those of `careless/`, which does much of what the items forbid, are what these items ask for, as `check` would
 * extract them: findings by the ten thousand, all of which are told.
 *
 * Each module has a process of its own, whose first call counts from when the module is loaded. Of several processes the
 * least time counts: others use the machine, too. Beside the time that passed stands the processor's, of all threads.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { libraryBytes } from '../../cli/assets.ts'
import { loadCompiled } from '../../cli/checklists.ts'
import { type Compiled, compile } from '../../compiler/pipeline.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import { generatedChecklist } from './checklist.ts'
import { multipliedFacts } from './facts.ts'
import { joinChecklist, joinFacts } from './join.ts'
import { buildModule, evaluateNatively, sizeOf } from './opa.ts'
import { leastTime, type Measured } from './time.ts'

const [target = 'examples/flawed-integration'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
const patience = 120_000
const processes = 3

try {
  const { document } = await extractFacts(target, undefined)
  const { checklists } = await loadCompiled(['wazuh-integration'])
  const shipped = checklists[0]
  if (shipped === undefined) throw new Error('the built-in checklist does not compile')
  const generated = compiled(generatedChecklist(46, false))
  const careless = await extractFacts(join(import.meta.dirname, 'careless'), generated.extraction)
  const telling = { ...careless.document, limit: 1e6 }
  for (const megabytes of [1, 5, 20]) {
    const facts = write('facts.json', multipliedFacts(document, megabytes * 1e6))
    compare(`wazuh-integration, ${megabytes} MB`, shipped, 'proviso/wazuh_integration/result', facts)
    compare(`46 items, few findings, ${megabytes} MB`, generated, 'proviso/bench/result', facts)
    write('facts.json', multipliedFacts(telling, megabytes * 1e6))
    compare(`46 items, many findings, ${megabytes} MB`, generated, 'proviso/bench/result', facts)
  }
  const facts = write('facts.json', multipliedFacts(document, 20e6))
  const [few, many] = [46, 460].map((items) => measure(modulePath(compiled(generatedChecklist(items, true))), facts))
  if (few !== undefined && many !== undefined) {
    console.log(
      `460 items against 46, 20 MB, no findings: ${ms(many.warm.passed)} against ${ms(few.warm.passed)}, ${ratio(many.warm.passed, few.warm.passed)}`,
    )
  }
  const joining = compiled(joinChecklist)
  for (const size of [5_000, 50_000]) {
    compare(`join of ${size} by ${size}`, joining, 'proviso/bench/result', write('facts.json', joinFacts(size)))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Policy {
  readonly rego: string
  readonly module: Uint8Array
}

function compare(what: string, { rego, module }: Policy, entrypoint: string, facts: string): void {
  const path = buildModule(folder, rego, entrypoint)
  const ours = measure(write('ours.wasm', module), facts)
  // As much as it will need, so that it never has to grow.
  const theirs = measure(path, facts, 1 + Math.ceil((sizeOf(facts) * 24) / 65536))
  const native = leastOf(() => evaluateNatively(folder, facts, entrypoint, patience))
  if (ours === undefined) throw new Error(`${what}: more than ${ms(patience)}`)
  const same = theirs === undefined ? 'no other' : ours.digest === theirs.digest ? 'the same' : 'NOT THE SAME'
  console.log(`${what}: ${ours.findings} findings, ${same} answers`)
  console.log(`  module: ${Math.round(module.length / 1024)} KB, OPA's ${Math.round(sizeOf(path) / 1024)} KB`)
  for (const call of ['first', 'warm'] as const) {
    console.log(
      `  ${call} call: ${ms(ours[call].passed)}, OPA's module ${against(theirs?.[call].passed, ours[call].passed)}`,
    )
    if (theirs === undefined) continue
    const { used } = ours[call]
    console.log(`    of the processor ${ms(used)}, OPA's module ${against(theirs[call].used, used)}`)
  }
  console.log(`  native opa eval: ${against(native, ours.load + ours.first.passed)} load and first call`)
  console.log(`  memory: ${(ours.memory / sizeOf(facts)).toFixed(1)} times the facts`)
}

function against(theirs: number | undefined, ours: number): string {
  if (theirs === undefined) return `more than ${ms(patience)}, ${ratio(patience, ours)}`
  return `${ms(theirs)}, ${ratio(theirs, ours)}`
}

function compiled(source: ReturnType<typeof generatedChecklist>): Compiled {
  const { value, diagnostics } = compile([source], source.path, libraryBytes())
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return value
}

function modulePath({ module }: Compiled): string {
  return write('ours.wasm', module)
}

/** Undefined if it takes too long. */
function measure(module: string, facts: string, pages?: number): Measured | undefined {
  const runs: Measured[] = []
  while (runs.length < processes) {
    const run = measureOnce(module, facts, pages)
    if (run === undefined) return undefined
    runs.push(run)
  }
  return {
    ...(runs[0] as Measured),
    load: Math.min(...runs.map(({ load }) => load)),
    first: leastTime(runs.map(({ first }) => first)),
    warm: leastTime(runs.map(({ warm }) => warm)),
  }
}

function leastOf(time: () => number | undefined): number | undefined {
  const times = Array.from({ length: processes }, time).filter((each) => each !== undefined)
  return times.length === 0 ? undefined : Math.min(...times)
}

function measureOnce(module: string, facts: string, pages?: number): Measured | undefined {
  const rounds = '5'
  const args = [
    join(import.meta.dirname, 'call.ts'),
    module,
    facts,
    rounds,
    ...(pages === undefined ? [] : [`${pages}`]),
  ]
  try {
    return JSON.parse(execFileSync(process.execPath, args, { timeout: patience }).toString()) as Measured
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ETIMEDOUT') return undefined
    throw error
  }
}

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`
}

function ratio(theirs: number, ours: number): string {
  return `${(theirs / ours).toFixed(1)} times`
}

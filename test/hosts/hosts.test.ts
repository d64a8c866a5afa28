/** One module, several hosts: OPA's Go SDK, the Rust crate and a Python package answer what the npm SDK answers. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { loadCompiled } from '../../cli/checklists.ts'
import { plan } from '../../compiler/plan/planner.ts'
import { lower } from '../../compiler/rego/lower/index.ts'
import { compileModule } from '../../compiler/wasm/module.ts'
import { loadPolicy } from '../../runtime/evaluate/index.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import { sampleOf } from '../support/generate/pairs.ts'
import { libraryBytes } from '../support/library.ts'

const built = process.env.PROVISO_HOSTS ?? join(homedir(), '.cache/proviso/hosts')
const script = join(import.meta.dirname, 'python/evaluate.py')

/** Programs that take `ENTRYPOINT MODULE FACTS …` and print an answer a line. */
const hosts: Readonly<Record<string, readonly [program: string, ...args: readonly string[]]>> = {
  "OPA's Go SDK": [join(built, 'go')],
  'the Rust crate opa-wasm': [join(built, 'rust')],
  'the Python package opa-wasmtime': [join(built, 'python/bin/python'), script],
}

const folder = mkdtempSync(join(tmpdir(), 'proviso-hosts-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Case {
  readonly entrypoint: string
  readonly module: Uint8Array
  readonly facts: Uint8Array<ArrayBuffer>
}

const cases = [await exampleCase(), ...generatedCases()]
const wanted = cases.map(({ module, facts }) => {
  const [binding] = loadPolicy(module).evaluate(facts.buffer) as readonly { readonly result: unknown }[]
  return binding?.result
})
const given = cases.flatMap(({ entrypoint, module, facts }, index) => {
  const [wasm, json] = [join(folder, `${index}.wasm`), join(folder, `${index}.json`)]
  writeFileSync(wasm, module)
  writeFileSync(json, facts)
  return [entrypoint, wasm, json]
})

for (const [name, [program, ...args]] of Object.entries(hosts)) {
  const skip = existsSync(program) ? false : `test/hosts/build has not built ${program}`
  test(`${name} answers the same`, { skip }, () => {
    const output = execFileSync(program, [...args, ...given], { maxBuffer: 1 << 28 }).toString()
    assert.deepEqual(output.trim().split('\n').map(resultOf), wanted)
  })
}

/** The crate gives the whole result set of OPA, others the result. */
function resultOf(line: string): unknown {
  const answer: unknown = JSON.parse(line)
  return Array.isArray(answer) ? answer[0].result : answer
}

async function exampleCase(): Promise<Case> {
  const [compiled] = (await loadCompiled(['wazuh-integration'])).checklists
  assert(compiled)
  const { bytes } = await extractFacts(join(import.meta.dirname, '../../examples/flawed-integration'), [
    compiled.extraction,
  ])
  return {
    entrypoint: 'proviso/wazuh_integration/result',
    module: compiled.module,
    facts: Uint8Array.from(bytes),
  }
}

function generatedCases(): readonly Case[] {
  return Array.from({ length: 12 }, (_, seed) => sampleOf(seed, 2)).flatMap((sample) => {
    if (sample === undefined) return []
    const policy = plan(lower(sample.checklist))
    const compiled = compileModule(policy, libraryBytes())
    assert(compiled.kind === 'module')
    const entrypoint = policy.plans.plans[0]?.name ?? ''
    return sample.documents.map((document) => ({
      entrypoint,
      module: compiled.bytes,
      facts: Uint8Array.from(new TextEncoder().encode(JSON.stringify(document))),
    }))
  })
}

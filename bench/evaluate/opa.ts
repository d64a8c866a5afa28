/** OPA's side: its own module from our Rego text, and native `opa eval` as a whole process. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const program = process.env.PROVISO_OPA ?? 'opa'

/** Where the module is that `opa build -t wasm` makes of a text. */
export function buildModule(folder: string, rego: string, entrypoint: string): string {
  const [policy, bundle] = [join(folder, 'policy.rego'), join(folder, 'bundle.tar.gz')]
  writeFileSync(policy, rego)
  execFileSync(program, ['build', '-t', 'wasm', '-e', entrypoint, '-o', bundle, policy])
  execFileSync('tar', ['-xzPf', bundle, '-C', folder, '--transform', 's|^/||', '/policy.wasm'])
  return join(folder, 'policy.wasm')
}

/** Milliseconds of `opa eval` of the text on the facts, at most `limit`; undefined if it took longer. */
export function evaluateNatively(folder: string, facts: string, entrypoint: string, limit: number): number | undefined {
  const query = `data.${entrypoint.replaceAll('/', '.')}`
  const args = ['eval', '--format', 'raw', '--data', join(folder, 'policy.rego'), '--input', facts, query]
  try {
    return timed(() => execFileSync(program, args, { maxBuffer: 1 << 28, timeout: limit }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ETIMEDOUT') return undefined
    throw error
  }
}

export const sizeOf = (path: string): number => readFileSync(path).length

export function timed(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

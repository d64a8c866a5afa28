/** Real `opa`, from PROVISO_OPA or the path, as the judge of what Proviso prints. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const program = process.env.PROVISO_OPA ?? 'opa'

/** Why a test that needs `opa` is skipped; false where there is one. */
export const withoutOpa: string | false =
  spawnSync(program, ['version']).status === 0 ? false : 'there is no opa on the path, and PROVISO_OPA names none'

export interface OpaCase {
  readonly name: string
  /** The last part of a package `proviso.…`. */
  readonly module: string
  /** Undefined: no input at all. */
  readonly input: unknown
}

/**
 * What `result` of the modules is for many inputs, in one process, by the names of the cases. A case for which it is
 * undefined has no entry.
 */
export function evaluate(modules: readonly string[], cases: readonly OpaCase[]): Readonly<Record<string, unknown>> {
  return inFolder((folder) => {
    const files = modules.map((text, index) => file(folder, `${index}.rego`, text))
    const given = cases.filter(({ input }) => input !== undefined)
    const bare = cases.filter(({ input }) => input === undefined)
    files.push(file(folder, 'data.json', JSON.stringify({ cases: { given, bare } })))
    // `with input as c.input` itself leaves the input undefined in OPA 1.22: the value has to be a variable.
    const query = `{
      "given": {c.name: r | some c in data.cases.given; i := c.input; r := data.proviso[c.module].result with input as i},
      "bare": {c.name: r | some c in data.cases.bare; r := data.proviso[c.module].result}
    }`
    const data = files.flatMap((path) => ['--data', path])
    const output = execFileSync(program, ['eval', '--format', 'raw', ...data, query], { maxBuffer: 1 << 28 })
    const { given: ofGiven, bare: ofBare } = JSON.parse(output.toString())
    return { ...ofGiven, ...ofBare }
  })
}

/** What `opa check --strict` and `opa fmt` have to say about modules; empty where all is well. */
export const complaints = (modules: readonly string[]): string =>
  inFolder((folder) => {
    const files = modules.map((text, index) => file(folder, `${index}.rego`, text))
    const check = spawnSync(program, ['check', '--strict', ...files])
    const format = spawnSync(program, ['fmt', '--diff', ...files])
    return [check, format].map(({ stdout, stderr }) => `${stdout}${stderr}`).join('')
  })

function file(folder: string, name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-opa-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

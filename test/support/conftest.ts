/** Real `conftest`, from PROVISO_CONFTEST or the path, as its users run it on the text that Proviso prints. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const program = process.env.PROVISO_CONFTEST ?? 'conftest'

/** Why a test that needs `conftest` is skipped; false where there is one. */
export const withoutConftest: string | false =
  spawnSync(program, ['--version']).status === 0 ? false : 'there is no conftest, and PROVISO_CONFTEST names none'

/** What Conftest has to say of one document by the rules of one package. */
export interface Tested {
  /** The last part of the package. */
  readonly module: string
  /** The name of the document. */
  readonly input: string
  readonly failures: readonly Told[]
  readonly warnings: readonly Told[]
}

export interface Told {
  readonly msg: string
  readonly loc?: { readonly file: string; readonly line: number }
  readonly metadata: Readonly<Record<string, unknown>>
}

/** All documents, by their names, tested by all modules in one process. */
export function conftest(
  modules: readonly string[],
  inputs: Readonly<Record<string, unknown>>,
): { readonly code: number | null; readonly tested: readonly Tested[] } {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-conftest-'))
  try {
    mkdirSync(join(folder, 'policy'))
    for (const [index, text] of modules.entries()) writeFileSync(join(folder, 'policy', `${index}.rego`), text)
    const files = Object.entries(inputs).map(([name, input]) => {
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(input))
      return `${name}.json`
    })
    const args = ['test', ...files, '--policy', 'policy', '--all-namespaces', '--output', 'json']
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, maxBuffer: 1 << 28 })
    if (stdout.length === 0) throw new Error(stderr.toString())
    return { code: status, tested: JSON.parse(stdout.toString()).map(testedOf) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface CheckResult {
  readonly filename: string
  readonly namespace: string
  readonly failures?: readonly Told[]
  readonly warnings?: readonly Told[]
}

const testedOf = ({ filename, namespace, failures = [], warnings = [] }: CheckResult): Tested => ({
  module: namespace.slice(namespace.lastIndexOf('.') + 1),
  input: basename(filename, '.json'),
  failures,
  warnings,
})

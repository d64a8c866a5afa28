/** `proviso fmt`: writes checklists in their canonical form. */
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { text as readStream } from 'node:stream/consumers'
import { Command } from 'commander'
import { hasErrors } from '../../compiler/index.ts'
import { type Entry, filesToEdit } from '../checklists/find.ts'
import { type Told, tellOf } from '../checklists.ts'
import { exitCode, Failure } from '../failure.ts'
import { diagnosticsFormatOption } from '../options.ts'
import { writeOut, writeWhole } from '../output.ts'
import {
  count,
  countDiagnostics,
  type DiagnosticFormat,
  diagnosticsText,
  showDiagnostics,
} from '../render/diagnostics.ts'

interface Options {
  readonly check?: true
  readonly stdin?: true | string
  readonly format: DiagnosticFormat
}

export const fmtCommand = new Command('fmt')
  .argument('[paths...]', 'files, or folders with all that is in them (default: .)')
  .option('--check', 'change nothing, and end with 1 if a file is not in its canonical form')
  .option('--stdin [path]', 'format standard input to standard output; the path says what its "use" lines start from')
  .addOption(diagnosticsFormatOption())
  .addHelpText(
    'after',
    `
Only the space between words changes. A file with mistakes is left as it is.

Exit codes: 0 all files are in their canonical form; 1 with --check, one is not; 2 a file has mistakes.

Examples:
  proviso fmt policies
  proviso fmt --check our.checklist
  proviso fmt --stdin our.checklist < our.checklist`,
  )
  .action(async (paths: readonly string[], options: Options) => {
    process.exitCode = options.stdin === undefined ? await files(paths, options) : await stream(options.stdin)
  })

interface Formatted extends Told {
  readonly path: string
  readonly before: string
  readonly after: string
}

async function files(paths: readonly string[], { check, format }: Options): Promise<number> {
  const formatted = await Promise.all(filesToEdit(paths).map((entry) => formatOne(entry)))
  const told = together(formatted)
  if (format === 'terminal') showDiagnostics(told)
  else await writeOut(diagnosticsText(told, format, hasErrors(told.diagnostics)))
  const changed = formatted.filter(({ before, after }) => before !== after)
  for (const { path, after } of changed) {
    if (check !== true) writeWhole(path, after)
    process.stderr.write(`${check === true ? 'not in its canonical form' : 'formatted'}: ${path}\n`)
  }
  if (hasErrors(told.diagnostics)) {
    const left = formatted.filter(({ diagnostics }) => hasErrors(diagnostics)).length
    throw new Failure(`${count(left, 'file')} left as found: ${countDiagnostics(told.diagnostics)}`)
  }
  process.stderr.write(
    `${count(formatted.length, 'file')}, ${changed.length} ${check === true ? 'to format' : 'formatted'}\n`,
  )
  return check === true && changed.length > 0 ? exitCode.findings : exitCode.clean
}

/** Without a path there is nothing that a `use` could start from, so that only what stands in the text itself is told. */
async function stream(path: true | string): Promise<number> {
  const { format } = await import('../../compiler/pipeline.ts')
  const before = await readStream(process.stdin)
  const source = { path: path === true ? 'standard input' : path, text: before }
  const formatted = format(source)
  const told = { diagnostics: formatted.diagnostics, sources: [source] }
  const all = path === true ? told : await tellOf(filesToEdit([path])[0] as Entry, before)
  showDiagnostics(all)
  if (hasErrors(all.diagnostics)) throw new Failure(`nothing was formatted: ${countDiagnostics(all.diagnostics)}`)
  await writeOut(formatted.value)
  return exitCode.clean
}

async function formatOne(entry: Entry): Promise<Formatted> {
  const { format } = await import('../../compiler/pipeline.ts')
  const path = relative('.', join(entry.root, entry.path))
  const before = readFileSync(path, 'utf8')
  const told = await tellOf(entry, before)
  // A mistake may lie in a file that is used; only those of the file itself keep it from being formatted.
  const own = told.diagnostics.filter(({ span }) => span.path === path)
  return { path, before, after: hasErrors(own) ? before : format({ path, text: before }).value, ...told }
}

/** What several files say, each mistake once. */
function together(all: readonly Told[]): Told {
  const diagnostics = new Map(all.flatMap((told) => told.diagnostics).map((one) => [JSON.stringify(one), one]))
  const sources = new Map(all.flatMap((told) => told.sources).map((source) => [source.path, source]))
  return { diagnostics: [...diagnostics.values()], sources: [...sources.values()] }
}

/** `proviso check`: checks a repository against checklists. */
import { Command, Option } from 'commander'
import { diagnosticsJson, hasErrors } from '../../compiler/index.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import type { Report } from '../../runtime/results/model.ts'
import { type Profile, profiles, sarifOf, serialize } from '../../sarif/index.ts'
import { version } from '../assets.ts'
import { defaultChecklist, type Loaded, loadReady, type ReadyChecklist } from '../checklists.ts'
import { evaluate } from '../evaluate.ts'
import { exitCode, Failure } from '../failure.ts'
import { writeOut, writeWhole } from '../output.ts'
import { progressLine } from '../progress.ts'
import { countDiagnostics, showDiagnostics } from '../render/diagnostics.ts'
import { renderJson } from '../render/json.ts'
import { styleFor } from '../render/style.ts'
import { renderTerminal } from '../render/terminal.ts'

const formats = ['terminal', 'sarif', 'json'] as const

interface Options {
  readonly checklist: readonly string[]
  readonly format: (typeof formats)[number]
  readonly profile: Profile
  readonly output?: string
  readonly exitZero?: true
  readonly maxFileSize?: number
}

export const checkCommand = new Command('check')
  .description('Check a repository against a checklist.')
  .argument('[folder]', 'the repository, or a folder of it', '.')
  .option(
    '--checklist <name>',
    `a built-in checklist, a file or a folder; may be given again (default: ${defaultChecklist})`,
    collect,
    [],
  )
  .addOption(new Option('--format <format>', 'how the result is written').choices(formats).default('terminal'))
  .addOption(
    new Option('--profile <profile>', 'for SARIF: every verdict, or only what becomes an alert')
      .choices(profiles)
      .default('github'),
  )
  .option('--output <file>', 'write the result there, and show it on the terminal as well')
  .option('--exit-zero', 'end with 0 even if an item failed or is undecided')
  .option('--max-file-size <bytes>', 'leave larger files unread (default: 2000000)', bytes)
  .addHelpText(
    'after',
    `
Exit codes: 0 all items passed, do not apply or wait for a review; 1 an item failed or is undecided;
            2 the check could not be done; 3 no item was evaluated.

Examples:
  proviso check .
  proviso check . --format sarif --output proviso.sarif
  proviso check integrations/example --checklist ./our.checklist --exit-zero`,
  )
  .action(async (folder: string, options: Options) => {
    process.exitCode = await check(folder, options)
  })

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

function bytes(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number <= 0) {
    throw new Failure(`--max-file-size takes a whole number of bytes, and "${value}" is none`)
  }
  return number
}

async function check(folder: string, options: Options): Promise<number> {
  const loaded = await loadReady(options.checklist)
  showDiagnostics(loaded.diagnostics, loaded.sources)
  if (hasErrors(loaded.diagnostics)) {
    throw new Failure(`the checklist has ${countDiagnostics(loaded.diagnostics)}, so nothing was checked`)
  }
  const report = await run(folder, options, loaded)
  const result = render(report, options, loaded)
  if (options.output === undefined) await writeOut(result)
  else {
    writeWhole(options.output, result)
    await writeOut(renderTerminal(report, styleFor(process.stdout)))
  }
  return codeOf(report, options)
}

async function run(folder: string, { maxFileSize }: Options, { checklists }: Loaded<ReadyChecklist>): Promise<Report> {
  const progress = progressLine(process.stderr)
  try {
    const plans = checklists.map(({ extraction }) => extraction)
    const facts = await extractFacts(folder, plans, {
      onProgress: ({ done, total, path }) => progress.show(`${done}/${total} ${path}`),
      ...(maxFileSize === undefined ? {} : { maxFileSize }),
    })
    progress.show('evaluating')
    return evaluate({ name: 'Proviso', version: version() }, folder, facts, checklists)
  } finally {
    progress.end()
  }
}

function render(report: Report, options: Options, loaded: Loaded<ReadyChecklist>): string {
  switch (options.format) {
    case 'terminal':
      return renderTerminal(report, styleFor(options.output === undefined ? process.stdout : {}))
    case 'sarif':
      return serialize(sarifOf(report, options.profile))
    case 'json':
      return renderJson(report, diagnosticsJson(loaded.diagnostics, loaded.sources))
  }
}

function codeOf(report: Report, options: Options): number {
  const items = report.checklists.flatMap((checklist) => checklist.items)
  if (items.length === 0) return exitCode.nothing
  const bad = items.some(({ verdict }) => verdict === 'fail' || verdict === 'undecided')
  return bad && options.exitZero !== true ? exitCode.findings : exitCode.clean
}

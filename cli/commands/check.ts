/** `proviso check`: checks a repository against checklists. */
import { Command, Option } from 'commander'
import { diagnosticsJson } from '../../compiler/index.ts'
import type { Report } from '../../runtime/results/model.ts'
import { type Profile, profiles, sarifOf, serialize } from '../../sarif/index.ts'
import { version } from '../assets.ts'
import { type CacheOptions, cacheOf, cacheOptions } from '../cache.ts'
import { type Loaded, loadWithParameters, type ReadyChecklist } from '../checklists.ts'
import { evaluate } from '../evaluate.ts'
import { exitCode } from '../failure.ts'
import { factsOption, givenFacts } from '../given-facts.ts'
import { settle } from '../mistakes.ts'
import { checklistOption, collect, excludeOption, outputOption, positive } from '../options.ts'
import { deliver, writeOut } from '../output.ts'
import { givenParameters } from '../parameters.ts'
import { progressLine } from '../progress.ts'
import { renderJson } from '../render/json.ts'
import { styleFor } from '../render/style.ts'
import { renderTerminal } from '../render/terminal.ts'
import { type Selection, selected, severities } from '../selection.ts'

const formats = ['terminal', 'sarif', 'json'] as const

interface Options extends CacheOptions {
  readonly checklist: readonly string[]
  readonly format: (typeof formats)[number]
  readonly profile: Profile
  readonly output?: string
  readonly item: readonly string[]
  readonly severity?: NonNullable<Selection['severity']>
  readonly parameter: readonly string[]
  readonly parameters: readonly string[]
  readonly limit?: number
  readonly exclude: readonly string[]
  readonly facts: readonly string[]
  readonly maxFileSize?: number
  readonly timeout?: number
  readonly verbose?: true
  readonly exitZero?: true
}

const [noCache, cacheDir] = cacheOptions()

export const checkCommand = new Command('check')
  .argument('[folder]', 'the repository, or a folder of it', '.')
  .addOption(checklistOption())
  .addOption(new Option('--format <format>', 'how the result is written').choices(formats).default('terminal'))
  .addOption(
    new Option('--profile <profile>', 'for SARIF: every verdict, or only what becomes an alert')
      .choices(profiles)
      .default('github'),
  )
  .addOption(outputOption('write the result there, and show it on the terminal as well'))
  .option('--item <id>', 'only this item; may be given again', collect, [])
  .addOption(new Option('--severity <severity>', 'only items of at least this severity').choices(severities))
  .option('--parameter <name=value>', "set a checklist's parameter; may be given again", collect, [])
  .option('--parameters <file>', 'set parameters from a YAML or JSON file; may be given again', collect, [])
  .option('--limit <number>', 'findings of a check that are given in full (default: 1000)', positive)
  .addOption(excludeOption())
  .addOption(factsOption())
  .option('--max-file-size <bytes>', 'leave larger files unread (default: 2000000)', positive)
  .option('--timeout <seconds>', 'read no file after that time, and give up an evaluation that takes longer', positive)
  .addOption(noCache)
  .addOption(cacheDir)
  .option('--verbose', 'show every finding and every file that could not be read')
  .option('--exit-zero', 'end with 0 even if an item failed or is undecided')
  .addHelpText(
    'after',
    `
Exit codes: 0 all items passed, do not apply or wait for a review; 1 an item failed or is undecided;
            2 the check could not be done; 3 no item was evaluated.

Examples:
  proviso check .
  proviso check . --format sarif --output proviso.sarif
  proviso check . --checklist ./our.checklist --facts protection=branch.json
  proviso check . --item NET-01 --verbose
  proviso check . --parameter minimum_rule_id=110000
  proviso check integrations/example --checklist ./our.checklist --severity high --exit-zero`,
  )
  .action(async (folder: string, options: Options) => {
    process.exitCode = await check(folder, options)
  })

async function check(folder: string, options: Options): Promise<number> {
  const { format, output } = options
  const progress = progressLine(process.stderr)
  progress.show('compiling the checklist')
  const given = givenParameters(options.parameter, options.parameters)
  const loaded = await loadWithParameters(options.checklist, given).finally(() => progress.end())
  await settle(loaded, { undone: 'checked', format, output })
  const report = selected(await run(folder, options, loaded), { items: options.item, severity: options.severity })
  await deliver(render(report, options, loaded), output)
  if (output !== undefined) await writeOut(renderTerminal(report, styleFor(process.stdout), options))
  return codeOf(report, options)
}

async function run(folder: string, options: Options, { checklists }: Loaded<ReadyChecklist>): Promise<Report> {
  const { exclude, maxFileSize, limit, timeout } = options
  const progress = progressLine(process.stderr)
  try {
    const { extractFacts } = await import('../../runtime/facts/index.ts')
    const plans = checklists.map(({ extraction }) => extraction)
    const facts = await extractFacts(folder, plans, {
      onProgress: ({ done, total, path }) => progress.show(`${done}/${total} ${path}`),
      exclude,
      given: await givenFacts(options.facts, plans),
      ...(maxFileSize === undefined ? {} : { maxFileSize }),
      ...(limit === undefined ? {} : { limit }),
      ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
      ...cacheOf(options),
    })
    progress.show('evaluating')
    const milliseconds = timeout === undefined ? undefined : timeout * 1000
    return await evaluate({ name: 'Proviso', version: version() }, folder, facts, checklists, milliseconds)
  } finally {
    progress.end()
  }
}

function render(report: Report, options: Options, loaded: Loaded<ReadyChecklist>): string {
  const mistakes = () => diagnosticsJson(loaded.diagnostics, loaded.sources)
  switch (options.format) {
    case 'terminal':
      return renderTerminal(report, styleFor(options.output === undefined ? process.stdout : {}), options)
    case 'sarif':
      return serialize(sarifOf(report, options.profile, mistakes()))
    case 'json':
      return renderJson(report, mistakes())
  }
}

function codeOf(report: Report, { exitZero }: Options): number {
  const items = report.checklists.flatMap((checklist) => checklist.items)
  if (items.length === 0) return exitCode.nothing
  const bad = items.some(({ verdict }) => verdict === 'fail' || verdict === 'undecided')
  return bad && exitZero !== true ? exitCode.findings : exitCode.clean
}

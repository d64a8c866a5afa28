/** `proviso test`: tries checklists on tiny repositories. */
import { watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { Command, Option } from 'commander'
import { CaseError, type CaseResult, newCase, runCases } from '../../runtime/cases/index.ts'
import { exitCode, Failure } from '../failure.ts'
import { settle } from '../mistakes.ts'
import { outputOption } from '../options.ts'
import { deliver, writeOut } from '../output.ts'
import { progressLine } from '../progress.ts'
import { type CaseFormat, caseFormats, renderCases } from '../render/cases.ts'
import { styleFor } from '../render/style.ts'

interface Options {
  readonly filter?: string
  readonly format: CaseFormat
  readonly output?: string
  readonly list?: true
  readonly watch?: true
  readonly new?: string
}

export const testCommand = new Command('test')
  .argument(
    '[names...]',
    'checklists (a built-in one, files or folders), and the items or cases that are meant (default: .)',
  )
  .option('--filter <text>', 'only cases whose name holds this')
  .addOption(new Option('--format <format>', 'how the results are written').choices(caseFormats).default('terminal'))
  .addOption(outputOption('write the results there'))
  .option('--list', 'only show the names of the cases')
  .option('--watch', 'run again whenever a checklist or a case changes')
  .option('--new <case>', 'make the skeleton of a case, such as NET-01/fail-in-a-script')
  .addHelpText(
    'after',
    `
A case is a folder cases/ITEM/VERDICT-WHAT beside the checklist: files under tree/ (dot-x stands for .x), and a
case.yaml with what the item has to come to:

  verdict: fail                  pass, fail, review, not applicable or undecided
  places: [client.py:3]          of the findings, in their order
  messages: [without TLS]        parts of what the findings say
  facts: {sbom: sbom.json}       files beside it that are given with --facts
  untracked, modes, links, scan  files git does not have, permission bits and links by path, the folder to scan

Exit codes: 0 everything came out as expected; 1 something did not; 2 the cases could not be run, or there are
            none; 3 none of them was chosen.

Examples:
  proviso test policies
  proviso test our.checklist NET-01 --watch
  proviso test wazuh-integration --format junit --output cases.xml
  proviso test our.checklist --new NET-01/fail-in-a-script`,
  )
  .action(async (names: readonly string[], options: Options) => {
    if (options.new !== undefined) await add(names, options.new)
    else if (options.list === true) await list(names, options)
    else if (options.watch === true) await keepRunning(names, options)
    else process.exitCode = await run(names, options)
  })

async function run(names: readonly string[], options: Options): Promise<number> {
  const { askedOf, itemEvaluator, loadSuites } = await import('../cases.ts')
  const started = performance.now()
  const progress = progressLine(process.stderr)
  progress.show('compiling')
  const suites = await loadSuites(askedOf(names), options.filter).finally(() => progress.end())
  for (const suite of suites) await settle(suite, { undone: 'run' })
  const total = suites.reduce((sum, { cases }) => sum + cases.length, 0)
  const results: CaseResult[] = []
  try {
    for (const { cases, checklists } of suites) {
      let done = results.length
      const show = (result: CaseResult) => progress.show(`${++done}/${total} ${result.case.name}`)
      results.push(...(await runCases(cases, itemEvaluator(checklists), show)))
    }
  } finally {
    progress.end()
  }
  const style = styleFor(options.output === undefined ? process.stdout : {})
  await deliver(renderCases(results, performance.now() - started, options.format, style), options.output)
  if (results.length === 0) return exitCode.nothing
  return results.some(({ differences }) => differences.length > 0) ? exitCode.findings : exitCode.clean
}

async function list(names: readonly string[], { filter }: Options): Promise<void> {
  const { askedOf, loadSuites } = await import('../cases.ts')
  const suites = await loadSuites(askedOf(names), filter)
  await writeOut(suites.flatMap(({ cases }) => cases.map(({ name }) => `${name}\n`)).join(''))
}

async function add(names: readonly string[], name: string): Promise<void> {
  const { askedOf, assertItem, suiteEntries } = await import('../cases.ts')
  const suites = suiteEntries(askedOf(names).checklists)
  const roots = [...suites.keys()]
  const [root, another] = roots
  if (root === undefined || another !== undefined) {
    throw new Failure(
      'it is not clear which checklist the case is for',
      `Name one of: ${roots.map(dirname).join(', ')}.`,
    )
  }
  await assertItem(suites.get(root) ?? [], name.split('/')[0] ?? '')
  const folder = newCase(root, name)
  process.stderr.write(`${folder}\nPut its files into ${join(folder, 'tree')}, and what is expected into case.yaml.\n`)
}

/** Milliseconds without a change after which the cases run again: editors write a file in several steps. */
const quiet = 100

/** Until somebody ends it. A mistake in a checklist is shown, and waits for the next change. */
async function keepRunning(names: readonly string[], options: Options): Promise<never> {
  const { askedOf, watchedFolders } = await import('../cases.ts')
  const { cases, sources } = await watchedFolders(askedOf(names).checklists)
  let waiting: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const again = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      running = running.then(() => runOnce(names, options))
    }, quiet)
  }
  await runOnce(names, options)
  for (const folder of cases) watch(folder, { recursive: true }, again)
  for (const folder of sources) watch(folder, again)
  return new Promise(() => {})
}

async function runOnce(names: readonly string[], options: Options): Promise<void> {
  try {
    await run(names, options)
  } catch (error) {
    if (!(error instanceof Failure || error instanceof CaseError)) throw error
    process.stderr.write(`proviso: ${error.message}\n`)
  }
  process.stderr.write('waiting for changes; Ctrl-C ends\n')
}

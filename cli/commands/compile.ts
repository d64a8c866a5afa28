/** `proviso compile`: writes what a checklist compiles to. */
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import type { Compiled } from '../../compiler/pipeline.ts'
import { compiledFiles } from '../assets.ts'
import { loadCompiled } from '../checklists.ts'
import { exitCode, Failure } from '../failure.ts'
import { compileFromPlan } from '../from-plan.ts'
import { settle } from '../mistakes.ts'
import { diagnosticsFormatOption } from '../options.ts'
import { writeOut, writeWhole } from '../output.ts'
import { type DiagnosticFormat, diagnosticsText } from '../render/diagnostics.ts'

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

/** What can be written: the file, and what stands in it. */
const targets = {
  rego: [compiledFiles.rego, ({ rego }: Compiled) => rego],
  wasm: [compiledFiles.module, ({ module }: Compiled) => module],
  plan: [compiledFiles.plan, ({ plan }: Compiled) => json(plan)],
  extraction: [compiledFiles.extraction, ({ extraction }: Compiled) => json(extraction)],
  items: [compiledFiles.items, ({ items }: Compiled) => json(items)],
} as const
type Target = keyof typeof targets
const allTargets = Object.keys(targets) as readonly Target[]

interface Options {
  readonly output: string
  readonly target: readonly Target[]
  readonly fromPlan?: string
  readonly format: DiagnosticFormat
}

export const compileCommand = new Command('compile')
  .argument('[checklist]', 'a built-in checklist, a file or a folder')
  .requiredOption('--output <folder>', 'where the files go; several checklists get a folder each')
  .option(
    '--target <target>',
    `only one of what is written: ${allTargets.join(', ')}; may be given again`,
    (value: string, before: readonly Target[]) => [...before, targetOf(value)],
    [],
  )
  .option('--from-plan <file>', 'instead of a checklist: a plan that opa build -t plan made')
  .addOption(diagnosticsFormatOption())
  .addHelpText(
    'after',
    `
Writes ${Object.values(compiledFiles).join(', ')}.

Exit codes: 0 everything is written; 2 the checklist has mistakes, or a file could not be written.

Examples:
  proviso compile wazuh-integration --output build
  opa eval --data build/policy.rego --input facts.json data.proviso.wazuh_integration.result
  proviso compile wazuh-integration --target rego --output policy
  conftest test facts.json --policy policy --all-namespaces
  proviso compile --from-plan plan.json --output build`,
  )
  .action(async (checklist: string | undefined, { output, target, fromPlan, format }: Options) => {
    if ((checklist === undefined) === (fromPlan === undefined)) {
      throw new Failure('compile takes a checklist, or --from-plan and a file', 'See proviso compile --help.')
    }
    if (fromPlan !== undefined) await compileFromPlan(fromPlan, output)
    if (checklist === undefined) return
    const loaded = await loadCompiled([checklist])
    await settle(loaded, { undone: 'written', format })
    if (format !== 'terminal') await writeOut(diagnosticsText(loaded, format, false))
    const { checklists } = loaded
    for (const compiled of checklists) {
      const folder = checklists.length === 1 ? output : join(output, compiled.items.id)
      for (const each of target.length === 0 ? allTargets : target) {
        const [file, content] = targets[each]
        writeWhole(join(folder, file), content(compiled))
      }
      process.stderr.write(`${compiled.items.id} ${compiled.items.version}: ${folder}\n`)
    }
    process.exitCode = exitCode.clean
  })

function targetOf(value: string): Target {
  const found = allTargets.find((target) => target === value)
  if (found === undefined) throw new InvalidArgumentError(`It has to be one of ${allTargets.join(', ')}.`)
  return found
}

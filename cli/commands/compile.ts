/** `proviso compile`: writes what a checklist compiles to. */
import { join } from 'node:path'
import { Command } from 'commander'
import { compiledFiles } from '../assets.ts'
import { loadCompiled } from '../checklists.ts'
import { exitCode, Failure } from '../failure.ts'
import { compileFromPlan } from '../from-plan.ts'
import { settle } from '../mistakes.ts'
import { diagnosticsFormatOption } from '../options.ts'
import { writeOut, writeWhole } from '../output.ts'
import { type DiagnosticFormat, diagnosticsText } from '../render/diagnostics.ts'

interface Options {
  readonly output: string
  readonly fromPlan?: string
  readonly format: DiagnosticFormat
}

export const compileCommand = new Command('compile')
  .description('Compile a checklist to Rego, an OPA plan and a WASM module.')
  .argument('[checklist]', 'a built-in checklist, a file or a folder')
  .requiredOption('--output <folder>', 'where the files go; several checklists get a folder each')
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
  proviso compile --from-plan plan.json --output build`,
  )
  .action(async (checklist: string | undefined, { output, fromPlan, format }: Options) => {
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
      const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
      writeWhole(join(folder, compiledFiles.rego), compiled.rego)
      writeWhole(join(folder, compiledFiles.plan), json(compiled.plan))
      writeWhole(join(folder, compiledFiles.module), compiled.module)
      writeWhole(join(folder, compiledFiles.extraction), json(compiled.extraction))
      writeWhole(join(folder, compiledFiles.items), json(compiled.items))
      process.stderr.write(`${compiled.items.id} ${compiled.items.version}: ${folder}\n`)
    }
    process.exitCode = exitCode.clean
  })

/** `proviso compile`: writes what a checklist compiles to. */
import { join } from 'node:path'
import { Command } from 'commander'
import { hasErrors } from '../../compiler/index.ts'
import { compiledFiles } from '../assets.ts'
import { loadCompiled } from '../checklists.ts'
import { exitCode, Failure } from '../failure.ts'
import { writeWhole } from '../output.ts'
import { countDiagnostics, showDiagnostics } from '../render/diagnostics.ts'

export const compileCommand = new Command('compile')
  .description('Compile a checklist to Rego, an OPA plan and a WASM module.')
  .argument('<checklist>', 'a built-in checklist, a file or a folder')
  .requiredOption('--output <folder>', 'where the files go; several checklists get a folder each')
  .addHelpText(
    'after',
    `
Writes ${Object.values(compiledFiles).join(', ')}.

Examples:
  proviso compile wazuh-integration --output build
  opa eval --data build/policy.rego --input facts.json data.proviso.wazuh_integration.result`,
  )
  .action(async (checklist: string, { output }: { readonly output: string }) => {
    const { checklists, diagnostics, sources } = await loadCompiled([checklist])
    showDiagnostics(diagnostics, sources)
    if (hasErrors(diagnostics)) {
      throw new Failure(`the checklist has ${countDiagnostics(diagnostics)}, so nothing was written`)
    }
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

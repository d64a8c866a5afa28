/** `proviso facts`: prints the facts document of a repository. */
import { Command } from 'commander'
import { hasErrors } from '../../compiler/index.ts'
import { extractFacts } from '../../runtime/facts/index.ts'
import { loadReady } from '../checklists.ts'
import { exitCode, Failure } from '../failure.ts'
import { writeOut, writeWhole } from '../output.ts'
import { progressLine } from '../progress.ts'
import { countDiagnostics, showDiagnostics } from '../render/diagnostics.ts'

interface Options {
  readonly checklist: readonly string[]
  readonly output?: string
}

export const factsCommand = new Command('facts')
  .description('Print the facts of a repository, as JSON.')
  .argument('[folder]', 'the repository, or a folder of it', '.')
  .option(
    '--checklist <name>',
    'only the facts that this checklist asks for; may be given again',
    (value: string, before: readonly string[]) => [...before, value],
    [],
  )
  .option('--output <file>', 'write them there')
  .addHelpText(
    'after',
    `
Examples:
  proviso facts . | jq '.call[] | .callee'
  proviso facts . --checklist wazuh-integration --output facts.json`,
  )
  .action(async (folder: string, { checklist, output }: Options) => {
    const loaded = checklist.length === 0 ? undefined : await loadReady(checklist)
    showDiagnostics(loaded?.diagnostics ?? [], loaded?.sources ?? [])
    if (loaded !== undefined && hasErrors(loaded.diagnostics)) {
      throw new Failure(`the checklist has ${countDiagnostics(loaded.diagnostics)}, so nothing was extracted`)
    }
    const progress = progressLine(process.stderr)
    const plans = loaded?.checklists.map(({ extraction }) => extraction)
    const onProgress = ({ done, total, path }: { done: number; total: number; path: string }) =>
      progress.show(`${done}/${total} ${path}`)
    const { bytes } = await extractFacts(folder, plans, { onProgress }).finally(() => progress.end())
    if (output === undefined) await writeOut(bytes)
    else writeWhole(output, bytes)
    process.exitCode = exitCode.clean
  })

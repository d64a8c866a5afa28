/** `proviso facts`: prints the facts document of a repository. */
import { Command } from 'commander'
import { loadReady } from '../checklists.ts'
import { exitCode } from '../failure.ts'
import { settle } from '../mistakes.ts'
import { collect, outputOption } from '../options.ts'
import { deliver } from '../output.ts'
import { progressLine } from '../progress.ts'

interface Options {
  readonly checklist: readonly string[]
  readonly output?: string
}

export const factsCommand = new Command('facts')
  .description('Print the facts of a repository, as JSON.')
  .argument('[folder]', 'the repository, or a folder of it', '.')
  .option('--checklist <name>', 'only the facts that this checklist asks for; may be given again', collect, [])
  .addOption(outputOption('write them there'))
  .addHelpText(
    'after',
    `
Exit codes: 0 the facts are written; 2 they could not be extracted.

Examples:
  proviso facts . | jq '.call[] | .callee'
  proviso facts . --checklist wazuh-integration --output facts.json`,
  )
  .action(async (folder: string, { checklist, output }: Options) => {
    const loaded = checklist.length === 0 ? undefined : await loadReady(checklist)
    if (loaded !== undefined) await settle(loaded, { undone: 'extracted' })
    const { extractFacts } = await import('../../runtime/facts/index.ts')
    const progress = progressLine(process.stderr)
    const plans = loaded?.checklists.map(({ extraction }) => extraction)
    const onProgress = ({ done, total, path }: { done: number; total: number; path: string }) =>
      progress.show(`${done}/${total} ${path}`)
    const { bytes } = await extractFacts(folder, plans, { onProgress }).finally(() => progress.end())
    await deliver(bytes, output)
    process.exitCode = exitCode.clean
  })

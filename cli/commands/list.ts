/** `proviso list`: the items of checklists, with what is said of them. */
import { Command, Option } from 'commander'
import { diagnosticsJson } from '../../compiler/index.ts'
import { loadTyped } from '../checklists.ts'
import { exitCode } from '../failure.ts'
import { settle } from '../mistakes.ts'
import { outputOption } from '../options.ts'
import { deliver } from '../output.ts'
import { type ListFormat, listFormats, listJson, renderList } from '../render/list.ts'
import { styleFor } from '../render/style.ts'

interface Options {
  readonly format: ListFormat
  readonly output?: string
}

export const listCommand = new Command('list')
  .argument('<checklists...>', 'built-in checklists, files or folders')
  .addOption(new Option('--format <format>', 'how the list is written').choices(listFormats).default('table'))
  .addOption(outputOption('write the list there'))
  .addHelpText(
    'after',
    `
Exit codes: 0 the list is written; 2 a checklist has mistakes, or the list could not be written.

Examples:
  proviso list wazuh-integration
  proviso list policies --format markdown --output items.md
  proviso list our.checklist --format json | jq -r '.checklists[].items[].id'`,
  )
  .action(async (names: readonly string[], { format, output }: Options) => {
    const loaded = await loadTyped(names)
    await settle(loaded, { undone: 'listed', output, ...(format === 'json' ? { format } : {}) })
    const { checklists } = loaded
    const style = styleFor(output === undefined ? process.stdout : {})
    const text =
      format === 'json'
        ? listJson(checklists, diagnosticsJson(loaded.diagnostics, loaded.sources))
        : renderList(checklists, format, style)
    await deliver(text, output)
    process.exitCode = exitCode.clean
  })

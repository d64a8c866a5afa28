/** `proviso docs`: one page that explains a checklist to those who have to keep to it. */
import { Command, Option } from 'commander'
import { loadTyped } from '../checklists.ts'
import { htmlPage } from '../docs/html.ts'
import { markdownPage } from '../docs/markdown.ts'
import { pageOf } from '../docs/page.ts'
import { exitCode, Failure } from '../failure.ts'
import { settle } from '../mistakes.ts'
import { outputOption } from '../options.ts'
import { deliver } from '../output.ts'

const formats = ['markdown', 'html'] as const

interface Options {
  readonly format: (typeof formats)[number]
  readonly output?: string
}

export const docsCommand = new Command('docs')
  .argument('<checklist>', 'a built-in checklist, a file or a folder that holds one')
  .addOption(new Option('--format <format>', 'how the page is written').choices(formats).default('markdown'))
  .addOption(outputOption('write the page there'))
  .addHelpText(
    'after',
    `
Exit codes: 0 the page is written; 2 the checklist has mistakes, or the page could not be written.

Examples:
  proviso docs wazuh-integration
  proviso docs our.checklist --format html --output our.html`,
  )
  .action(async (name: string, { format, output }: Options) => {
    const loaded = await loadTyped([name])
    await settle(loaded, { undone: 'written' })
    const [checklist, another] = loaded.checklists
    if (checklist === undefined || another !== undefined) {
      throw new Failure(`a page is about one checklist, and ${name} has ${loaded.checklists.length}`, 'Name the file.')
    }
    const page = pageOf(checklist)
    await deliver(format === 'html' ? htmlPage(page) : markdownPage(page), output)
    process.exitCode = exitCode.clean
  })

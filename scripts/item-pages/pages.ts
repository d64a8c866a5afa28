/** All pages of `docs/items/`, from the checklist and its cases alone. */
import { join } from 'node:path'
import { defaultChecklist, loadTyped } from '../../cli/checklists.ts'
import { code, link, list } from '../../cli/docs/markdown.ts'
import { pageOf } from '../../cli/docs/page.ts'
import { assert } from '../../compiler/index.ts'
import { readCases } from '../../runtime/cases/index.ts'
import { itemPage } from './page.ts'

const root = join(import.meta.dirname, '../..')

export const pagesFolder = join(root, 'docs/items')

/** Markdown by file name. */
export async function itemPages(): Promise<ReadonlyMap<string, string>> {
  const { checklists } = await loadTyped([defaultChecklist])
  const [checklist] = checklists
  assert(checklist !== undefined, `the checklist ${defaultChecklist} has no mistakes`)
  const cases = readCases(join(root, 'policies', checklist.id, 'cases'))
  const page = pageOf(checklist)
  const pages = new Map<string, string>()
  const contents: string[] = [`# ${page.title}`, `\`${page.id}\` ${page.version}`]
  for (const { heading, items } of page.sections) {
    contents.push(`## ${heading?.title ?? page.title}`)
    contents.push(
      ...list(
        items.map(({ id, title, severity }) => `${link({ text: `${id}: ${title}`, url: `${id}.md` })} (${severity})`),
      ),
    )
    for (const item of items) {
      const typed = checklist.items.find(({ id }) => id === item.id)
      assert(typed !== undefined, `${item.id} is an item of the checklist`)
      const own = cases.filter((each) => each.item === item.id)
      pages.set(`${item.id}.md`, itemPage(checklist, typed, item, own))
    }
  }
  contents.push(`The examples are the shortest of each item’s cases in ${code(`policies/${page.id}/cases`)}.`)
  return pages.set('README.md', `${contents.join('\n\n')}\n`)
}

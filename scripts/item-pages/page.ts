/** The page of one item: what it asks for and why, how it is decided, examples, and what to do about a finding. */
import { escaped, link, list, paragraphs, rank, sentence, termBlocks } from '../../cli/docs/markdown.ts'
import type { PageItem } from '../../cli/docs/page.ts'
import { termsOf } from '../../cli/docs/terms.ts'
import { headings, waiving } from '../../cli/docs/wording.ts'
import { code as marked } from '../../cli/docs/words/marks.ts'
import { inWords } from '../../cli/docs/words/nouns.ts'
import { kinds, type TypedChecklist, type TypedItem } from '../../compiler/index.ts'
import type { Case } from '../../runtime/cases/index.ts'
import { examplesOf } from './examples.ts'

export function itemPage(checklist: TypedChecklist, typed: TypedItem, item: PageItem, cases: readonly Case[]): string {
  const sentences = [...(item.applies === undefined ? [] : [item.applies]), ...item.checks, ...item.questions]
  const part = (heading: string, blocks: readonly string[]) => (blocks.length === 0 ? [] : [`## ${heading}`, ...blocks])
  const blocks = [
    `# ${item.id}: ${escaped(item.title)}`,
    rank(item),
    ...part(headings.rationale, paragraphs(item.rationale ?? '')),
    ...part(headings.checks, [
      ...(item.applies === undefined ? [] : [sentence(item.applies)]),
      ...list([...item.checks, ...item.questions].map(sentence)),
    ]),
    ...part(
      'From which facts',
      list(typed.needs.map((kind) => `**${escaped(inWords(kind))}**: ${escaped(kinds[kind].about)}`)),
    ),
    ...examplesOf(cases),
    ...part(headings.fixes, list(item.fixes.map(escaped))),
    ...part(headings.waive, list(waiving(item, marked).map(sentence))),
    ...part(headings.references, list(item.references.map(link))),
    ...termBlocks({ terms: termsOf({ ...checklist, items: [typed] }, sentences) }),
  ]
  return `${blocks.join('\n\n')}\n`
}

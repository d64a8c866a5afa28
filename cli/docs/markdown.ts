/** The page of a checklist as Markdown. */
import type { Page, PageItem, Reference } from './page.ts'
import { headings, material, waiving } from './wording.ts'
import { code as marked, shown } from './words/marks.ts'
import { inWords } from './words/nouns.ts'

export function markdownPage(page: Page): string {
  const blocks = [
    `# ${escaped(page.title)}`,
    `\`${page.id}\` ${page.version}`,
    ...paragraphs(page.about),
    material,
    ...page.sections.flatMap(({ heading, items }) => [
      ...(heading === undefined ? [] : [`## ${escaped(`${heading.id}: ${heading.title}`)}`]),
      ...items.flatMap((item) => itemBlocks(item, heading === undefined ? '##' : '###')),
    ]),
    ...parameterBlocks(page),
    ...termBlocks(page),
  ]
  return `${blocks.join('\n\n')}\n`
}

function itemBlocks(item: PageItem, level: string): readonly string[] {
  const part = (heading: string, blocks: readonly string[]) =>
    blocks.length === 0 ? [] : [`**${heading}**`, ...blocks]
  return [
    `${level} ${item.id}: ${escaped(item.title)}`,
    rank(item),
    ...part(headings.checks, [
      ...(item.applies === undefined ? [] : [sentence(item.applies)]),
      ...list([...item.checks, ...item.questions].map(sentence)),
    ]),
    ...part(headings.rationale, paragraphs(item.rationale ?? '')),
    ...part(headings.fixes, list(item.fixes.map(escaped))),
    ...part(headings.waive, list(waiving(item, marked).map(sentence))),
    ...part(headings.references, list(item.references.map(link))),
  ]
}

export const link = ({ text, url }: Reference): string =>
  url === undefined ? escaped(text) : `[${escaped(text)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`

export function rank({ severity, confidence, was }: PageItem): string {
  const parts = [
    `**Severity:** ${severity}`,
    ...(confidence === 'high' ? [] : [`**Confidence:** ${confidence}`]),
    ...(was.length === 0 ? [] : [`**Formerly:** ${was.join(', ')}`]),
  ]
  return parts.join(' · ')
}

function parameterBlocks({ parameters }: Page): readonly string[] {
  if (parameters.length === 0) return []
  const rows = parameters.map(({ name, type, value, about }) =>
    [code(name), type, code(JSON.stringify(value)), escaped(about)]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  )
  return [
    `## ${headings.parameters}`,
    ['| name | type | value | what it is |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n'),
  ]
}

export function termBlocks({ terms }: Pick<Page, 'terms'>): readonly string[] {
  if (terms.length === 0) return []
  return [
    `## ${headings.terms}`,
    ...list(terms.map(({ name, meanings }) => `**${escaped(name)}**: ${meanings.map(sentence).join(' ')}`)),
  ]
}

/** A tight list, as one block; none for no lines. */
export const list = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')]

export const paragraphs = (text: string): readonly string[] =>
  text.split(/\n\s*\n/).flatMap((paragraph) => (paragraph.trim() === '' ? [] : [escaped(paragraph.trim())]))

/** A marked sentence. */
export const sentence = (text: string): string =>
  shown(text, { text: escaped, term: (words) => `*${escaped(inWords(words))}*`, code })

export const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&')

/** With as many backticks around it as the text does not hold. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`
}

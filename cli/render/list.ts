/** The items of checklists as a table for people, as a Markdown table, and as JSON. */
import type { DiagnosticJson, TypedChecklist, TypedItem } from '../../compiler/index.ts'
import { count } from './diagnostics.ts'
import { type Style, visible } from './style.ts'

export const listFormats = ['table', 'markdown', 'json'] as const
export type ListFormat = (typeof listFormats)[number]

export function renderList(
  checklists: readonly TypedChecklist[],
  format: Exclude<ListFormat, 'json'>,
  style: Style,
): string {
  const render = { table, markdown }[format]
  return `${checklists.map((checklist) => render(checklist, style)).join('\n\n')}\n`
}

/** The metadata of items, without what is checked: `proviso docs` says that in words, `proviso compile` in code. */
export function listJson(checklists: readonly TypedChecklist[], diagnostics: readonly DiagnosticJson[]): string {
  const listed = checklists.map(({ id, version, title, about, parameters, items }) => ({
    id,
    version,
    title,
    about,
    parameters,
    items: items.map((item) => {
      const { id: itemId, title: itemTitle, section, severity, confidence, tags, see, rationale, was, line } = item
      const fixes = [...new Set(item.checks.flatMap(({ fix }) => fix ?? []))]
      const counts = { checks: item.checks.length, reviews: item.reviews.length }
      return {
        id: itemId,
        title: itemTitle,
        section,
        severity,
        confidence,
        tags,
        see,
        rationale,
        fixes,
        was,
        ...counts,
        line,
      }
    }),
  }))
  return `${JSON.stringify({ checklists: listed, diagnostics }, undefined, 2)}\n`
}

function table(checklist: TypedChecklist, style: Style): string {
  const { id, version, title, items } = checklist
  const rows = items.map((item) => [item.id, item.severity, item.tags.join(' '), item.title])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)))
  const paint: Readonly<Record<TypedItem['severity'], Style['bad']>> = {
    critical: style.bad,
    high: style.bad,
    medium: style.doubtful,
    low: style.faint,
    info: style.faint,
  }
  const lines = items.flatMap((item, index) => {
    const [name = '', severity = '', tags = ''] = (rows[index] ?? []).map((cell, column) =>
      cell.padEnd(widths[column] ?? 0),
    )
    const line = `${style.strong(name)}  ${paint[item.severity](severity)}  ${style.faint(tags)}  ${visible(item.title)}`
    const heading = item.section?.id === items[index - 1]?.section?.id ? undefined : item.section
    return [...(heading === undefined ? [] : ['', style.accent(visible(heading.title))]), line]
  })
  return [
    `${style.strong(visible(title))} ${style.faint(`${id} ${version}, ${count(items.length, 'item')}`)}`,
    ...lines,
  ].join('\n')
}

function markdown({ id, version, title, items }: TypedChecklist): string {
  const cell = (text: string) => text.replace(/[\\`*_[\]<>|]/g, '\\$&').replaceAll('\n', ' ')
  return [
    `## ${cell(title)}`,
    '',
    `\`${id}\` ${version}`,
    '',
    '| item | severity | title | references |',
    '|---|---|---|---|',
    ...items.map((item) => `| ${item.id} | ${item.severity} | ${cell(item.title)} | ${cell(item.tags.join(', '))} |`),
  ].join('\n')
}

/** What is extracted, and what became of one file, for people to read. */
import type { Demanded, Explanation } from '../../runtime/facts/index.ts'
import { visible } from './style.ts'

export function renderDemanded({ kinds, probes, linkers }: Demanded): string {
  const lines = kinds.flatMap(({ kind, asked, extractors, selections }) => [
    `${kind}${asked ? '' : ' (only to link)'}${extractors.length === 0 ? '' : `, by ${extractors.join(', ')}`}`,
    ...selections.map((selection) => `  ${selection}`),
  ])
  if (probes.length > 0) lines.push('paths that are asked about', ...probes.map((probe) => `  ${probe}`))
  if (linkers.length > 0) lines.push('linked by', ...linkers.map((linker) => `  ${linker}`))
  return `${lines.join('\n')}\n`
}

export function renderExplanation(explanation: Explanation): string {
  const path = visible(explanation.path)
  if (explanation.kind === 'unlisted') return `${path} ${visible(explanation.reason)}.\n`
  const { size, tracked, language, role, roleSign, copySign, generated, reason, found, gaps } = explanation
  const rows: readonly (readonly [name: string, text: string | undefined])[] = [
    ['size', `${size} bytes`],
    ['tracked', tracked ? 'yes' : 'no'],
    ['language', language],
    ['role', `${role}, by ${roleSign}`],
    ['copy', copySign],
    ['generated', generated ? 'yes' : undefined],
    ['opened', `${explanation.opened ? 'yes' : 'no'}. ${reason}`],
    ...found.map(({ extractor, kind, count }) => ['found', `${count} ${kind}, by ${extractor}`] as const),
    ...gaps.map((gap) => ['undecided', `It ${gap.reason}: ${gap.kinds.join(', ')}`] as const),
  ]
  const shown = rows.flatMap(([name, text]) => (text === undefined ? [] : [`  ${name.padEnd(11)}${visible(text)}`]))
  return `${[path, ...shown].join('\n')}\n`
}

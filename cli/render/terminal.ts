/** A report for a person at a terminal: what needs attention first, with its code, then what does not, then the count. */
import { unreachable } from '../../compiler/index.ts'
import type { ChecklistReport, Finding, ItemReport, Report, Verdict } from '../../runtime/results/model.ts'
import { codeFrame } from './frame.ts'
import { type Style, visible } from './style.ts'

/** Findings of an item that are shown in full; the rest is counted. */
const mostFindings = 10

export function renderTerminal(report: Report, style: Style): string {
  const parts = report.checklists.flatMap((checklist) => [
    heading(checklist, report, style),
    ...body(checklist, report, style),
  ])
  return `${[...parts, ...unreadPart(report, style), summary(report, style)].join('\n\n')}\n`
}

function heading(checklist: ChecklistReport, report: Report, style: Style): string {
  const revision = report.repository.revision === undefined ? '' : ` at ${report.repository.revision.slice(0, 12)}`
  return [
    style.strong(`${checklist.title} ${checklist.version}`),
    style.faint(visible(`${report.repository.folder}${revision}, ${count(report.repository.files, 'file')}`)),
    ...report.repository.notes.map((note) => style.doubtful(visible(note))),
  ].join('\n')
}

const attention: readonly Verdict[] = ['fail', 'undecided', 'review']

function body(checklist: ChecklistReport, report: Report, style: Style): readonly string[] {
  const shown = attention.flatMap((verdict) => checklist.items.filter((item) => item.verdict === verdict))
  const quiet = (verdict: Verdict, label: string) => {
    const items = checklist.items.filter((item) => item.verdict === verdict)
    return items.length === 0 ? [] : [`${style.faint(label)} ${items.map((item) => item.item.id).join(' ')}`]
  }
  const rest = [...quiet('pass', 'passed        '), ...quiet('not applicable', 'not applicable')]
  return [...shown.map((item) => renderItem(item, report, style)), ...(rest.length > 0 ? [rest.join('\n')] : [])]
}

function renderItem(report: ItemReport, whole: Report, style: Style): string {
  const { id, title, severity } = report.item
  const mark = verdictMark(report.verdict, style)
  const head = `${mark} ${style.strong(id)} ${title} ${style.faint(`(${severity})`)}`
  return [head, ...details(report, whole, style).map((line) => (line === '' ? '' : `    ${line}`))].join('\n')
}

function verdictMark(verdict: Verdict, style: Style): string {
  switch (verdict) {
    case 'fail':
      return style.bad('FAIL     ')
    case 'undecided':
      return style.doubtful('UNDECIDED')
    case 'review':
      return style.accent('REVIEW   ')
    case 'pass':
      return style.good('PASS     ')
    case 'not applicable':
      return style.faint('N/A      ')
    default:
      return unreachable(verdict)
  }
}

function details(report: ItemReport, whole: Report, style: Style): readonly string[] {
  switch (report.verdict) {
    case 'fail':
      return report.checks.flatMap((check) => {
        const shown = check.findings.slice(0, mostFindings)
        const hidden = check.matched - shown.length
        const fixes = new Set(check.findings.flatMap((finding) => finding.fix ?? []))
        return [
          ...shown.flatMap((finding) => renderFinding(finding, whole, style)),
          ...(hidden > 0 ? [style.faint(`… and ${hidden} more`)] : []),
          ...[...fixes].map((fix) => `${style.good('fix:')} ${fix}`),
        ]
      })
    case 'undecided':
      return distinct(
        report.undecided.map(({ reason, path }) => visible(path === undefined ? reason : `${path} ${reason}`)),
      )
    case 'review':
      return report.reviews.flatMap(({ question, evidence }) => [
        visible(question),
        ...evidence.slice(0, mostFindings).map(({ at }) => style.faint(visible(`${at.path}:${at.line}:${at.column}`))),
      ])
    default:
      return []
  }
}

/** Several checks may be undecided for one reason. */
const distinct = (lines: readonly string[]): readonly string[] => [...new Set(lines)]

function renderFinding(finding: Finding, whole: Report, style: Style): readonly string[] {
  const { at } = finding
  const source = finding.missing ? undefined : whole.sources.get(at.path)
  const where = finding.missing ? at.path : `${at.path}:${at.line}:${at.column}`
  const related = finding.related.map((place) =>
    style.faint(visible(`see also ${place.path}:${place.line}:${place.column}`)),
  )
  return [
    `${style.accent(visible(where))} ${visible(finding.message)}`,
    ...(source === undefined ? [] : codeFrame(source, at, style).map((line) => `  ${line}`)),
    ...related,
  ]
}

function unreadPart(report: Report, style: Style): readonly string[] {
  if (report.unread.length === 0) return []
  const lines = report.unread.slice(0, mostFindings).map(({ path, reason }) => `    ${visible(`${path} ${reason}`)}`)
  const hidden = report.unread.length - lines.length
  const more = hidden > 0 ? [style.faint(`    … and ${hidden} more`)] : []
  return [[style.doubtful('Could not be read:'), ...lines, ...more].join('\n')]
}

function summary(report: Report, style: Style): string {
  const items = report.checklists.flatMap((checklist) => checklist.items)
  const having = (verdict: Verdict) => items.filter((item) => item.verdict === verdict).length
  const findings = items.flatMap((item) => item.checks).reduce((sum, check) => sum + check.matched, 0)
  const part = (number: number, text: string, paint: Style['bad']) =>
    number === 0 ? style.faint(`0 ${text}`) : paint(`${number} ${text}`)
  return [
    style.strong(`${count(items.length, 'item')}:`),
    [
      part(having('pass'), 'passed', style.good),
      part(having('fail'), `failed${findings > 0 ? ` (${count(findings, 'finding')})` : ''}`, style.bad),
      part(having('review'), 'to review', style.accent),
      part(having('not applicable'), 'not applicable', style.faint),
      part(having('undecided'), 'undecided', style.doubtful),
    ].join(', '),
  ].join(' ')
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

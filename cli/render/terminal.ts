/** A report for a person at a terminal: what needs attention first, with its code, then what does not, then the count. */
import { type Place, unreachable } from '../../compiler/index.ts'
import type { ChecklistReport, Finding, ItemReport, Reason, Report, Verdict } from '../../runtime/results/model.ts'
import { codeFrame, linesToShow } from './frame.ts'
import { oneLine, type Style, visible } from './style.ts'

/** Findings of a check, places of a question and unread files that are shown; the rest is counted. */
const fewest = 10

/** How a report is shown: with `most` of what may be many. */
interface View extends Style {
  readonly most: number
  /** The lines of a file, by its path; findings stand in the same few files. */
  readonly linesOf: (path: string) => readonly string[] | undefined
}

export interface Detail {
  /** Everything is shown, however long it gets. */
  readonly verbose?: boolean
}

export function renderTerminal(report: Report, style: Style, { verbose = false }: Detail = {}): string {
  const most = verbose ? Number.POSITIVE_INFINITY : fewest
  const view = { ...style, most, linesOf: linesOf(report.sources) }
  const parts = report.checklists.flatMap((checklist) => [
    heading(checklist, report, view),
    ...(checklist.items.length === 0 ? [view.faint('No item of this checklist was chosen.')] : body(checklist, view)),
  ])
  return `${[...parts, ...unreadPart(report, view), summary(report, view)].join('\n\n')}\n`
}

function linesOf(sources: Report['sources']): View['linesOf'] {
  const known = new Map<string, readonly string[]>()
  return (path) => {
    const source = sources.get(path)
    const lines = known.get(path) ?? (source === undefined ? undefined : linesToShow(source))
    if (lines !== undefined) known.set(path, lines)
    return lines
  }
}

/** What stands for what is not shown; `more` may also be what nobody has, because a limit was set. */
function moreLine(all: number, shown: number, given: number, view: View): readonly string[] {
  if (all === shown) return []
  const how = given < all ? '--limit and --verbose' : '--verbose'
  return [view.faint(`… and ${all - shown} more; ${how} to see them`)]
}

function heading(checklist: ChecklistReport, report: Report, style: Style): string {
  const revision = report.repository.revision === undefined ? '' : ` at ${report.repository.revision.slice(0, 12)}`
  return [
    style.strong(`${checklist.title} ${checklist.version}`),
    style.faint(visible(`${report.repository.folder}${revision}, ${count(report.repository.files, 'file')}`)),
    ...leftOutLine(report, style),
    ...report.repository.notes.map((note) => style.doubtful(visible(note))),
  ].join('\n')
}

function leftOutLine({ repository: { leftOut } }: Report, style: Style): readonly string[] {
  const parts = Object.entries(leftOut).flatMap(([what, number]) => {
    const word = what === 'tests' && number === 1 ? 'test' : what
    return number === 0 ? [] : [`${number} ${word}`]
  })
  return parts.length === 0 ? [] : [style.faint(`left out: ${parts.join(', ')}`)]
}

const attention: readonly Verdict[] = ['fail', 'undecided', 'review']

function body(checklist: ChecklistReport, style: View): readonly string[] {
  const shown = attention.flatMap((verdict) => checklist.items.filter((item) => item.verdict === verdict))
  const quiet = (label: string, isMeant: (item: ItemReport) => boolean) => {
    const items = checklist.items.filter(isMeant)
    return items.length === 0 ? [] : [`${style.faint(label)} ${items.map((item) => item.item.id).join(' ')}`]
  }
  const rest = [
    ...quiet('passed                   ', (item) => item.verdict === 'pass' && lookedAt(item) > 0),
    ...quiet('passed, none in question ', (item) => item.verdict === 'pass' && lookedAt(item) === 0),
    ...quiet('not applicable           ', (item) => item.verdict === 'not applicable'),
  ]
  return [...shown.map((item) => renderItem(item, style)), ...(rest.length > 0 ? [rest.join('\n')] : [])]
}

/** How many facts came into question for the checks of an item: of what must not be there, nothing need be. */
const lookedAt = ({ checks }: ItemReport): number => checks.reduce((sum, { examined }) => sum + examined, 0)

function renderItem(report: ItemReport, style: View): string {
  const { id, title, severity } = report.item
  const mark = verdictMark(report.verdict, style)
  const head = `${mark} ${style.strong(id)} ${title} ${style.faint(`(${severity})`)}`
  return [head, ...details(report, style).map((line) => (line === '' ? '' : `    ${line}`))].join('\n')
}

export function verdictMark(verdict: Verdict, style: Style): string {
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

function details(report: ItemReport, style: View): readonly string[] {
  switch (report.verdict) {
    case 'fail':
      return report.checks.flatMap((check) => {
        const shown = check.findings.slice(0, style.most)
        const fixes = new Set(check.findings.flatMap((finding) => finding.fix ?? []))
        return [
          ...shown.flatMap((finding) => renderFinding(finding, style)),
          ...moreLine(check.total, shown.length, check.findings.length, style),
          ...[...fixes].map((fix) => `${style.good('fix:')} ${fix}`),
        ]
      })
    case 'undecided':
      return reasonLines(report.undecided, style)
    case 'review':
      return report.reviews.flatMap(({ question, evidence }) => {
        const shown = evidence.slice(0, style.most)
        return [
          visible(question),
          ...shown.map(({ at }) => style.faint(visible(`${at.path}:${at.line}:${at.column}`))),
          ...moreLine(evidence.length, shown.length, evidence.length, style),
        ]
      })
    default:
      return []
  }
}

/** A reason that many files share is said once. */
function reasonLines(reasons: readonly Pick<Reason, 'reason' | 'path'>[], view: View): readonly string[] {
  const paths = new Map<string, Set<string>>()
  for (const { reason, path } of reasons) {
    const known = paths.get(reason) ?? new Set()
    paths.set(reason, path === undefined ? known : known.add(path))
  }
  return [...paths].flatMap(([reason, files]) => {
    const [first, ...others] = files
    if (first === undefined) return [visible(reason)]
    if (view.most === Number.POSITIVE_INFINITY) return [...files].map((path) => visible(`${path} ${reason}`))
    const more =
      others.length === 0 ? '' : ` (and so it is with ${count(others.length, 'other file')}; --verbose to see them)`
    return [`${visible(`${first} ${reason}`)}${view.faint(more)}`]
  })
}

function renderFinding(finding: Finding, style: View): readonly string[] {
  const { at } = finding
  const lines = finding.missing ? undefined : style.linesOf(at.path)
  const related = finding.related.map((place) =>
    style.faint(visible(`see also ${place.path}:${place.line}:${place.column}`)),
  )
  // What is missing stands in no line: its place is only where to start.
  const head = finding.missing
    ? `${oneLine(finding.message)} ${style.faint(visible(`(in no line; start in ${at.path})`))}`
    : `${style.accent(visible(`${at.path}:${at.line}:${at.column}`))} ${oneLine(finding.message)}`
  return [
    head,
    ...(lines === undefined ? [] : codeFrame(lines, at, style).map((line) => `  ${line}`)),
    ...passed(finding).map((place) => style.faint(visible(`passes   ${place.path}:${place.line}:${place.column}`))),
    ...related,
  ]
}

/** Where a value passes by on its way, but for where the finding stands. */
const passed = ({ at, way = [] }: Finding): readonly Place[] =>
  way.filter(({ path, line, column }) => path !== at.path || line !== at.line || column !== at.column)

function unreadPart({ unread }: Report, style: View): readonly string[] {
  if (unread.length === 0) return []
  const lines = reasonLines(unread, style).map((line) => `    ${line}`)
  return [[style.doubtful('Could not be read:'), ...lines].join('\n')]
}

function summary(report: Report, style: Style): string {
  const items = report.checklists.flatMap((checklist) => checklist.items)
  const having = (verdict: Verdict) => items.filter((item) => item.verdict === verdict).length
  // Those of an undecided item may turn out to be none, and are not shown.
  const failed = items.filter((item) => item.verdict === 'fail')
  const findings = failed.flatMap((item) => item.checks).reduce((sum, check) => sum + check.total, 0)
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

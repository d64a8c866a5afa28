/** How answers become a report: the module's answer says what depends on facts, the item table all that does not. */
import type {
  Answer,
  CheckAnswer,
  FactsDocument,
  FindingAnswer,
  ItemAnswer,
  ItemTable,
  Place,
} from '../../compiler/index.ts'
import type { ChecklistReport, Finding, ItemEntry, ItemReport, Report, Repository, Unread } from './model.ts'

export interface Evaluated {
  readonly table: Pick<ItemTable, 'id' | 'version' | 'title' | 'items'>
  readonly answer: Answer
}

export interface Scanned {
  readonly repository: Repository
  readonly document: Pick<FactsDocument, 'anchors' | 'undecided'>
}

export function reportOf(
  tool: Report['tool'],
  scanned: Scanned,
  evaluated: readonly Evaluated[],
): Omit<Report, 'sources'> {
  const anchor = scanned.document.anchors.repository ?? nowhere
  return {
    tool,
    repository: scanned.repository,
    checklists: evaluated.map(({ table, answer }) => checklistReport(table, answer, anchor)),
    unread: unreadOf(scanned.document),
  }
}

/** The paths whose texts a view needs. */
export function pathsToShow(report: Omit<Report, 'sources'>): ReadonlySet<string> {
  const items = report.checklists.flatMap((checklist) => checklist.items)
  const findings = items.flatMap((item) => [
    ...item.checks.flatMap((check) => check.findings),
    ...item.reviews.flatMap((review) => review.evidence),
  ])
  return new Set(findings.filter((finding) => !finding.missing).map((finding) => finding.at.path))
}

/** An empty folder has no file that a result could stand in. */
const nowhere: Place = { path: '.', line: 1, column: 1, endLine: 1, endColumn: 1 }

function checklistReport(table: Evaluated['table'], answer: Answer, anchor: Place): ChecklistReport {
  return {
    id: table.id,
    version: table.version,
    title: table.title,
    items: table.items.flatMap((item) => {
      const given = answer.items[item.id]
      return given === undefined ? [] : [itemReport(item, given, anchor)]
    }),
  }
}

function itemReport(item: ItemEntry, answer: ItemAnswer, anchor: Place): ItemReport {
  return {
    item,
    verdict: answer.verdict,
    checks: answer.checks.map((check, index) => {
      const findings = toldOnce(check.findings.map((finding) => findingOf(finding, item, index)))
      return {
        ...check,
        total: totalOf(check, item.checks[index]?.form) - (check.findings.length - findings.length),
        findings,
      }
    }),
    reviews: answer.reviews.map(({ question, evidence }) => ({
      question,
      evidence: evidence.map(({ via = [], ...finding }) => ({
        ...finding,
        ...(via.length === 0 ? {} : { way: [finding.at, ...via] }),
        missing: false,
      })),
    })),
    undecided: answer.undecided,
    anchor: answer.checks.flatMap((check) => check.evidence)[0] ?? anchor,
  }
}

/**
 * A value that reaches what is forbidden in several ways is one thing to mend: what says the same of the same place is told
 * once, by the shortest way, with the places of all.
 */
function toldOnce(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.at, finding.message])
    const other = kept.get(key)
    kept.set(key, other === undefined ? finding : merged(other, finding))
  }
  return [...kept.values()]
}

function merged(one: Finding, other: Finding): Finding {
  const shorter = (other.way?.length ?? 0) < (one.way?.length ?? 0) ? other : one
  return { ...shorter, related: distinct([...one.related, ...other.related]) }
}

/** Where each subject is a finding, all that matched are; what counts its subjects has one finding at most. */
const countsEach = new Set(['no', 'every'])

function totalOf({ matched, findings }: CheckAnswer, form: string | undefined): number {
  return form !== undefined && countsEach.has(form) && findings.length > 0 ? matched : findings.length
}

/** `some` and what counts upward have no subject when they fail: something is missing. */
const asksForMore = new Set(['some', 'at least', 'exactly'])

function findingOf({ at: call, via = [], ...answer }: FindingAnswer, item: ItemEntry, check: number): Finding {
  const { form, outside, whereDone, fix } = item.checks[check] ?? {}
  const done = via.at(-1)
  const isMoved = whereDone === true && done !== undefined
  return {
    ...answer,
    at: isMoved ? done : call,
    related: distinct(answer.related),
    ...(done === undefined ? {} : { way: [call, ...via] }),
    ...(fix === undefined ? {} : { fix }),
    missing: (form !== undefined && asksForMore.has(form)) || (outside === true && isStart(call)),
  }
}

/** The start of a file stands for all of it, or for what has no file: a line that decides something has a width. */
const isStart = ({ line, column, endLine, endColumn }: Place): boolean =>
  line === 1 && column === 1 && endLine === 1 && endColumn === 1

/** Several things that a message names may stand at one place, which is shown once. */
const distinct = (places: readonly Place[]): readonly Place[] => [
  ...new Map(places.map((place) => [JSON.stringify(place), place])).values(),
]

function unreadOf({ undecided }: Scanned['document']): readonly Unread[] {
  const byPath = new Map<string, Set<string>>()
  for (const { path, reason } of undecided) {
    const reasons = byPath.get(path ?? '.') ?? new Set()
    byPath.set(path ?? '.', reasons.add(reason))
  }
  return [...byPath].map(([path, reasons]) => ({ path, reason: [...reasons].join('; ') }))
}

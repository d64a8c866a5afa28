/** What items came to, as SARIF results: findings one each, every other verdict as one result that says why. */

import { type Place, unreachable } from '../compiler/index.ts'
import type { ChecklistReport, Finding, ItemReport, Reason } from '../runtime/results/model.ts'
import type { Fingerprint } from './fingerprints.ts'
import { locationOf } from './locations.ts'
import { ruleId } from './rules.ts'
import { weights } from './severity.ts'
import type { Result } from './types.ts'

type Draft = Pick<Finding, 'at' | 'message' | 'related' | 'way' | 'missing'> & Pick<Result, 'kind'>

export function resultsOf(
  checklist: ChecklistReport,
  report: ItemReport,
  ruleIndex: number,
  fingerprint: Fingerprint,
): readonly Result[] {
  const id = ruleId(checklist, report.item)
  return draftsOf(report).map((draft) => ({
    ruleId: id,
    ruleIndex,
    kind: draft.kind,
    level: draft.kind === 'fail' ? weights[report.item.severity].level : 'none',
    message: { text: sentence(draft.message) },
    locations: [locationOf(draft.at)],
    ...relatedTo(draft),
    ...flowOf(draft),
    partialFingerprints: fingerprint({ ruleId: id, ...draft }),
  }))
}

/** What the message speaks of, and the other end of the way of a value that is handed on. */
function relatedTo({ at, related, way = [] }: Draft): Pick<Result, 'relatedLocations'> {
  const [first = at, last = at] = [way.at(0), way.at(-1)]
  const others = [first, last].filter((end) => ![at, ...related].some((place) => isSame(place, end)))
  const places = [...related, ...others]
  return places.length === 0 ? {} : { relatedLocations: places.map((place, index) => locationOf(place, index + 1)) }
}

const isSame = (one: Place, other: Place): boolean =>
  one.path === other.path && one.line === other.line && one.column === other.column

/** The way of a value that is handed on to where something is done with it. */
function flowOf({ way = [] }: Draft): Pick<Result, 'codeFlows'> {
  if (way.length === 0) return {}
  const locations = way.map((place) => ({ location: locationOf(place) }))
  return { codeFlows: [{ threadFlows: [{ locations }] }] }
}

function draftsOf(report: ItemReport): readonly Draft[] {
  const whole = (kind: Result['kind'], message: string): Draft => ({
    kind,
    message,
    at: report.anchor,
    related: [],
    missing: true,
  })
  switch (report.verdict) {
    case 'fail':
      return report.checks.flatMap((check) => check.findings.map((finding) => ({ ...finding, kind: 'fail' as const })))
    case 'undecided':
      return report.undecided.map((reason) => whole('open', `Undecided: ${told(reason)}`))
    case 'review':
      return report.reviews.map(({ question, evidence: [first, ...others] }) =>
        first === undefined
          ? whole('review', question)
          : { ...first, kind: 'review' as const, related: others.slice(0, 5).map((finding) => finding.at) },
      )
    case 'not applicable':
      return [whole('notApplicable', `Not applicable: there is nothing in the repository that the item speaks of`)]
    case 'pass': {
      const examined = report.checks.reduce((sum, check) => sum + check.examined, 0)
      const related = report.checks.flatMap((check) => check.evidence).slice(0, 5)
      return [{ ...whole('pass', `${report.item.title}: ${examined} examined`), related }]
    }
    default:
      return unreachable(report.verdict)
  }
}

const told = ({ reason, path }: Reason): string => (path === undefined ? reason : `'${path}' ${reason}`)

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

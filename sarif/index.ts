/**
 * A report as a SARIF log: a pure mapping. The profile `audit` has every item's verdict; `github` has only what becomes
 * an alert, since GitHub opens one for every result whatever its kind.
 */
import type { Report } from '../runtime/results/model.ts'
import { fingerprinter } from './fingerprints.ts'
import { locationOf, root } from './locations.ts'
import { resultsOf } from './results.ts'
import { ruleOf, taxonomyOf } from './rules.ts'
import type { Log, Notification, Result, Rule } from './types.ts'

export type { Log } from './types.ts'

export const profiles = ['audit', 'github'] as const
export type Profile = (typeof profiles)[number]

/** GitHub keeps 5,000 results of a run, and does not say which. */
const mostResults = 5000

const unreadable = 0
const leftOut = 1
const notListed = 2

export function sarifOf(report: Report, profile: Profile): Log {
  const fingerprint = fingerprinter(report.sources)
  const rules: Rule[] = []
  const all: Result[] = []
  for (const checklist of report.checklists) {
    for (const item of checklist.items) {
      const ruleIndex = rules.push(ruleOf(checklist, item.item)) - 1
      all.push(...resultsOf(checklist, item, ruleIndex, fingerprint))
    }
  }
  const { results, dropped } = profile === 'audit' ? { results: all, dropped: 0 } : alertsOf(all, rules)
  const taxonomy = taxonomyOf(report)
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            rules,
            notifications,
            ...(taxonomy === undefined
              ? {}
              : { supportedTaxonomies: [{ name: taxonomy.name, index: 0, guid: taxonomy.guid }] }),
          },
        },
        automationDetails: {
          id: ['proviso', report.repository.prefix, ''].filter((part, i) => i !== 1 || part).join('/'),
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              ...report.unread.map(unreadNotification),
              ...report.repository.notes.map(noteNotification),
              ...droppedNotification(dropped),
            ],
          },
        ],
        ...(taxonomy === undefined ? {} : { taxonomies: [taxonomy] }),
        results,
      },
    ],
  }
}

/** Compact, because size is what the services limit; one line end at the end. */
export function serialize(log: Log): string {
  return `${JSON.stringify(log)}\n`
}

/** The worst first, so that a cut leaves out what matters least. */
function alertsOf(all: readonly Result[], rules: readonly Rule[]): { results: readonly Result[]; dropped: number } {
  const score = (result: Result) => Number(rules[result.ruleIndex]?.properties['security-severity'])
  const alerts = all.filter((result) => result.kind === 'fail').sort((a, b) => score(b) - score(a))
  return { results: alerts.slice(0, mostResults), dropped: Math.max(0, alerts.length - mostResults) }
}

const notifications = [
  {
    id: 'unread',
    name: 'FileNotRead',
    shortDescription: { text: 'A file could not be read.' },
    fullDescription: { text: 'A file could not be read, so that items which depend on it may be undecided.' },
    help: { text: 'Mend the file, or leave it out of the scan.' },
  },
  {
    id: 'left-out',
    name: 'ResultsLeftOut',
    shortDescription: { text: 'There are more results than the receiver keeps.' },
    fullDescription: {
      text: 'There are more results than the receiver keeps, so that the least severe were left out.',
    },
    help: { text: 'Look at the audit profile, which has all of them.' },
  },
  {
    id: 'not-listed',
    name: 'FilesNotListed',
    shortDescription: { text: 'Files are left out of the scan.' },
    fullDescription: { text: 'Files are left out of the scan, or the list of files comes from a walk instead of git.' },
    help: { text: 'Scan a full checkout; scan submodules by themselves.' },
  },
]

const noteNotification = (note: string): Notification => ({
  descriptor: { id: 'not-listed', index: notListed },
  level: 'note',
  message: { text: note },
})

function unreadNotification({ path, reason }: Report['unread'][number]): Notification {
  return {
    descriptor: { id: 'unread', index: unreadable },
    level: 'warning',
    message: { text: `'${path}' ${reason}.` },
    locations: [locationOf({ path, line: 1, column: 1, endLine: 1, endColumn: 1 })],
  }
}

function droppedNotification(dropped: number): readonly Notification[] {
  if (dropped === 0) return []
  return [
    {
      descriptor: { id: 'left-out', index: leftOut },
      level: 'warning',
      message: { text: `${dropped} results of the lowest severity were left out.` },
    },
  ]
}

/**
 * A report as a SARIF log: a pure mapping. The profile `audit` has every item's verdict; `github` has only what becomes
 * an alert, since GitHub opens one for every result whatever its kind.
 */
import type { DiagnosticJson } from '../compiler/index.ts'
import type { Report } from '../runtime/results/model.ts'
import { fingerprinter } from './fingerprints.ts'
import { root } from './locations.ts'
import { mistakeNotification } from './mistakes.ts'
import { notificationDescriptors, notificationsOf } from './notifications.ts'
import { resultsOf } from './results.ts'
import { ruleOf } from './rules.ts'
import { taxonomiesOf } from './taxonomies/index.ts'
import type { Log, MistakesLog, Result, Rule } from './types.ts'

export { mistakesLog } from './mistakes.ts'
export type { Log, MistakesLog } from './types.ts'

export const profiles = ['audit', 'github'] as const
export type Profile = (typeof profiles)[number]

/** GitHub keeps 5,000 results of a run, and does not say which. */
const mostResults = 5000

/** `mistakes` are what the compiler says of the checklists, none of them an error. */
export function sarifOf(report: Report, profile: Profile, mistakes: readonly DiagnosticJson[] = []): Log {
  const fingerprint = fingerprinter(report.sources)
  const taxonomies = taxonomiesOf(report)
  const rules: Rule[] = []
  const all: Result[] = []
  for (const checklist of report.checklists) {
    for (const item of checklist.items) {
      const ruleIndex = rules.push(ruleOf(checklist, item.item, taxonomies)) - 1
      all.push(...resultsOf(checklist, item, ruleIndex, fingerprint))
    }
  }
  const { results, dropped } = profile === 'audit' ? { results: all, dropped: 0 } : alertsOf(all, rules)
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
            notifications: notificationDescriptors,
            ...(taxonomies.length === 0
              ? {}
              : { supportedTaxonomies: taxonomies.map(({ name, guid }, index) => ({ name, index, guid })) }),
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
            toolExecutionNotifications: notificationsOf(report, dropped),
            ...(mistakes.length === 0 ? {} : { toolConfigurationNotifications: mistakes.map(mistakeNotification) }),
          },
        ],
        ...(taxonomies.length === 0 ? {} : { taxonomies }),
        properties: { leftOut: report.repository.leftOut },
        results,
      },
    ],
  }
}

/** Compact, because size is what the services limit; one line end at the end. */
export function serialize(log: Log | MistakesLog): string {
  return `${JSON.stringify(log)}\n`
}

/** The worst first, so that a cut leaves out what matters least. */
function alertsOf(all: readonly Result[], rules: readonly Rule[]): { results: readonly Result[]; dropped: number } {
  const score = (result: Result) => Number(rules[result.ruleIndex]?.properties['security-severity'])
  const alerts = all.filter((result) => result.kind === 'fail').sort((a, b) => score(b) - score(a))
  return { results: alerts.slice(0, mostResults), dropped: Math.max(0, alerts.length - mostResults) }
}

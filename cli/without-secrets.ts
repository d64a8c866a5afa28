/**
 * The texts of a report without the credentials that they quote, be it by what surrounds them in the message, be it by what
 * surrounds them where the finding stands:
 *
 *     .secrets.example:3   PASSWORD=letmein      "PASSWORD is letmein"   →   "PASSWORD is •••••••"
 */
import { concealed, isCodePath, secretsIn } from '../runtime/facts/secrets/concealed.ts'
import type { Finding, Report } from '../runtime/results/model.ts'

export function withoutSecrets(report: Report): Report {
  const lines = new Map([...report.sources].map(([path, text]) => [path, text.split(/\r\n|\r|\n/)]))
  const told = (finding: Finding): Finding => {
    const { path, line, endLine } = finding.at
    const own = (lines.get(path) ?? []).slice(line - 1, Math.min(endLine, line + mostLines)).join('\n')
    const values = secretsIn(own, isCodePath(path))
    return {
      ...finding,
      message: shown(finding.message, values),
      fields: Object.fromEntries(Object.entries(finding.fields).map(([name, text]) => [name, shown(text, values)])),
    }
  }
  const checklists = report.checklists.map((checklist) => ({
    ...checklist,
    items: checklist.items.map((item) => ({
      ...item,
      checks: item.checks.map((check) => ({ ...check, findings: check.findings.map(told) })),
      reviews: item.reviews.map((review) => ({ ...review, evidence: review.evidence.map(told) })),
    })),
  }))
  return { ...report, checklists }
}

/** What a message quotes is cut to less. */
const mostLines = 20

/** Most of what messages quote is code. */
function shown(text: string, values: ReadonlySet<string>): string {
  let without = text
  for (const value of values) without = without.replaceAll(value, '•'.repeat(value.length))
  return concealed(without, true)
}

/**
 * The texts of a report without the credentials that they quote, be it by what surrounds them in the message, be it by what
 * surrounds them where the finding stands:
 *
 *     .secrets.example:3   PASSWORD=letmein      "PASSWORD is letmein"   →   "PASSWORD is •••••••"
 */
import { concealed, isCodePath, keyLinesIn, secretsIn } from '../runtime/facts/secrets/concealed.ts'
import type { Finding, Report } from '../runtime/results/model.ts'

export function withoutSecrets(report: Report): Report {
  const lines = new Map([...report.sources].map(([path, text]) => [path, text.split(/\r\n|\r|\n/)]))
  const keys = new Map([...report.sources].map(([path, text]) => [path, keyLinesIn(text)]))
  const told = (finding: Finding): Finding => {
    const { path, line, endLine } = finding.at
    const own = (lines.get(path) ?? []).slice(line - 1, Math.min(endLine, line + mostLines)).join('\n')
    const values = new Set([...secretsIn(own, isCodePath(path)), ...(keys.get(path) ?? [])])
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
  for (const value of values) without = withoutCut(without.replaceAll(value, '•'.repeat(value.length)), value)
  return concealed(without, true)
}

/** What is quoted ends with `…` where it is long, which may be within the value. */
function withoutCut(text: string, value: string): string {
  return text.replace(/\S+(?=…)/g, (word) => {
    for (let length = Math.min(word.length, value.length); length >= shortestPart; length--)
      if (word.endsWith(value.slice(0, length))) return word.slice(0, -length) + '•'.repeat(length)
    return word
  })
}

/** Fewer letters are of no use to anybody, and stand in many a word. */
const shortestPart = 4

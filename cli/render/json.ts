/** A report as JSON, for programs: the result model as it is, and what the compiler says of the checklist. */
import type { DiagnosticJson } from '../../compiler/index.ts'
import type { Report } from '../../runtime/results/model.ts'

export function renderJson(report: Report, diagnostics: readonly DiagnosticJson[]): string {
  const { tool, repository, checklists, unread } = report
  return `${JSON.stringify({ tool, repository, checklists, unread, diagnostics }, undefined, 2)}\n`
}

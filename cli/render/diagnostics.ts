/** Diagnostics: for people on standard error, in colour where there is a terminal, and for programs as JSON or SARIF. */
import { type Diagnostic, diagnosticsJson, renderDiagnostics } from '../../compiler/index.ts'
import { mistakesLog, serialize } from '../../sarif/index.ts'
import { version } from '../assets.ts'
import type { Told } from '../checklists.ts'
import { styleFor } from './style.ts'

export const diagnosticFormats = ['terminal', 'json', 'sarif'] as const
export type DiagnosticFormat = (typeof diagnosticFormats)[number]

export function showDiagnostics({ diagnostics, sources }: Told): void {
  if (diagnostics.length === 0) return
  const style = styleFor(process.stderr)
  const paint = { error: style.bad, warning: style.doubtful, strong: style.strong, faint: style.faint }
  process.stderr.write(`${renderDiagnostics(diagnostics, sources, paint)}\n\n`)
}

/** A result that consists of diagnostics alone, for programs. `failed` if the command could not do its work. */
export function diagnosticsText(told: Told, format: Exclude<DiagnosticFormat, 'terminal'>, failed: boolean): string {
  const diagnostics = diagnosticsJson(told.diagnostics, told.sources)
  switch (format) {
    case 'json':
      return `${JSON.stringify({ diagnostics }, undefined, 2)}\n`
    case 'sarif':
      return serialize(mistakesLog({ name: 'Proviso', version: version() }, diagnostics, failed))
  }
}

/** "2 errors and 1 warning", for the line that ends a run. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [...(errors > 0 ? [count(errors, 'error')] : []), ...(warnings > 0 ? [count(warnings, 'warning')] : [])]
  return parts.join(' and ')
}

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

/** Diagnostics on standard error, in colour where there is a terminal. */
import type { Diagnostic, Source } from '../../compiler/index.ts'
import { renderDiagnostics } from '../../compiler/index.ts'
import { styleFor } from './style.ts'

export function showDiagnostics(diagnostics: readonly Diagnostic[], sources: readonly Source[]): void {
  if (diagnostics.length === 0) return
  const style = styleFor(process.stderr)
  const paint = { error: style.bad, warning: style.doubtful, strong: style.strong, faint: style.faint }
  process.stderr.write(`${renderDiagnostics(diagnostics, sources, paint)}\n\n`)
}

/** "2 errors and 1 warning", for the line that ends a run. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [count(errors, 'error'), ...(warnings > 0 ? [count(warnings, 'warning')] : [])]
  return parts.join(' and ')
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

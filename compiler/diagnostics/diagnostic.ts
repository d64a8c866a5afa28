import type { DiagnosticCode } from './codes.ts'
import type { Fix } from './fix.ts'
import type { Span } from './span.ts'

export type Severity = 'error' | 'warning'

/** A mistake in a checklist: a value, never thrown. Made by `diagnose` in `codes.ts`, which knows the sentences. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** One sentence that says what is wrong. */
  readonly message: string
  /** What to do next, where there is something to say. */
  readonly hint?: string
  readonly span: Span
  /** Other places that belong to the mistake, such as "first defined here". */
  readonly related: readonly Related[]
  /** Changes of the text that would mend it: one if it is known what was meant, several if a person has to choose. */
  readonly fixes: readonly Fix[]
}

/** Whether anything stands in the way of a result. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error')

export interface Related {
  readonly span: Span
  readonly message: string
}

/** What every stage gives: as much of its result as stands, and every mistake that it found on the way. */
export interface Outcome<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

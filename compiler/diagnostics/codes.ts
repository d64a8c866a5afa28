/** The registry of diagnostics. */
export type DiagnosticCode = string

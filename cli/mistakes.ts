/** What every command does with the mistakes of checklists before it does its own work. */
import { hasErrors } from '../compiler/index.ts'
import type { Told } from './checklists.ts'
import { Failure } from './failure.ts'
import { deliver } from './output.ts'
import { countDiagnostics, type DiagnosticFormat, diagnosticsText, showDiagnostics } from './render/diagnostics.ts'

export interface Consequence {
  /** What was not done because of the errors, such as "checked". */
  readonly undone: string
  /** In which the result goes to standard output or `output`; there a program expects the mistakes, too. */
  readonly format?: DiagnosticFormat
  readonly output?: string | undefined
}

/** Shows all mistakes. @throws Failure if one of them is an error. */
export async function settle(told: Told, { undone, format = 'terminal', output }: Consequence): Promise<void> {
  const failed = hasErrors(told.diagnostics)
  if (format === 'terminal' || output !== undefined) showDiagnostics(told)
  if (!failed) return
  if (format !== 'terminal') await deliver(diagnosticsText(told, format, failed), output)
  throw new Failure(`the checklist has ${countDiagnostics(told.diagnostics)}, so nothing was ${undone}`)
}

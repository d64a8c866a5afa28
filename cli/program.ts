/** The command line: its commands, and how a run ends. */
import { Command, CommanderError } from 'commander'
import { version } from './assets.ts'
import { checkCommand } from './commands/check.ts'
import { compileCommand } from './commands/compile.ts'
import { docsCommand } from './commands/docs.ts'
import { explainCommand } from './commands/explain.ts'
import { factsCommand } from './commands/facts.ts'
import { fixCommand } from './commands/fix.ts'
import { fmtCommand } from './commands/fmt.ts'
import { kindsCommand } from './commands/kinds.ts'
import { listCommand } from './commands/list.ts'
import { testCommand } from './commands/test.ts'
import { exitCode, Failure } from './failure.ts'
import { surviveClosedStreams } from './output.ts'

export const program = new Command('proviso')
  .description('Checks repositories against written checklists.')
  .version(version())
  .addCommand(checkCommand)
  .addCommand(compileCommand)
  .addCommand(explainCommand)
  .addCommand(factsCommand)
  .addCommand(fmtCommand)
  .addCommand(fixCommand)
  .addCommand(testCommand)
  .addCommand(listCommand)
  .addCommand(docsCommand)
  .addCommand(kindsCommand)
  .addHelpText('after', '\nExample:\n  proviso check . --format sarif --output proviso.sarif')

for (const command of [program, ...program.commands]) command.exitOverride()

export async function main(argv: readonly string[]): Promise<void> {
  surviveClosedStreams()
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = end(error)
  }
}

/** Commander has said what it has to say; help and version are no failure. */
function end(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.failure
  const { message, hint } = told(error)
  process.stderr.write(`proviso: ${message}\n${hint === undefined ? '' : `${hint}\n`}`)
  if (process.env.PROVISO_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return exitCode.failure
}

function told(error: unknown): { readonly message: string; readonly hint?: string | undefined } {
  if (error instanceof Failure) return error
  if (error instanceof Error && typeof (error as { code?: unknown }).code === 'string')
    return { message: error.message }
  return {
    message: error instanceof Error ? error.message : String(error),
    hint: 'Run it again with PROVISO_DEBUG=1 to see where this happened.',
  }
}

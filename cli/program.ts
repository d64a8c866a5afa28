/** The command line: its commands, and how a run ends. */
import { Command, CommanderError } from 'commander'
import { version } from './assets.ts'
import { commands } from './commands.ts'
import { exitCode, Failure } from './failure.ts'
import { surviveClosedStreams } from './output.ts'

/** The command line for the words behind `proviso`: of the command that they name everything, of the others a line. */
export async function programFor(words: readonly string[]): Promise<Command> {
  const program = new Command('proviso')
    .description('Checks repositories against written checklists.')
    .version(version())
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}` })
    .addHelpText('after', '\nExample:\n  proviso check . --format sarif --output proviso.sarif')
  const asked = words.find((word) => commands.has(word))
  for (const [name, { usage, about, load }] of commands) {
    const command = name === asked ? await load() : new Command(name).usage(usage)
    program.addCommand(command.description(about))
  }
  for (const command of [program, ...program.commands]) command.exitOverride()
  return program
}

export async function main(argv: readonly string[]): Promise<void> {
  surviveClosedStreams()
  try {
    const program = await programFor(argv.slice(2))
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

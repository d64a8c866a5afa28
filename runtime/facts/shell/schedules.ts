/**
 * What a script writes into a crontab: each line runs a command later, and may say as whom.
 *
 *     cat > /etc/cron.d/x <<EOF             tee -a /etc/crontab <<EOF          a here-document
 *     echo "… root /x/run.sh" >> /etc/crontab                                  what is printed there
 *     (crontab -l; echo "… /x/run.sh") | crontab -u root -                     or into the program
 */
import { words } from '../classify/words.ts'
import { baseName, type Evaluate } from '../commands/evaluate.ts'
import { type CommandFacts, commandFacts } from '../commands/facts.ts'
import { leadingOptions } from '../commands/options.ts'
import { readCommands } from '../commands/read-commands.ts'
import type { Run } from '../commands/runs.ts'
import type { Word } from '../commands/words.ts'
import { writtenFiles } from '../commands/written-files.ts'
import type { FileInput } from '../extractor.ts'
import { MappedText, MappedTextBuilder } from '../mapped-text.ts'
import { cronLinesIn } from '../tasks/crontab.ts'
import type { FoundCommand } from './script.ts'

interface Crontab {
  /** Whether its lines name the user. */
  readonly system: boolean
  /** Whose it is. */
  readonly user?: string
}

export function scheduledCommands(
  input: FileInput,
  found: readonly FoundCommand[],
  evaluate: Evaluate,
): readonly CommandFacts[] {
  return found.flatMap((each): readonly CommandFacts[] => {
    const crontab = crontabOf(each.run, evaluate)
    if (crontab === undefined) return []
    return textsFor(input, each).flatMap((text) =>
      cronLinesIn(text.text, crontab.system).lines.flatMap(({ user = crontab.user, start, end }) => {
        const line = new MappedTextBuilder()
        line.add(text.text.slice(start, end), start)
        const around = { found_in: 'cron', evaluate, negated: false, ...(user === undefined ? {} : { user }) } as const
        return readCommands(line.build(text)).commands.flatMap((command) => commandFacts(input, command, around))
      }),
    )
  })
}

/** The crontab that a command writes, if it writes one. */
function crontabOf(run: Run, evaluate: Evaluate): Crontab | undefined {
  if (baseName(run.program.text) === 'crontab') return crontabOfProgram(run)
  for (const { meant } of writtenFiles(run, evaluate)) {
    if (/^\/etc\/(crontab$|cron\.d\/)/.test(meant)) return { system: true }
    if (/^\/var\/spool\/cron\//.test(meant)) return { system: false, user: baseName(meant) }
  }
  return undefined
}

/** `crontab -` and `crontab -u USER -` take over what they are given; with other options they write nothing. */
function crontabOfProgram({ parameters, user }: Run): Crontab | undefined {
  const { options, rest } = leadingOptions(parameters, words('-u'))
  if (options.some(({ name }) => name !== '-u') || (rest[0]?.text ?? '-') !== '-') return undefined
  return { system: false, ...(user === undefined ? {} : { user }) }
}

/** What a command is given to write, or prints. */
function textsFor(input: FileInput, { run, heredoc, pipedFrom }: FoundCommand): readonly MappedText[] {
  if (heredoc !== undefined) return [MappedText.of(input.text, heredoc.start, heredoc.end)]
  if (printing.has(baseName(run.program.text)))
    return run.parameters.map(({ word }) => within(word, run.command.source))
  if (pipedFrom === undefined) return []
  const before = MappedText.of(input.text, pipedFrom.start, pipedFrom.end)
  return readCommands(before).commands.flatMap(({ words: [program, ...given], source }) =>
    printing.has(program?.text ?? '') ? given.map((word) => within(word, source)) : [],
  )
}

const printing = words('echo printf')

/** A word without the quotes around it; a sign for the end of a line, which `printf` writes, is as good as spaces. */
function within({ start, text }: Word, source: MappedText): MappedText {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(text)?.[2]
  const inner = new MappedTextBuilder()
  inner.add((quoted ?? text).replaceAll('\\n', '  '), quoted === undefined ? start : start + 1)
  return inner.build(source)
}

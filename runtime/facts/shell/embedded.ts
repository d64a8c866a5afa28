/**
 * Shell text that stands within a file of another format: a `run:` step of a workflow, `RUN` of a Dockerfile, `ExecStart=`
 * of a unit, a line of a crontab.
 *
 *     source   run: |\n          pip install x\n          ./main.py     a step, indented
 *     text     pip install x\n./main.py                                what is read here
 */
import { commandFacts, type Surroundings } from '../commands/facts.ts'
import { readCommands } from '../commands/read-commands.ts'
import type { FileInput, Gap, LocalFact } from '../extractor.ts'
import type { MappedText } from '../mapped-text.ts'
import { isPosixShell } from './interpreters.ts'
import { Variables } from './variables.ts'

export interface Embedding {
  readonly found_in: Surroundings['found_in']
  /** The shell that is named for it, as a program or as a command line such as "bash -e {0}"; the usual one where none is. */
  readonly shell?: string
  /** The user that it runs as, where that is known: "root" of a unit without `User=`. */
  readonly user?: string
}

export interface EmbeddedFacts {
  readonly command: readonly LocalFact<'command'>[]
  readonly permission: readonly LocalFact<'permission'>[]
  readonly undecided: readonly Gap[]
}

/**
 * The commands of a text and the permissions that they set, each at its place in the file around. The offsets of `text`
 * lead to those of `input.text`. Several commands, lines, quotes, `bash -c "…"` and variables of the text's own are
 * followed; text of a shell that is not read gives a gap and no facts.
 */
export function embeddedShellFacts(input: FileInput, text: MappedText, embedding: Embedding): EmbeddedFacts {
  const { found_in, shell = 'sh', user } = embedding
  if (!isPosixShell(shell)) {
    const { line } = input.lines.placeOf(text.originOf(0), text.originOf(0))
    const reason = `has commands of ${shell.slice(0, 40)} at line ${line}, and only those of POSIX shells are read`
    return { command: [], permission: [], undecided: [{ reason, kinds: ['command', 'permission'] }] }
  }
  const { commands } = readCommands(text)
  const variables = new Variables(input.file.path, commands)
  const around = { found_in, evaluate: variables.evaluate, negated: false, ...(user === undefined ? {} : { user }) }
  const found = commands.flatMap((command) => commandFacts(input, command, around))
  return {
    command: found.map(({ command }) => command),
    permission: found.flatMap(({ permissions }) => permissions),
    undecided: [],
  }
}

/** The script as a whole: what it starts, how, and what it is for. */

import { words } from '../classify/words.ts'
import type { CommandFacts } from '../commands/facts.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import { countInTurn } from './launches.ts'
import { optionsOf, type Shebang } from './options.ts'
import type { Branch, Heredoc, Range, ScriptStructure, ShellProcess } from './structure.ts'

/** The facts of a command, with where it stands in the script. */
export interface FoundCommand extends CommandFacts {
  readonly branch: Branch | undefined
  readonly function: number
  /** Its turn within its function, from 1. */
  readonly order: number
  readonly shell: ShellProcess
  readonly heredoc: Heredoc | undefined
  readonly pipedFrom: Range | undefined
}

export function scriptFact(
  { file, lines, text }: FileInput,
  shebang: Shebang,
  structure: ScriptStructure,
  found: readonly FoundCommand[],
): LocalFact<'script'> {
  const launches = found.filter(({ started }) => started !== undefined)
  const everyExec = launches.length > 0 && launches.every(({ command }) => command.exec)
  const last = found.findLast((each) => each.function === 0)?.command.text
  return {
    at: lines.placeOf(0, text.search(/\r?\n|$/)),
    name: file.name,
    interpreter: shebang.interpreter ?? interpreterByName(file.extension),
    ...optionsOf(structure, shebang),
    launches: [...new Set(launches.flatMap(({ started }) => started ?? []))],
    launch_count: countInTurn(launches.map(({ branch }) => branch)),
    ...(last === undefined ? {} : { last_command: last }),
    ends_in_exec: everyExec,
    role: roleOf(file, launches.length > 0, everyExec, found),
  }
}

const interpreterByName = (extension: string): string => (extension === '' ? 'sh' : extension)

/** Commands that set a machine up rather than start something on it. */
const installing = words('useradd groupadd adduser addgroup chown install')

/**
 * A wrapper is known by what it does, whatever its name: it starts a program of the repository. What also sets the
 * machine up is an installer, unless starting the program is the last that it does.
 */
function roleOf(
  { role }: FileInput['file'],
  starts: boolean,
  everyExec: boolean,
  found: readonly FoundCommand[],
): LocalFact<'script'>['role'] {
  if (role === 'test') return 'other'
  const installs = found.some(
    ({ command }) => command.installs_packages !== undefined || installing.has(command.name) || enables(command),
  )
  if (role === 'installer' || (installs && !everyExec)) return 'installer'
  return starts ? 'wrapper' : 'other'
}

const enables = ({ name, arguments: given }: LocalFact<'command'>): boolean =>
  name === 'systemctl' && given.some(({ text }) => text === 'enable' || text === 'daemon-reload')

/** What a script writes to its streams and to the log of the system. */
import { words } from '../classify/words.ts'
import type { LocalFact } from '../extractor.ts'
import type { FoundCommand } from './script.ts'

/** Commands that do nothing but print. */
const printing = words('echo printf print cat tee')

export function outputFacts(
  found: readonly FoundCommand[],
  functions: readonly LocalFact<'function'>[],
): readonly LocalFact<'output'>[] {
  const handlers = errorHandlers(found)
  return found.flatMap(({ command, function: inside }): readonly LocalFact<'output'>[] => {
    const stream = streamOf(command)
    if (stream === undefined) return []
    const name = functions[inside]?.name ?? ''
    const isAbout = command.arguments.some(({ text }) => errorWords.test(String(text))) || errorNames.test(name)
    return [
      {
        at: command.at,
        stream,
        callee: command.name,
        through_logger: command.name === 'logger',
        in_handler: handlers.has(name),
        about_error: isAbout,
        arguments: command.arguments,
        function: inside,
        via: [],
      },
    ]
  })
}

const errorWords =
  /\b(errors?|fail(s|ed|ure)?|fatal|exception|cannot|can['’]t|could not|couldn['’]t|unable|invalid|denied|missing|not found)\b/i
const errorNames = /^_*(err|error|die|fatal|fail|abort|bail|panic)/i

/** The functions that `trap … ERR` calls. */
function errorHandlers(found: readonly FoundCommand[]): ReadonlySet<string> {
  const traps = found.filter(({ command }) => command.name === 'trap')
  return new Set(
    traps.flatMap(({ run: { parameters } }) => {
      const [action, ...signals] = parameters.map(({ text }) => text)
      const name = /^\s*([\w-]+)/.exec(action ?? '')?.[1]
      return name !== undefined && signals.includes('ERR') ? [name] : []
    }),
  )
}

/** Nothing where it prints into a file, a pipe or a variable. */
export function streamOf({ name, stream }: LocalFact<'command'>): LocalFact<'output'>['stream'] | undefined {
  if (name === 'logger' || name === 'systemd-cat') return 'log'
  if (!printing.has(name)) return undefined
  return stream === 'stdout' || stream === 'stderr' ? stream : undefined
}

/** The functions of a script, and where what they print goes when they are called. */
import { asWritten } from '../commands/evaluate.ts'
import type { Destination } from '../commands/simple-command.ts'
import { streamAfter } from '../commands/streams.ts'
import type { FileInput, LocalFact } from '../extractor.ts'
import type { ScriptCommand, ScriptStructure } from './structure.ts'

/** The first one is the script itself, to which commands outside of any function belong. */
export function functionFacts({ lines }: FileInput, { functions }: ScriptStructure): readonly LocalFact<'function'>[] {
  return functions.map(({ name, start, end }, i) => {
    const shown = i === 0 ? '<module>' : name
    return {
      at: lines.placeOf(start, end),
      name: shown,
      qualified_name: shown,
      parameters: [],
      decorators: [],
      async: false,
      entry_point: i === 0,
    }
  })
}

/** Functions that call functions are followed so far. */
const deepestCall = 4

/** `log "x" >&2`: what a function prints goes where all its callers send it; to standard output if one of them does. */
export function withCallers({ commands, functions }: ScriptStructure): readonly ScriptCommand[] {
  const indexes = new Map(functions.map(({ name }, i) => [name, i]))
  let current = commands
  for (let depth = 0; depth < deepestCall; depth++) {
    const destinations = calledInto(current, indexes)
    if (destinations.size === 0) return current
    current = commands.map((each) => {
      const into = destinations.get(each.function)
      return into === undefined || each.command.into !== 'stdout'
        ? each
        : { ...each, command: { ...each.command, into } }
    })
  }
  return current
}

/** By the index of a function, where its output goes if that is not standard output. */
function calledInto(
  commands: readonly ScriptCommand[],
  indexes: ReadonlyMap<string, number>,
): ReadonlyMap<number, Destination> {
  const destinations = new Map<number, Destination>()
  for (const { command } of commands) {
    const [first] = command.words
    const called = first === undefined ? undefined : indexes.get(asWritten(first).text)
    if (called === undefined || called === 0) continue
    const stream = streamAfter(command.redirects, command.into)
    if (destinations.get(called) !== 'stdout') destinations.set(called, stream)
  }
  for (const [called, stream] of destinations) if (stream === 'stdout') destinations.delete(called)
  return destinations
}

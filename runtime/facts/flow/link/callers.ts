/** Who calls the functions of a repository. */
import type { CallSite } from '../summary.ts'
import type { BoundArgument } from './bound-arguments.ts'
import type { Located, Program } from './program.ts'

export interface Caller {
  readonly site: CallSite
  /** The path of the file that the call stands in. */
  readonly file: string
  readonly called: Located
  /** What was found out of its arguments. */
  readonly handed: Map<string, readonly BoundArgument[]>
}

type Definitions = Map<number | undefined, Caller[]>

export type Callers = ReadonlyMap<string, ReadonlyMap<number | undefined, readonly Caller[]>>

/** The calls of each function, by its file and node. */
export function callersIn(program: Program): Callers {
  const callers = new Map<string, Definitions>()
  for (const { path, calls } of program.summaries) {
    for (const site of calls) {
      for (const located of program.find(site.callee)) {
        const called = program.callable(located)
        const ofFile: Definitions = callers.get(called.file) ?? new Map()
        callers.set(called.file, ofFile)
        const list = ofFile.get(called.definition.function) ?? []
        ofFile.set(called.definition.function, list)
        list.push({ site, file: path, called, handed: new Map() })
      }
    }
  }
  return callers
}

export const callersOf = (callers: Callers, file: string, definition: number): readonly Caller[] =>
  callers.get(file)?.get(definition) ?? []

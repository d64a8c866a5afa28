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

export type Callers = ReadonlyMap<string, readonly Caller[]>

/** The calls of each function, by its file and node. */
export function callersIn(program: Program): Callers {
  const callers = new Map<string, Caller[]>()
  for (const { path, calls } of program.summaries) {
    for (const site of calls) {
      for (const located of program.find(site.callee)) {
        const called = program.callable(located)
        const key = `${called.file} ${called.definition.function}`
        const list = callers.get(key) ?? []
        callers.set(key, list)
        list.push({ site, file: path, called, handed: new Map() })
      }
    }
  }
  return callers
}

export const callersOf = (callers: Callers, file: string, definition: number): readonly Caller[] =>
  callers.get(`${file} ${definition}`) ?? []

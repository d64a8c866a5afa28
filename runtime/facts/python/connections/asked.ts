/**
 * Limits that callers decide. A file sees its own callers; the others are asked when all files were read, so that a fact
 * carries with it which parameters it depends on.
 */
import type { Gap, LocalFact } from '../../extractor.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { callsTo, givenFor, type Slot } from '../values/given.ts'
import { variableAt } from '../values/variables.ts'

/** A parameter that decides a limit, or whether certificates are verified. */
export interface Asked {
  readonly decides: 'timeout' | 'verification'
  /** The node of the function. */
  readonly function: number
  readonly name: string
  /** What the fact says already: what callers of this file give, what holds where nobody gives anything, or nothing. */
  readonly known: 'callers' | 'default' | 'nothing'
}

export type OpenConnection = LocalFact<'connection'> & { readonly asked?: readonly Asked[] }

/** A use of a library after which nothing connects in the file itself; the client may be for another file. */
export type OpenGap = Gap & {
  /** What is used, dotted. */
  readonly library?: string
}

export function askedBy(
  source: PythonSource,
  call: number,
  decides: Asked['decides'],
  slot: Slot | undefined,
): readonly Asked[] {
  const given = slot === undefined ? undefined : givenFor(source, call, slot)
  if (given?.kind !== 'given') return []
  const names = alternativesOf(source, given.node).flatMap((one) => [...one.names, one.node])
  const asked = new Map<string, Asked>()
  for (const node of names) {
    for (const binding of variableAt(source, node) ?? []) {
      if (binding.kind !== 'parameter' || binding.parameter.spread !== undefined) continue
      const { definition, name, default: standard } = binding.parameter
      const hasCallers = callsTo(source, definition).length > 0
      const known = hasCallers ? 'callers' : standard === undefined ? 'nothing' : 'default'
      asked.set(`${definition} ${name}`, { decides, function: definition, name, known })
    }
  }
  return [...asked.values()]
}

/**
 * Limits that other files decide: callers, and modules that hold constants. A file sees its own; the others are asked when
 * all files were read, so that a fact carries with it which parameters and which names of other modules it depends on.
 */
import { excerpt } from '../../excerpt.ts'
import type { Gap, LocalFact } from '../../extractor.ts'
import { textOf, typeOf } from '../../syntax/flat.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { alternativesOf } from '../values/alternatives.ts'
import { callsTo, givenFor, type Slot } from '../values/given.ts'
import { variableAt } from '../values/variables.ts'
import type { Client } from './clients.ts'

/** What decides a limit, or whether certificates are verified. */
export type Asked = AskedParameter | AskedConstant

export interface AskedParameter {
  readonly kind: 'parameter'
  readonly decides: 'timeout' | 'verification'
  /** The node of the function. */
  readonly function: number
  readonly name: string
  /** What the fact says already: what callers of this file give, what holds where nobody gives anything, or nothing. */
  readonly known: 'callers' | 'default' | 'nothing'
}

export interface AskedConstant {
  readonly kind: 'constant'
  readonly decides: AskedParameter['decides']
  /** With its module: "package.settings.TIMEOUT". */
  readonly name: string
  readonly text: string
  /** Whether it may be something else as well, which the fact says already. */
  readonly known: 'callers' | 'nothing'
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
  return given?.kind === 'given' ? askedOf(source, given.node, decides) : []
}

/** Where a call says nothing itself: what its clients were made with, or told afterwards. */
export function askedByClients(
  source: PythonSource,
  call: number,
  clients: readonly Client[],
  decides: Asked['decides'],
  slot: Slot | undefined,
): readonly Asked[] {
  if (slot === undefined || givenFor(source, call, slot)?.kind === 'given') return []
  const { names } = slot
  return clients.flatMap(({ made, deeds }) => {
    const told = deeds.flatMap((deed) => (deed.kind === 'set' && names.includes(deed.attribute) ? [deed.value] : []))
    if (told.length > 0) return told.flatMap((value) => askedOf(source, value, decides))
    return made === undefined ? [] : askedBy(source, made, decides, { names })
  })
}

function askedOf(source: PythonSource, value: number, decides: Asked['decides']): readonly Asked[] {
  const alternatives = alternativesOf(source, value)
  const asked = new Map<string, Asked>()
  for (const { kind, node } of alternatives) {
    const name = kind === 'expression' ? constantElsewhere(source, node) : undefined
    if (name === undefined) continue
    const known = alternatives.length === 1 ? 'nothing' : 'callers'
    asked.set(name, { kind: 'constant', decides, name, text: excerpt(textOf(source.tree, node)), known })
  }
  const names = alternatives.flatMap((one) => [...one.names, one.node])
  for (const node of names) {
    for (const binding of variableAt(source, node) ?? []) {
      if (binding.kind !== 'parameter' || binding.parameter.spread !== undefined) continue
      const { definition, name, default: standard } = binding.parameter
      const hasCallers = callsTo(source, definition).length > 0
      const known = hasCallers ? 'callers' : standard === undefined ? 'nothing' : 'default'
      asked.set(`${definition} ${name}`, { kind: 'parameter', decides, function: definition, name, known })
    }
  }
  return [...asked.values()]
}

/** The dotted name of what another module of the repository holds. */
function constantElsewhere(source: PythonSource, node: number): string | undefined {
  if (!/^(identifier|attribute)$/.test(typeOf(source.tree, node))) return undefined
  const meaning = meaningOf(source, node)
  return meaning.kind === 'thing' && source.modules.isOwn(meaning.dotted) ? meaning.dotted : undefined
}

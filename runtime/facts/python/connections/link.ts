/** Connections whose limits or verification other files decide, as callers or by constants, and clients that other files connect by. */
import type { KindName } from '../../../../compiler/index.ts'
import type { Gap, LocalFact } from '../../extractor.ts'
import { boundArguments } from '../../flow/link/bound-arguments.ts'
import { Program } from '../../flow/link/program.ts'
import type { CallSite, Definition, ModuleSummary } from '../../flow/summary.ts'
import type { FileExtraction, Linker } from '../../link.ts'
import type { Asked, AskedConstant, AskedParameter, OpenConnection, OpenGap } from './asked.ts'
import { bundle } from './verification.ts'

type Connection = LocalFact<'connection'>
/** What one caller gives, or a constant is: a literal, something that is not known, or nothing, so that the default holds. */
type Said =
  | { readonly kind: 'value'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'default' | 'unknown' }

const kinds: readonly KindName[] = ['connection']

export const connectionLinker: Linker = {
  name: 'python connections',
  sets: kinds,
  reads: ['function', 'connection'],
  link(extractions) {
    const told = withoutClientsOfOthers(extractions)
    const isAsked = told.some(({ extraction }) => (extraction.facts.connection ?? []).some(asks))
    if (!isAsked) return told
    const summaries = told.flatMap(({ extraction }) => (extraction.summary as ModuleSummary | undefined) ?? [])
    const callers = new Deciders(summaries)
    return told.map((each) => settled(each, callers))
  },
}

/** A file that only makes a client leaves nothing open where another file connects by that library. */
function withoutClientsOfOthers(extractions: readonly FileExtraction[]): readonly FileExtraction[] {
  if (!extractions.some(({ extraction }) => extraction.undecided.some((gap) => isOpen(gap)))) return extractions
  const libraries = new Set(extractions.flatMap(({ extraction }) => (extraction.facts.connection ?? []).map(libraryOf)))
  return extractions.map((each) => {
    const undecided = each.extraction.undecided.flatMap((gap): readonly Gap[] => {
      if (!isOpen(gap)) return [gap]
      const { library, ...plain } = gap
      return [...libraries].some((one) => library === one || library.startsWith(`${one}.`)) ? [] : [plain]
    })
    return { ...each, extraction: { ...each.extraction, undecided } }
  })
}

const isOpen = (gap: OpenGap): gap is OpenGap & { readonly library: string } => gap.library !== undefined
const libraryOf = ({ library }: Connection): string => library

const askedOf = (connection: Connection): readonly Asked[] => (connection as OpenConnection).asked ?? []
const asks = (connection: Connection): boolean => askedOf(connection).length > 0

function settled(each: FileExtraction, callers: Deciders): FileExtraction {
  const { connection } = each.extraction.facts
  if (connection === undefined || !connection.some(asks)) return each
  const told = connection.map((one) =>
    askedOf(one).reduce((fact, asked) => changed(fact, asked, callers.say(each.file.path, asked)), one),
  )
  return { ...each, extraction: { ...each.extraction, facts: { ...each.extraction.facts, connection: told } } }
}

/** The calls of each function from other files, and what modules hold. */
class Deciders {
  readonly #program: Program
  readonly #definitions = new Map<string, Definition>()
  readonly #sites = new Map<Definition, CallSite[]>()

  constructor(summaries: readonly ModuleSummary[]) {
    const program = new Program(summaries)
    this.#program = program
    for (const { path, definitions } of summaries) {
      for (const one of definitions)
        if (one.function !== undefined) this.#definitions.set(`${path} ${one.function}`, one)
    }
    for (const { path, calls } of summaries) {
      for (const site of calls) {
        for (const located of program.find(site.callee)) {
          if (located.file === path) continue
          const { definition } = program.callable(located)
          const sites = this.#sites.get(definition) ?? []
          this.#sites.set(definition, sites)
          sites.push(site)
        }
      }
    }
  }

  say(path: string, asked: Asked): readonly Said[] {
    return asked.kind === 'constant' ? this.#held(asked) : this.#given(path, asked)
  }

  /** The number or the switch that a name of another module stands for; nothing where it may be more than one. */
  #held({ name, text }: AskedConstant): readonly Said[] {
    const [only, other] = this.#program.find(name)
    const value = other === undefined ? only?.definition.constant : undefined
    return value === undefined ? [] : [{ kind: 'value', value, text }]
  }

  #given(path: string, { function: node, name }: AskedParameter): readonly Said[] {
    const definition = this.#definitions.get(`${path} ${node}`)
    if (definition === undefined) return []
    return (this.#sites.get(definition) ?? []).flatMap((site): readonly Said[] => {
      const bound = boundArguments(definition, site, name, [])
      if (bound.length === 0) return [{ kind: 'default' }]
      return bound.map(({ given: { argument } }): Said => {
        if (argument.spread !== undefined) return { kind: 'unknown' }
        const text = argument.text
        return { kind: 'value', value: argument.known ? argument.value : undefined, text }
      })
    })
  }
}

/** The fact with what callers say put in; as it was where there are none. */
function changed(fact: Connection, asked: Asked, said: readonly Said[]): Connection {
  if (said.length === 0) return fact
  const standing =
    asked.known === 'callers' || (asked.known === 'default' && said.some(({ kind }) => kind === 'default'))
  const given = said.filter(({ kind }) => kind !== 'default')
  if (given.length === 0) return fact
  return asked.decides === 'timeout' ? withLimits(fact, standing, given) : withVerification(fact, standing, given)
}

function withLimits(fact: Connection, standing: boolean, said: readonly Said[]): Connection {
  const { connect_timeout, connect_seconds, read_timeout, read_seconds, ...rest } = fact
  const limits = said.map((one): { readonly text?: string; readonly seconds?: number } => {
    if (one.kind !== 'value') return { text: 'unknown' }
    if (one.value === null) return {}
    return typeof one.value === 'number' ? { text: one.text, seconds: one.value } : { text: one.text }
  })
  const connect = worst([...limits, ...(standing ? [limit(connect_timeout, connect_seconds)] : [])])
  const read = worst([...limits, ...(standing ? [limit(read_timeout, read_seconds)] : [])])
  return {
    ...rest,
    ...(connect.text === undefined ? {} : { connect_timeout: connect.text }),
    ...(read.text === undefined ? {} : { read_timeout: read.text }),
    ...(connect.seconds === undefined ? {} : { connect_seconds: connect.seconds }),
    ...(read.seconds === undefined ? {} : { read_seconds: read.seconds }),
  }
}

interface Limit {
  readonly text?: string
  readonly seconds?: number
}

const limit = (text: string | undefined, seconds: number | undefined): Limit => ({
  ...(text === undefined ? {} : { text }),
  ...(seconds === undefined ? {} : { seconds }),
})

/** One caller without a limit, and there is none. */
function worst(limits: readonly Limit[]): Limit {
  const none = limits.find(({ text }) => text === undefined)
  const unclear = limits.find(({ text }) => text === 'unknown')
  const [first = {}] = limits
  const isOne = limits.every(({ seconds }) => seconds === first.seconds)
  return none ?? unclear ?? (isOne ? first : limit(first.text, undefined))
}

function withVerification(fact: Connection, standing: boolean, said: readonly Said[]): Connection {
  const states = said.map(stateOf)
  const all = [...states, ...(standing ? [fact.verification] : [])]
  const verification = (['off', 'optional', 'unknown'] as const).find((state) => all.includes(state)) ?? 'on'
  const setting = said.find((one) => stateOf(one) === 'optional')
  const told = verification === 'optional' && setting?.kind === 'value' ? { verification_setting: setting.text } : {}
  return { ...fact, verification, ...told }
}

/** As it is judged in the file itself: what is worked out elsewhere is a setting, unless it names what to verify with. */
function stateOf(said: Said): Connection['verification'] {
  if (said.kind !== 'value') return 'unknown'
  if (said.value === undefined) return bundle.test(said.text) ? 'on' : 'optional'
  return said.value === false ? 'off' : 'on'
}

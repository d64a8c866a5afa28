/**
 * Facts at the place of a caller: a call that hands a value on to a function of the repository does what that function
 * does with it, through any of at most five functions.
 *
 *     def log(text):            output of log's text           reach: parameter text of log
 *         print(text)
 *     def fail(reason):         call of log with reason        reach: parameter reason of fail, over log
 *         log("failed: " + reason)
 *     fail(token)               output of token, through fail, via log("…") and print(text)
 */
import { isLifted, type KindName, kinds, type Place } from '../../../../compiler/index.ts'
import { byCodePoint } from '../../order.ts'
import { distinct } from '../distinct.ts'
import type { CallSite, Given, ModuleSummary } from '../summary.ts'
import { type Path, pathText, type Term } from '../term.ts'
import { type BoundArgument, boundArguments } from './bound-arguments.ts'
import { type Caller, type Callers, callersOf } from './callers.ts'
import { closed } from './closed.ts'
import type { Program } from './program.ts'
import { fuel, type Resolver } from './resolver.ts'
import { type AnyFact, recordsIn, slotsOf, termsIn } from './slots.ts'

const liftedKinds = (Object.keys(kinds) as KindName[]).filter(isLifted)

/** Functions between a caller and what is done. */
const mostHops = 5
/** Lifted facts and values on their way in one repository: more than people write, and than are looked at. */
const mostReaches = 200_000

interface Step {
  readonly at: Place
  readonly text: string
  readonly callee: string
}

/** A parameter whose value comes to a fact. */
interface Reach {
  readonly file: string
  readonly function: number
  readonly name: string
  readonly path: Path
  readonly encoded: boolean
  readonly part: boolean
  readonly sink: Sink
  /** What it passes behind the function. */
  readonly via: readonly Step[]
}

interface Sink {
  readonly kind: KindName
  readonly fact: AnyFact
  /** The list of origins in which it arrives, or "arguments". */
  readonly field: string
}

export interface LiftedFact {
  readonly file: string
  readonly kind: KindName
  readonly fact: AnyFact
}

/** `factsOf` gives the facts of a file by kind, their terms still open. */
export function liftedFacts(
  program: Program,
  callers: Callers,
  resolver: Resolver,
  factsOf: (file: string, kind: KindName) => readonly AnyFact[],
): readonly LiftedFact[] {
  const seen = new Set<string>()
  const lifted: LiftedFact[] = []
  let reaches = inOrder(
    program.summaries.flatMap((summary) =>
      liftedKinds.flatMap((kind) =>
        factsOf(summary.path, kind).flatMap((fact) => directReaches(resolver, kind, fact, summary)),
      ),
    ),
  )
  for (let hop = 0; hop < mostHops && reaches.length > 0; hop++) {
    const next: Reach[] = []
    const gathered = new Map<string, Arrival>()
    for (const reach of reaches) {
      for (const caller of callersOf(callers, reach.file, reach.function)) {
        arrive(gathered, reach, caller, handedOver(caller, reach))
      }
    }
    for (const arrival of gathered.values()) {
      const fact = factAt(arrival)
      if (fact !== undefined) lifted.push({ file: arrival.file, kind: arrival.sink.kind, fact })
      next.push(...furtherReaches(arrival))
    }
    reaches = inOrder(next.filter((reach) => isNew(seen, reach))).slice(0, mostReaches)
  }
  return lifted

  /** What a call gives to a parameter, found out once: many facts are reached by one. */
  function handedOver({ site, called, handed }: Caller, { name, path }: Reach): readonly BoundArgument[] {
    const key = `${name} ${pathText(path)}`
    const known = handed.get(key)
    if (known !== undefined) return known
    const bound = boundArguments(called.definition, site, name, path)
    const found = bound.map(({ given, terms }) => ({ given, terms: resolver.resolve(terms, fuel) }))
    handed.set(key, found)
    return found
  }
}

/** What the caller of the function hands on, and not what another method was once given. */
function directReaches(resolver: Resolver, kind: KindName, fact: AnyFact, summary: ModuleSummary): readonly Reach[] {
  const inside = summary.functions[fact.function as number]?.start ?? 0
  const isAround = ({ function: owner }: Reach) =>
    owner <= inside && summary.functions.some(({ start, end }) => start === owner && inside < end)
  const { own, nested } = slotsOf(kind)
  const step = { at: fact.at as Place, text: String(fact.text ?? fact.callee ?? ''), callee: String(fact.callee ?? '') }
  const ofField = (field: string, terms: readonly Term[]): readonly Reach[] =>
    reachesOf(resolver.resolve(terms, fuel), { kind, fact, field }, [step]).filter(isAround)
  return [
    ...own.flatMap((field) => ofField(field, termsIn(fact, field))),
    ...nested.flatMap((field) =>
      recordsIn(fact, field).flatMap((record) => ofField(field, termsIn(record, 'origins'))),
    ),
  ]
}

function reachesOf(terms: readonly Term[], sink: Sink, via: readonly Step[]): readonly Reach[] {
  return terms.flatMap(({ open, encoded, whole }): readonly Reach[] => {
    if (open?.kind !== 'parameter') return []
    const { file, function: owner, name, path } = open
    return [{ file, function: owner, name, path, encoded, part: !whole, sink, via }]
  })
}

/** All that one call hands on to one fact. */
interface Arrival {
  readonly site: CallSite
  readonly file: string
  readonly sink: Sink
  readonly via: readonly Step[]
  readonly arguments: { readonly given: Given; readonly terms: readonly Term[] }[]
}

function arrive(
  gathered: Map<string, Arrival>,
  reach: Reach,
  { site, file }: Caller,
  given: readonly BoundArgument[],
): void {
  const { path, line, column } = reach.sink.fact.at as Place
  for (const each of given) {
    if (each.terms.length === 0) continue
    const key = [file, site.call, reach.sink.kind, path, line, column, reach.sink.field].join(' ')
    const arrival = gathered.get(key) ?? { site, file, sink: reach.sink, via: reach.via, arguments: [] }
    gathered.set(key, arrival)
    const isChanged = reach.encoded || reach.part
    const terms = isChanged ? each.terms.map((term) => passing(term, reach)) : each.terms
    arrival.arguments.push({ given: each.given, terms })
  }
}

const passing = (term: Term, { encoded, part }: Reach): Term => ({
  ...term,
  encoded: term.encoded || encoded,
  whole: term.whole && !part,
})

/** Nothing where all that is handed on is written there, unless it is a path, or comes from the caller's own caller. */
function factAt({ site, sink, via, arguments: given }: Arrival): AnyFact | undefined {
  const all = distinct(given.flatMap(({ terms }) => terms).map(closed))
  const isPath = sink.field === 'path_origins'
  if (all.every(({ form }) => form === 'parameter' || (form === 'literal' && !isPath))) return undefined
  const { own } = slotsOf(sink.kind)
  const emptied = Object.fromEntries(own.map((field) => [field, []]))
  const said = {
    ...sink.fact,
    ...emptied,
    at: site.at,
    function: site.owner,
    through: site.callee,
    via,
    ...('text' in sink.fact ? { text: site.text } : {}),
    ...('in_handler' in sink.fact ? { in_handler: sink.fact.in_handler === true || site.inHandler } : {}),
    ...('about_error' in sink.fact ? { about_error: sink.fact.about_error === true || site.inHandler } : {}),
  }
  return own.includes(sink.field) ? { ...said, [sink.field]: all } : { ...said, [sink.field]: handed(given) }
}

/** The arguments of the call that are handed on, each once. */
function handed(given: Arrival['arguments']): readonly AnyFact[] {
  const byPlace = Map.groupBy(given, ({ given }) => given)
  return [...byPlace].map(([{ argument }, those]) => ({
    ...argument,
    origins: distinct(those.flatMap(({ terms }) => terms).map(closed)),
  }))
}

function furtherReaches({ site, sink, via, arguments: given }: Arrival): readonly Reach[] {
  const step = { at: site.at, text: site.text, callee: site.callee }
  return given.flatMap(({ terms }) => reachesOf(terms, sink, [step, ...via]))
}

/** Whatever order the files came in. */
const inOrder = (reaches: readonly Reach[]): readonly Reach[] =>
  reaches
    .map((reach) => ({ reach, key: identityOf(reach) }))
    .sort((a, b) => byCodePoint(a.key, b.key))
    .map(({ reach }) => reach)

function identityOf({ file, function: owner, name, path, encoded, sink }: Reach): string {
  const at = sink.fact.at as Place
  return [file, owner, name, pathText(path), encoded, sink.kind, at.path, at.line, at.column, sink.field].join(' ')
}

function isNew(seen: Set<string>, reach: Reach): boolean {
  const key = identityOf(reach)
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

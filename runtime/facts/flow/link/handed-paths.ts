/**
 * What a file is for that a function opens by a path it is handed: told by all who hand one over, each of whom has to tell
 * the same. Tests hand over whatever they like.
 *
 *     def save(path, state): open(path, "w")         nothing tells what this file is for
 *     save(config.state_path, state)                 a state
 *     save(os.path.join(HERE, "state.json"), {})     a state
 */
import { wordPurpose } from '../purpose-words.ts'
import type { Term } from '../term.ts'
import { selected } from '../value.ts'
import { boundArguments } from './bound-arguments.ts'
import { type Callers, callersOf } from './callers.ts'
import { closed } from './closed.ts'
import { fuel, type Resolver } from './resolver.ts'
import type { AnyFact } from './slots.ts'

/** Functions that a path is handed on through. */
const mostHops = 4
/** A helper that is reached through more calls than these opens whatever it is given. */
const mostCalls = 64

/** The fact with the purpose, and the name, that the callers of its function tell; as it was where it knows them itself. */
export function withHandedPath(
  fact: AnyFact,
  terms: readonly Term[],
  resolver: Resolver,
  callers: Callers,
  isTest: (file: string) => boolean,
): AnyFact {
  if (fact.purpose !== 'other' && fact.file_name !== undefined) return fact
  let calls = 0
  const ways = waysOf(terms, mostHops)
  if (ways.length === 0 || calls > mostCalls) return fact
  const name = agreed(ways.map((way) => namesAmong(way.findLast(hasName) ?? [])))
  const purpose = agreed(ways.map((way) => purposesAmong(way.find(hasPurpose) ?? [])))
  return {
    ...fact,
    ...(fact.purpose === 'other' && purpose !== undefined ? { purpose } : {}),
    ...(fact.file_name === undefined && name !== undefined ? { file_name: name } : {}),
  }

  function waysOf(path: readonly Term[], hops: number): readonly Way[] {
    return resolver.resolve(path, fuel).flatMap(({ open }) => {
      if (open?.kind !== 'parameter' || hops === 0) return []
      const known = callersOf(callers, open.file, open.function).filter(({ file }) => !isTest(file))
      return known.flatMap(({ called: { definition }, site }): readonly Way[] => {
        calls++
        if (calls > mostCalls) return []
        const bound = boundArguments(definition, site, open.name, open.path).flatMap((one) => one.terms)
        const standard = definition.parameters.find((one) => one.name === open.name)?.default
        const given = bound.length === 0 && standard !== undefined ? selected(standard, open.path) : bound
        const resolved = resolver.resolve(given, fuel)
        const further = waysOf(given, hops - 1)
        return further.length === 0 ? [[resolved]] : further.map((way) => [resolved, ...way])
      })
    })
  }
}

/** What a path comes from at each call that hands it on, the innermost first. */
type Way = readonly (readonly Term[])[]

/** What each of them tells, and tells alone. */
function agreed(answers: readonly (readonly string[])[]): string | undefined {
  const [only, other] = new Set(answers.flat())
  return other === undefined && answers.every(({ length }) => length > 0) ? only : undefined
}

const hasName = (terms: readonly Term[]): boolean => namesAmong(terms).length > 0
const hasPurpose = (terms: readonly Term[]): boolean => purposesAmong(terms).length > 0

const purposesAmong = (terms: readonly Term[]): readonly string[] => [
  ...new Set(
    terms
      .map(closed)
      .flatMap(({ form, name, text }) => (form === 'call' ? [] : (wordPurpose(`${name ?? ''} ${text}`, false) ?? []))),
  ),
]

/** Functions that put a path together of its parts; a value keeps one text of all that are written in it. */
const joiners = /(^|\.)(join|joinpath|resolve|Path)$/
const lastPart = /(['"])([\w-]*\.[\w.-]*\w)\1[\s,)]*$/
const onlyPart = /^(['"])(?:[^'"\\]*\/)?([\w-]*\.[\w.-]*\w)\1$/

/** The last part of a path that is written as a text, if it looks like the name of a file. */
function namesAmong(terms: readonly Term[]): readonly string[] {
  const joined = terms.filter(({ form, name = '' }) => form === 'call' && joiners.test(name))
  const texts = joined.flatMap(({ text }) => lastPart.exec(text)?.[2] ?? [])
  if (texts.length > 0) return texts
  return terms.flatMap(({ form, text }) => (form === 'literal' ? (onlyPart.exec(text)?.[2] ?? []) : []))
}

/**
 * Which facts the document keeps, and the number of each: an extraction numbers its facts from 0 in each kind, the
 * document those of all files, by file, line and column.
 */
import { assert, type KindName, kinds, type Place } from '../../../compiler/index.ts'
import { type Share, shareOf, type Wanted } from '../demand/demand.ts'
import type { LocalFacts } from '../extractor.ts'
import type { FileExtraction } from '../link.ts'
import { eachReference } from './references.ts'

export interface KeptFact {
  readonly extraction: FileExtraction
  readonly fact: LocalFact
  readonly share: Exclude<Share, 'nothing'>
}

type LocalFact = { readonly at: Place } & Readonly<Record<string, unknown>>

export interface Numbering {
  /** By kind, in the order of the document. */
  readonly kept: ReadonlyMap<KindName, readonly KeptFact[]>
  /** The number of a kept fact, from its index in its extraction. */
  numberOf(extraction: FileExtraction, kind: KindName, index: number): number
}

/** By kind, for each fact of the extraction whether it is kept, and later its number. */
type Numbers = ReadonlyMap<KindName, Int32Array>

/** Below 0 a number says what of its fact is kept. */
const states: Readonly<Record<Share, number>> = { nothing: -1, outline: -2, asked: -3, whole: -4 }
const shares = new Map(Object.entries(states).map(([share, state]) => [state, share as Share]))

/** Keeps what is asked for and what that refers to. `extractions` come in the order of their files. */
export function numberFacts(extractions: readonly FileExtraction[], asked: Wanted): Numbering {
  const numbers = new Map<FileExtraction, Numbers>()
  const kept = new Map<KindName, KeptFact[]>()
  for (const ofFile of Map.groupBy(extractions, ({ file }) => file.path).values()) {
    const given = new Set<KindName>()
    for (const extraction of ofFile) {
      const chosen = choose(extraction, asked)
      numbers.set(extraction, chosen)
      for (const kind of chosen.keys()) given.add(kind)
    }
    for (const kind of given) {
      const facts = ofFile.flatMap((extraction) => {
        const own = numbers.get(extraction)?.get(kind)
        const list = factsOf(extraction.extraction.facts, kind)
        return list.flatMap((fact, index) => {
          const share = shares.get(own?.[index] ?? states.nothing) ?? 'nothing'
          return own === undefined || share === 'nothing' ? [] : [{ extraction, fact, own, index, share }]
        })
      })
      facts.sort((a, b) => a.fact.at.line - b.fact.at.line || a.fact.at.column - b.fact.at.column)
      const all = kept.get(kind) ?? []
      for (const { extraction, fact, own, index, share } of facts) {
        own[index] = all.push({ extraction, fact, share }) - 1
      }
      kept.set(kind, all)
    }
  }
  return {
    kept,
    numberOf(extraction, kind, index) {
      const number = numbers.get(extraction)?.get(kind)?.[index] ?? states.nothing
      assert(number >= 0, `what a fact of the ${extraction.extractor} extractor refers to is in its extraction`)
      return number
    },
  }
}

function choose({ file, extraction }: FileExtraction, asked: Wanted): Numbers {
  const numbers = new Map<KindName, Int32Array>()
  const pending: [KindName, LocalFact][] = []
  for (const kind of Object.keys(extraction.facts) as KindName[]) {
    const facts = factsOf(extraction.facts, kind)
    if (facts.length === 0) continue
    const shareOfFact = shareOf(file, kind, asked)
    const own = new Int32Array(facts.length)
    for (const [index, fact] of facts.entries()) {
      const state = states[shareOfFact(fact)]
      own[index] = state
      if (state !== states.nothing) pending.push([kind, fact])
    }
    numbers.set(kind, own)
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    eachReference(kinds[next[0]], next[1], (to, index) => {
      const own = numbers.get(to)
      const fact = factsOf(extraction.facts, to)[index]
      if (own === undefined || fact === undefined || own[index] === states.whole) return
      // What others refer to is looked at through them, too.
      if (own[index] === states.nothing) pending.push([to, fact])
      own[index] = states.whole
    })
  }
  return numbers
}

/** The facts of a kind without what the kind's own fields say, for code that goes by the schema. */
export const factsOf = (facts: LocalFacts, kind: KindName): readonly LocalFact[] => facts[kind] ?? []

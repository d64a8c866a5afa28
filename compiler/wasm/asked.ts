/** What is asked of the input → nodes in static data, as `compiler/library/json/asked.ts` draws them. */
import type { Asked } from '../plan/asked/index.ts'
import type { StaticData } from './static-data.ts'

const words = { everything: 0, nothing: 1, told: 2 } as const

/** The word that stands for what is asked. */
export function askedWord(data: StaticData, asked: Asked | undefined): number {
  if (asked === undefined) return words.nothing
  if (asked.kind !== 'parts') return words[asked.kind]
  const elements = askedWord(data, asked.elements)
  const fields = [...asked.fields].flatMap(([name, inner]) => [data.string(name), askedWord(data, inner)])
  // The first shape and its turn are the library's.
  return data.words([0, 0, elements, asked.fields.size, ...fields])
}

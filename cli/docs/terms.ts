/** The names in sentences that a reader may not know: what the checklist defines, its parameters, and fields. */
import { type Field, kinds, recordShapes, type TypedChecklist } from '../../compiler/index.ts'
import { termsIn } from './words/marks.ts'
import { inWords } from './words/nouns.ts'
import { joined, withArticle } from './words/phrases.ts'
import { definitionSentence } from './words/sentences.ts'

export interface Term {
  readonly name: string
  /** A marked sentence each. */
  readonly meanings: readonly string[]
}

/** Those that the sentences name, and those that explain them, in the order of the alphabet. */
export function termsOf(checklist: TypedChecklist, sentences: readonly string[]): readonly Term[] {
  const terms = new Map<string, Term>()
  let waiting = sentences.flatMap(termsIn)
  while (waiting.length > 0) {
    const found = waiting
      .filter((name) => !terms.has(name))
      .map((name) => ({ name, meanings: meaningsOf(name, checklist) }))
    for (const term of found) terms.set(term.name, term)
    waiting = found.flatMap(({ meanings }) => meanings.flatMap(termsIn)).filter((name) => !terms.has(name))
  }
  return [...terms.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

function meaningsOf(name: string, checklist: TypedChecklist): readonly string[] {
  const definition = checklist.definitions.find((each) => inWords(each.name) === name)
  if (definition !== undefined) return [definitionSentence(definition, checklist)]
  const parameter = checklist.parameters.find((each) => inWords(each.name) === name)
  if (parameter !== undefined) return [`A parameter: ${parameter.about}.`]
  return fieldMeanings(name, checklist)
}

/** A field of one name may mean something else in every kind; those of records count where no kind has it. */
function fieldMeanings(name: string, { items }: TypedChecklist): readonly string[] {
  const used = [...new Set(items.flatMap(({ needs }) => needs))]
  const ofKinds = meaningsIn(
    name,
    used.map((kind) => [kind, kinds[kind].fields]),
  )
  const records = Object.entries(recordShapes).map(([record, { fields }]): Owner => [record, fields])
  return ofKinds.length > 0 ? ofKinds : meaningsIn(name, records)
}

type Owner = readonly [string, Readonly<Record<string, Field>>]

function meaningsIn(name: string, owners: readonly Owner[]): readonly string[] {
  const byMeaning = new Map<string, string[]>()
  for (const [owner, fields] of owners) {
    for (const [field, { about }] of Object.entries(fields)) {
      if (inWords(field) === name) byMeaning.set(about, [...(byMeaning.get(about) ?? []), withArticle(inWords(owner))])
    }
  }
  return [...byMeaning].map(
    ([about, having]) => `Of ${joined(having, 'or')}: ${about.charAt(0).toLowerCase()}${about.slice(1)}`,
  )
}

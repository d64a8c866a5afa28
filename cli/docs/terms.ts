/** The names in sentences that a reader may not know: what the checklist defines, its parameters, and fields. */
import { type Field, type KindName, kinds, recordShapes, type TypedChecklist } from '../../compiler/index.ts'
import { termsIn } from './words/marks.ts'
import { inWords } from './words/nouns.ts'
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

/** A field of one name may mean something else in every kind; only those kinds count that the checklist speaks of. */
function fieldMeanings(name: string, { items }: TypedChecklist): readonly string[] {
  const used = [...new Set(items.flatMap(({ needs }) => needs))]
  const shapes = [
    ...used.map((kind: KindName) => [kind, kinds[kind].fields] as const),
    ...Object.entries(recordShapes).map(([record, shape]) => [record, shape.fields] as const),
  ]
  const byMeaning = new Map<string, string[]>()
  for (const [owner, fields] of shapes) {
    for (const [field, { about }] of Object.entries(fields as Readonly<Record<string, Field>>)) {
      if (inWords(field) === name) byMeaning.set(about, [...(byMeaning.get(about) ?? []), inWords(owner)])
    }
  }
  return [...byMeaning].map(
    ([about, owners]) => `Of a ${owners.join(', ')}: ${about.charAt(0).toLowerCase()}${about.slice(1)}`,
  )
}

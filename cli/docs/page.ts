/** What the page of a checklist says, before it is Markdown or HTML: all of it comes from the typed checklist alone. */
import type { TypedChecklist, TypedItem, TypedParameter } from '../../compiler/index.ts'
import { entryOf } from '../../sarif/taxonomies/index.ts'
import { type Term, termsOf } from './terms.ts'
import { checkSentence, conditionSentence, reviewSentence } from './words/sentences.ts'

export interface Page {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly about: string
  readonly sections: readonly PageSection[]
  readonly parameters: readonly TypedParameter[]
  /** Names that the sentences use, explained. */
  readonly terms: readonly Term[]
}

export interface PageSection {
  /** Absent for items that stand before the first section. */
  readonly heading: { readonly id: string; readonly title: string } | undefined
  readonly items: readonly PageItem[]
}

/** Sentences are marked, see `words/marks.ts`; all other text is as the checklist has it. */
export interface PageItem {
  readonly id: string
  /** As it stands in reports: `checklist/ID`. */
  readonly rule: string
  readonly title: string
  readonly severity: TypedItem['severity']
  readonly confidence: TypedItem['confidence']
  readonly applies: string | undefined
  readonly checks: readonly string[]
  readonly questions: readonly string[]
  readonly rationale: string | undefined
  readonly fixes: readonly string[]
  readonly references: readonly Reference[]
  readonly was: readonly string[]
  /** What the item asks for that may be set otherwise. */
  readonly parameters: readonly string[]
}

export interface Reference {
  readonly text: string
  readonly url: string | undefined
}

export function pageOf(checklist: TypedChecklist): Page {
  const { id, title, version, about, parameters, items } = checklist
  const sections = new Map<string, { heading: PageSection['heading']; items: PageItem[] }>()
  for (const item of items) {
    const key = item.section?.id ?? ''
    const section = sections.get(key) ?? { heading: item.section, items: [] }
    section.items.push(itemOf(item, checklist))
    sections.set(key, section)
  }
  const pages = [...sections.values()]
  return { id, title, version, about, parameters, sections: pages, terms: termsOf(checklist, sentencesOf(pages)) }
}

const sentencesOf = (sections: readonly PageSection[]): readonly string[] =>
  sections.flatMap(({ items }) =>
    items.flatMap(({ applies, checks, questions }) => [applies ?? '', ...checks, ...questions]),
  )

function itemOf(item: TypedItem, checklist: TypedChecklist): PageItem {
  const { id, title, severity, confidence, rationale, was, checks, reviews } = item
  return {
    id,
    rule: `${checklist.id}/${id}`,
    title,
    severity,
    confidence,
    applies: conditionSentence(item, checklist),
    checks: checks.map((check) => checkSentence(check, checklist)),
    questions: reviews.map((review) => reviewSentence(review, checklist)),
    rationale,
    fixes: [...new Set(checks.flatMap(({ fix }) => fix ?? []))],
    references: [...item.tags.map(referenceOf), ...item.see.map((url) => ({ text: url, url: webAddress(url) }))],
    was,
    parameters: parametersIn(item, checklist),
  }
}

/** A tag of a catalogue leads to its entry there; one of the checklist's own leads nowhere. */
function referenceOf(tag: string): Reference {
  const entry = entryOf(tag)
  return { text: entry?.title === undefined ? tag : `${tag}: ${entry.title}`, url: entry?.helpUri }
}

/** Nothing but the web is linked to: a checklist may come from anywhere. */
const webAddress = (url: string): string | undefined => (/^https?:\/\//.test(url) ? url : undefined)

/** The parameters that an item reads, by way of definitions, too. */
function parametersIn(item: TypedItem, { definitions, parameters }: TypedChecklist): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { kind, name, parameter, definition } = value as Readonly<Record<string, unknown>>
    if (kind === 'parameter' && typeof name === 'string') found.add(name)
    if (typeof parameter === 'string') found.add(parameter)
    if (kind === 'apply' && typeof definition === 'string' && !seen.has(definition)) {
      seen.add(definition)
      visit(definitions.find((each) => each.name === definition)?.condition)
    }
    for (const part of Object.values(value)) visit(part)
  }
  visit(item)
  return parameters.map(({ name }) => name).filter((name) => found.has(name))
}

/** Tags of items as entries of published catalogues: what SARIF calls taxonomies, and pages of checklists link to. */
import type { Report } from '../../runtime/results/model.ts'
import type { Relationship, Taxonomy } from '../types.ts'
import { type Catalogue, catalogues } from './catalogues.ts'

export interface Entry {
  readonly catalogue: Catalogue
  /** As the catalogue has it: `319`, `A02:2021`, `9.2.2`, `SC-8`. */
  readonly id: string
  readonly title: string | undefined
  readonly helpUri: string
}

/** The entry that a tag names; undefined for a tag of the checklist's own. */
export function entryOf(tag: string): Entry | undefined {
  for (const catalogue of catalogues) {
    const id = catalogue.tag.exec(tag)?.[1]
    if (id !== undefined) return { catalogue, id, title: catalogue.title(id), helpUri: catalogue.helpUri(id) }
  }
  return undefined
}

/** One a catalogue that the report's items name, with the entries that they name. */
export function taxonomiesOf(report: Report): readonly Taxonomy[] {
  const tags = report.checklists.flatMap((checklist) => checklist.items.flatMap(({ item }) => item.tags))
  const entries = [...new Set(tags)].flatMap((tag) => entryOf(tag) ?? [])
  return catalogues.flatMap((catalogue) => {
    const own = entries.filter((entry) => entry.catalogue === catalogue)
    return own.length === 0 ? [] : [taxonomyOf(catalogue, own)]
  })
}

function taxonomyOf(catalogue: Catalogue, entries: readonly Entry[]): Taxonomy {
  const { name, version, guid, organization, shortDescription, informationUri } = catalogue
  return {
    name,
    ...(version === undefined ? {} : { version }),
    guid,
    organization,
    shortDescription: { text: shortDescription },
    informationUri,
    isComprehensive: false,
    taxa: entries
      .toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
      .map(({ id, title, helpUri }) => ({
        id,
        ...(title === undefined ? {} : { shortDescription: { text: title } }),
        helpUri,
      })),
  }
}

/** What the tags of an item name in the taxonomies of its log. */
export function relationshipsOf(tags: readonly string[], taxonomies: readonly Taxonomy[]): readonly Relationship[] {
  return [...new Set(tags)].flatMap((tag) => {
    const entry = entryOf(tag)
    const index = taxonomies.findIndex(({ guid }) => guid === entry?.catalogue.guid)
    if (entry === undefined || index < 0) return []
    const { name, guid } = entry.catalogue
    return [{ target: { id: entry.id, toolComponent: { name, index, guid } }, kinds: ['relevant'] as const }]
  })
}

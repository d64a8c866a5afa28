/** Puts the facts document together. The same parts give the same document, keys in the order of the schema. */
import {
  type Extracted,
  type FactsDocument,
  type KindName,
  kinds,
  type Place,
  schemaVersion,
  type Undecided,
  unreachable,
} from '../../../compiler/index.ts'
import { type Demand, recordsOf, selects } from '../demand/demand.ts'
import { externalFacts } from '../external/facts.ts'
import type { GivenFacts } from '../external/given.ts'
import { missingFacts } from '../external/missing.ts'
import type { Listing } from '../files/list.ts'
import type { Gathered } from '../gather.ts'
import type { GatheredFile } from '../gathered-file.ts'
import type { FileExtraction } from '../link.ts'
import { byCodePoint } from '../order.ts'
import { type Anchors, anchorsOf } from './anchors.ts'
import { fileFact, pathFacts, repositoryFact } from './listed-facts.ts'
import { factsOf, type KeptFact, type Numbering, numberFacts } from './numbering.ts'
import { orderedFact, orderedPlace } from './ordered-fact.ts'
import { outlineOf, withAsked } from './shares.ts'

export interface DocumentParts {
  readonly listing: Listing
  readonly gathered: Gathered
  /** As the linkers left them, in the order of the files. */
  readonly extractions: readonly FileExtraction[]
  readonly demand: Demand
  readonly given: readonly GivenFacts[]
  readonly parameters: FactsDocument['parameters']
  readonly limit: number | undefined
}

/** The facts of a kind, and how many were found and in how many files, kept or not. */
interface List {
  readonly facts: readonly unknown[]
  readonly found: number
  readonly files: number
  readonly outlined?: number
}

export function assemble(parts: DocumentParts): FactsDocument {
  const { gathered, demand, parameters, limit } = parts
  const anchors = anchorsOf(gathered.files)
  const numbering = numberFacts(parts.extractions, demand.asked)
  const files = keptFiles(gathered.files, numbering, demand)

  const extracted: { [K in KindName]?: Extracted } = {}
  const lists: { [K in KindName]?: readonly unknown[] } = {}
  for (const kind of Object.keys(kinds) as KindName[]) {
    const list = listOf(kind, parts, anchors, numbering, files)
    const isAsked = demand.asked.has(kind)
    if (isAsked) extracted[kind] = extractedOf(list)
    // Facts refer to files, so that list is always there; whether files were looked for is another question.
    if (isAsked || kind === 'file' || list.facts.length > 0) lists[kind] = list.facts
  }
  const document = {
    schema: schemaVersion,
    extracted,
    parameters,
    ...(limit === undefined ? {} : { limit }),
    anchors: Object.fromEntries(Object.entries(anchors).map(([word, place]) => [word, orderedPlace(place)])),
    undecided: undecidedOf(parts, files),
    ...lists,
  }
  // The facts were put in order by the schema, whose types say what they are.
  return document as unknown as FactsDocument
}

function extractedOf({ facts, found, files, outlined = 0 }: List): Extracted {
  return { found, kept: facts.length, ...(outlined === 0 ? {} : { outlined }), files }
}

/** The file facts of the document in order, with the number of each: those asked for, and those with something in them. */
type KeptFiles = ReadonlyMap<string, { readonly number: number; readonly file: GatheredFile }>

function keptFiles(files: readonly GatheredFile[], numbering: Numbering, { asked }: Demand): KeptFiles {
  const needed = new Set<string>()
  for (const facts of numbering.kept.values()) for (const { extraction } of facts) needed.add(extraction.file.path)
  const kept = files.filter(
    (file) => needed.has(file.path) || file.gaps.length > 0 || selects(file, 'file', asked)({ ...fileFact(file) }),
  )
  return new Map(kept.map((file, number) => [file.path, { number, file }]))
}

function listOf(kind: KindName, parts: DocumentParts, anchors: Anchors, numbering: Numbering, files: KeptFiles): List {
  const { listing, gathered, extractions, demand } = parts
  const all = listing.entries.length
  switch (kind) {
    case 'repository': {
      const facts = demand.asked.has(kind) ? [listed(kind, repositoryFact(listing, anchors))] : []
      return { facts, found: facts.length, files: all }
    }
    case 'path': {
      const facts = pathFacts(demand.probes, listing, gathered.files, anchors).map((fact) => listed(kind, fact))
      return { facts, found: facts.length, files: all }
    }
    case 'external': {
      const isAsked = demand.asked.has(kind)
      const facts = isAsked ? externalFacts(parts.given, listing.root, anchors.repository as Place) : []
      return { facts: facts.map((fact) => listed(kind, fact)), found: facts.length, files: parts.given.length }
    }
    case 'file': {
      const facts = [...files.values()].map(({ file }) => listed(kind, fileFact(file)))
      return { facts, found: all, files: all }
    }
    default: {
      const kept = numbering.kept.get(kind) ?? []
      const shown = shownOf(kind, demand)
      const facts = kept.map((each) => {
        const { extraction } = each
        const file = files.get(extraction.file.path)?.number
        return orderedFact(kinds[kind], shown(each), file, (to, index) => numbering.numberOf(extraction, to, index))
      })
      const found = extractions.reduce(
        (sum, { extraction }) => sum + (extraction.found?.[kind] ?? factsOf(extraction.facts, kind).length),
        0,
      )
      const outlined = kept.filter(({ share }) => share === 'outline').length
      return { facts, found, files: gathered.examined.get(kind) ?? 0, outlined }
    }
  }
}

/** A fact as far as it is wanted; those of a file follow one another. */
function shownOf(kind: KindName, { asked }: Demand): (kept: KeptFact) => KeptFact['fact'] {
  let last: { readonly extraction: FileExtraction; readonly records: ReturnType<typeof recordsOf> } | undefined
  return ({ extraction, fact, share }) => {
    switch (share) {
      case 'whole':
        return fact
      case 'outline':
        return outlineOf(kinds[kind], fact)
      case 'asked': {
        if (last?.extraction !== extraction) last = { extraction, records: recordsOf(extraction.file, kind, asked) }
        return withAsked(kinds[kind], fact, last.records(fact))
      }
      default:
        return unreachable(share)
    }
  }
}

/** A fact that refers to none. */
const listed = (kind: KindName, fact: object): unknown =>
  orderedFact(kinds[kind], fact as Parameters<typeof orderedFact>[1], undefined, (_, index) => index)

function undecidedOf({ listing, given, demand: { asked } }: DocumentParts, files: KeptFiles): readonly Undecided[] {
  const ofGiven = missingFacts(asked.get('external') ?? [], given).map(
    (reason): Undecided => ({ reason, kinds: ['external'] }),
  )
  const everything = [...asked.keys()]
  const ofListing = listing.gaps.map(({ path, reason, hides }): Undecided => {
    const kinds = hides === 'files' ? everything : everything.filter((kind) => kind === 'file' || kind === 'path')
    return { ...(path === undefined ? {} : { path }), reason, kinds }
  })
  const ofFiles = [...files.values()].flatMap(({ number, file }) =>
    file.gaps.map(({ reason, kinds }): Undecided => {
      const asksOf = kinds.filter((kind) => asked.has(kind))
      return { path: file.rootPath, file: number, reason, kinds: asksOf }
    }),
  )
  const all = [...ofListing, ...ofFiles, ...ofGiven].filter((entry) => entry.kinds.length > 0)
  return all.sort((a, b) => byCodePoint(a.path ?? '', b.path ?? '') || byCodePoint(a.reason, b.reason))
}

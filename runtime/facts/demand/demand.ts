/** Which facts are asked for, of which files. A file that none is asked of is never opened. */
import {
  type AskedRecords,
  type ExtractionPlan,
  type KindName,
  kinds,
  type Scope,
  type Selection,
  type WantedKind,
} from '../../../compiler/index.ts'
import type { Extractor } from '../extractor.ts'
import type { Linker } from '../link.ts'
import { byCodePoint } from '../order.ts'
import { type Fields, meets } from './condition.ts'
import { inScope, type Scoped } from './scope.ts'

/** By kind, the selections of which one has to take a fact in. */
export type Wanted = ReadonlyMap<KindName, readonly Selection[]>

export interface Demand {
  /** What the document is asked for, kinds that nobody can give left out. */
  readonly asked: Wanted
  /** What is extracted: that, and what the linkers need to know. */
  readonly gathered: Wanted
  /** The linkers that can change what is asked for. */
  readonly linkers: readonly Linker[]
  /** Paths that are asked about, sorted. */
  readonly probes: readonly string[]
}

const ownMaterial: Scope = {
  anywhere: false,
  globs: [],
  languages: [],
  roles: [],
  vendored: false,
  templates: false,
}
const everywhere: Scope = { ...ownMaterial, anywhere: true, templates: true }

/** The kinds that come from the list of files, or from what is given beside it, without an extractor. */
const listedKinds: readonly KindName[] = ['repository', 'file', 'path', 'external']

/** There are as many paths as somebody asks about, and what is given says nothing to who has no question. */
const onlyAsked: readonly KindName[] = ['path', 'external']

/** Without plans, everything that can be had of the repository. */
export function demandOf(
  plans: readonly ExtractionPlan[] | undefined,
  extractors: readonly Extractor[],
  linkers: readonly Linker[],
): Demand {
  const given = new Set([...listedKinds, ...extractors.flatMap((extractor) => extractor.kinds)])
  const wanted =
    plans?.flatMap((plan) => plan.kinds) ??
    [...given].filter((kind) => !onlyAsked.includes(kind)).map((kind) => ({ kind, selections: whole(everywhere) }))
  const asked = merged(wanted.filter(({ kind }) => given.has(kind)))
  const needed = linkers.filter((linker) => linker.sets.some((kind) => asked.has(kind)))
  const forLinkers = needed.flatMap(({ reads }) => reads.map((kind) => ({ kind, selections: whole(ownMaterial) })))
  return {
    asked,
    gathered: merged([...[...asked].map(([kind, selections]) => ({ kind, selections })), ...forLinkers]),
    linkers: needed,
    probes: [...new Set(plans?.flatMap(({ probes }) => probes))].sort(byCodePoint),
  }
}

/** All that lies in a scope. */
const whole = (scope: Scope): readonly Selection[] => [{ scope, condition: { kind: 'always' } }]

function merged(wanted: readonly WantedKind[]): Wanted {
  const selections = new Map<KindName, readonly Selection[]>()
  // In the order of the schema, which is that of the document.
  for (const kind of Object.keys(kinds) as KindName[]) {
    const those = wanted.filter((entry) => entry.kind === kind)
    if (those.length > 0)
      selections.set(
        kind,
        those.flatMap((entry) => entry.selections),
      )
  }
  return selections
}

/** The kinds that are wanted of a file. */
export function wantedOf(file: Scoped, wanted: Wanted): ReadonlySet<KindName> {
  const found = new Set<KindName>()
  for (const [kind, scopes] of scopesFor(file, wanted)) {
    if (scopes === 'all' || scopes.some((scope) => inScope(file, scope))) found.add(kind)
  }
  return found
}

/** For files of one sort: that all of them are wanted, or the scopes that may take one in by its path. */
type OfSort = readonly (readonly [KindName, 'all' | readonly Scope[]])[]

/** Thousands of files are of a few dozen sorts, and most scopes ask for no more than that. */
const bySort = new WeakMap<Wanted, Map<string, OfSort>>()

function scopesFor(file: Scoped, wanted: Wanted): OfSort {
  const sorts = bySort.get(wanted) ?? new Map<string, OfSort>()
  bySort.set(wanted, sorts)
  const { language, role, vendored, generated } = file
  const sort = `${language} ${role} ${vendored} ${generated}`
  const known = sorts.get(sort) ?? ofSort(file, wanted)
  sorts.set(sort, known)
  return known
}

const ofSort = (file: Scoped, wanted: Wanted): OfSort =>
  [...wanted].flatMap(([kind, selections]): OfSort => {
    const scopes = selections.map(({ scope }) => scope).filter((scope) => inScope(file, { ...scope, globs: [] }))
    if (scopes.length === 0) return []
    return [[kind, scopes.some(({ globs }) => globs.length === 0) ? 'all' : scopes]]
  })

/** What of a fact is wanted: nothing, that it is there, it with the records that are asked for, or all of it. */
export type Share = 'nothing' | 'outline' | 'asked' | 'whole'

/** How much of a fact of the file is wanted; asked for each fact of a kind, so the file is looked at once. */
export function shareOf(file: Scoped, kind: KindName, wanted: Wanted): (fact: Fields) => Share {
  const selections = selectionsFor(file, kind, wanted)
  const isAll = ({ condition, detailed, records }: Selection) =>
    condition.kind === 'always' && detailed === undefined && records === undefined
  if (selections.some(isAll)) return () => 'whole'
  return (fact) => {
    const those = selections.filter(({ condition }) => meets(fact, condition))
    if (those.length === 0) return 'nothing'
    const closer = those.filter((selection) => isInDetail(fact, selection))
    if (closer.length === 0) return 'outline'
    return closer.every(({ records }) => records !== undefined) ? 'asked' : 'whole'
  }
}

/** The records that are asked for of a fact of the file of which no more is wanted. */
export function recordsOf(file: Scoped, kind: KindName, wanted: Wanted): (fact: Fields) => readonly AskedRecords[] {
  const selections = selectionsFor(file, kind, wanted)
  return (fact) =>
    selections
      .filter((selection) => meets(fact, selection.condition) && isInDetail(fact, selection))
      .flatMap(({ records = [] }) => records)
}

const selectionsFor = (file: Scoped, kind: KindName, wanted: Wanted): readonly Selection[] =>
  (wanted.get(kind) ?? []).filter(({ scope }) => inScope(file, scope))

const isInDetail = (fact: Fields, { detailed }: Selection): boolean => detailed === undefined || meets(fact, detailed)

/** Whether a fact of the file is wanted at all. */
export function selects(file: Scoped, kind: KindName, wanted: Wanted): (fact: Fields) => boolean {
  const share = shareOf(file, kind, wanted)
  return (fact) => share(fact) !== 'nothing'
}

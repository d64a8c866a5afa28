/** Brings checklists into the form that a command needs, with everything that the compiler says of their sources. */
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  type Diagnostic,
  type ExtractionPlan,
  hasErrors,
  type ItemTable,
  type Outcome,
  type Source,
  type Span,
  type TypedChecklist,
} from '../compiler/index.ts'
import type { Compiled } from '../compiler/pipeline.ts'
import { builtInNames, compiledFiles, libraryBytes, policiesAreCompiled, policiesFolder } from './assets.ts'
import { type Entry, findEntries, isPath } from './checklists/find.ts'
import { readSources } from './checklists/sources.ts'
import { Failure } from './failure.ts'
import { assertKnown, type GivenParameters, parameterValues } from './parameters.ts'

/** A checklist that can be evaluated. */
export interface ReadyChecklist {
  readonly module: Uint8Array
  readonly extraction: ExtractionPlan
  readonly items: ItemTable
}

/** What loading gives: the checklists that have no errors, and what the compiler says of all sources. */
export interface Loaded<T> extends Told {
  readonly checklists: readonly T[]
}

/** What the compiler says, and the texts that it speaks of. */
export interface Told {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Source[]
}

export const defaultChecklist = 'wazuh-integration'

/** Ready to be evaluated. The built-in ones of the package are compiled already, so that no compiler is loaded. */
export async function loadReady(named: readonly string[]): Promise<Loaded<ReadyChecklist>> {
  const names = named.length === 0 ? [defaultChecklist] : [...new Set(named)]
  const isReady = (name: string) => policiesAreCompiled && builtInNames().includes(name) && !isPath(name)
  const compiled = names.filter(isReady)
  const others = names.filter((name) => !compiled.includes(name))
  const loaded = others.length === 0 ? nothing : await loadCompiled(others)
  const checklists = [...compiled.map(readCompiled), ...loaded.checklists]
  assertDistinct(checklists.map(({ items }) => items.id))
  return { ...loaded, checklists }
}

const nothing = { checklists: [], diagnostics: [], sources: [] }

function readCompiled(name: string): ReadyChecklist {
  const read = (file: string) => readFileSync(join(policiesFolder, name, file))
  return {
    module: read(compiledFiles.module),
    extraction: JSON.parse(read(compiledFiles.extraction).toString()) as ExtractionPlan,
    items: JSON.parse(read(compiledFiles.items).toString()) as ItemTable,
  }
}

/** Compiled here and now, with everything that the compiler makes. */
export async function loadCompiled(named: readonly string[]): Promise<Loaded<Compiled>> {
  return loadEntries(findEntries(named))
}

export async function loadEntries(entries: readonly Entry[]): Promise<Loaded<Compiled>> {
  const { compile } = await import('../compiler/pipeline.ts')
  const library = libraryBytes()
  const loaded = await load(entries, (sources, entry) => compile(sources, entry, library))
  assertDistinct(loaded.checklists.map(({ items }) => items.id))
  return loaded
}

/** Parsed and checked, for what needs no module. */
export async function loadTyped(named: readonly string[]): Promise<Loaded<TypedChecklist>> {
  const { analyse } = await import('../compiler/pipeline.ts')
  const loaded = await load(findEntries(named), analyse)
  assertDistinct(loaded.checklists.map(({ id }) => id))
  return loaded
}

/** What the compiler says of one file; `text` stands for what the file holds. */
export async function tellOf(entry: Entry, text: string): Promise<Told> {
  const { analyse } = await import('../compiler/pipeline.ts')
  return through(entry, await readSources(entry, text), analyse)
}

/**
 * Ready to be evaluated, with parameters set. The extraction plan depends on them, so that it is made anew.
 * @throws Failure if no checklist has a parameter of a name, or a value does not fit.
 */
export async function loadWithParameters(
  named: readonly string[],
  given: GivenParameters,
): Promise<Loaded<ReadyChecklist>> {
  if (given.size === 0) return loadReady(named)
  const { extractionPlan } = await import('../compiler/pipeline.ts')
  const loaded = await loadCompiled(named.length === 0 ? [defaultChecklist] : named)
  if (hasErrors(loaded.diagnostics)) return loaded
  assertKnown(
    given,
    loaded.checklists.flatMap(({ items }) => items.parameters),
  )
  const checklists = loaded.checklists.map(({ module, items, checklist }) => {
    const extraction = extractionPlan(checklist, parameterValues(given, items.parameters))
    return { module, items, extraction }
  })
  return { ...loaded, checklists }
}

type Stage<T> = (sources: readonly Source[], entry: string) => Outcome<T | undefined>

async function load<T>(entries: readonly Entry[], stage: Stage<T>): Promise<Loaded<T>> {
  const read = await Promise.all(entries.map(async (entry) => ({ entry, sources: await readSources(entry) })))
  const outcomes = read.map(({ entry, sources }) => through(entry, sources, stage))
  return {
    checklists: outcomes.flatMap(({ value }) => value ?? []),
    diagnostics: distinct(outcomes.flatMap(({ diagnostics }) => diagnostics)),
    sources: [...new Map(outcomes.flatMap(({ sources }) => sources).map((source) => [source.path, source])).values()],
  }
}

/** One file, with the paths that lead to it from here, for people and editors to open. */
function through<T>({ root, path, kind }: Entry, read: readonly Source[], stage: Stage<T>): Told & { value?: T } {
  const { value, diagnostics } = stage(read, path)
  const shown = (inside: string) => relative('.', join(root, inside))
  return {
    ...(value === undefined ? {} : { value }),
    // Definitions are checked like everything else, but nobody expects them to be a checklist.
    diagnostics: diagnostics
      .filter(({ code }) => kind === 'checklist' || code !== 'no-checklist')
      .map((diagnostic) => located(diagnostic, shown)),
    sources: read.map(({ path: inside, text }) => ({ path: shown(inside), text })),
  }
}

function located(diagnostic: Diagnostic, shown: (path: string) => string): Diagnostic {
  const there = <P extends { readonly span: Span }>(part: P): P => ({
    ...part,
    span: { ...part.span, path: shown(part.span.path) },
  })
  return {
    ...there(diagnostic),
    related: diagnostic.related.map(there),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(there) })),
  }
}

/** A file that several checklists use has its mistakes said once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()]
}

function assertDistinct(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice === undefined) return
  throw new Failure(
    `two of the checklists are called "${twice}", so nobody could tell their results apart`,
    'Give one of them another name in its first line: checklist NAME 1.0.0 "Title"',
  )
}

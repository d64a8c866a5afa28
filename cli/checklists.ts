/** Finds checklists by a built-in name, a file or a folder, and brings them into the form in which they are evaluated. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Diagnostic, ExtractionPlan, ItemTable, Source, Span } from '../compiler/index.ts'
import { builtInNames, compiledFiles, libraryBytes, policiesAreCompiled, policiesFolder } from './assets.ts'
import { Failure } from './failure.ts'

/** A checklist that can be evaluated. */
export interface ReadyChecklist {
  readonly module: Uint8Array
  readonly extraction: ExtractionPlan
  readonly items: ItemTable
}

/** What loading gives: the checklists, unless one has errors, and what the compiler says of their sources. */
export interface Loaded<T> {
  readonly checklists: readonly T[]
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Source[]
}

export const defaultChecklist = 'wazuh-integration'

/** Ready to be evaluated; the built-in ones of the package are compiled already, so that no compiler is loaded. */
export async function loadReady(named: readonly string[]): Promise<Loaded<ReadyChecklist>> {
  const names = named.length === 0 ? [defaultChecklist] : named
  const compiled = names.filter((name) => policiesAreCompiled && builtInNames().includes(name) && !isPath(name))
  const others = names.filter((name) => !compiled.includes(name))
  const loaded = others.length === 0 ? nothing : await loadCompiled(others)
  return { ...loaded, checklists: [...compiled.map(readCompiled), ...loaded.checklists] }
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
export async function loadCompiled(named: readonly string[]) {
  const { compile } = await import('../compiler/pipeline.ts')
  const library = libraryBytes()
  const entries = named.flatMap(findEntries)
  const outcomes = await Promise.all(
    entries.map(async (entry) => {
      const sources = await readSources(entry)
      const { value, diagnostics } = compile(sources, entry.path, library)
      const shown = (path: string) => relative('.', join(entry.root, path))
      return {
        value,
        diagnostics: diagnostics.map((diagnostic) => located(diagnostic, shown)),
        sources: sources.map(({ path, text }) => ({ path: shown(path), text })),
      }
    }),
  )
  return {
    checklists: outcomes.flatMap(({ value }) => value ?? []).map((value) => ({ ...value, items: value.items })),
    diagnostics: distinct(outcomes.flatMap(({ diagnostics }) => diagnostics)),
    sources: outcomes.flatMap(({ sources }) => sources),
  }
}

/** With the paths that lead to the files from here, for people and editors to open. */
function located(diagnostic: Diagnostic, shown: (path: string) => string): Diagnostic {
  const there = <T extends { readonly span: Span }>(part: T): T => ({
    ...part,
    span: { ...part.span, path: shown(part.span.path) },
  })
  const fixes = diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(there) }))
  return { ...there(diagnostic), related: diagnostic.related.map(there), fixes }
}

/** A file that several checklists use has its mistakes said once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()]
}

/** A checklist file below a root that nothing may be used from above. */
interface Entry {
  readonly root: string
  /** From the root, with `/`. */
  readonly path: string
}

const extension = '.checklist'

const isPath = (name: string): boolean => name.includes('/') || name.includes(sep) || name.endsWith(extension)

function findEntries(name: string): readonly Entry[] {
  const stats = statSync(name, { throwIfNoEntry: false })
  if (!isPath(name) && builtInNames().includes(name)) {
    return [{ root: policiesFolder, path: `${name}/${name}${extension}` }]
  }
  if (stats?.isFile() === true) return [entryOf(name, dirname(dirname(resolve(name))))]
  if (stats?.isDirectory() === true) {
    const found = checklistsIn(resolve(name))
    if (found.length > 0) return found.map((file) => entryOf(file, dirname(resolve(name))))
    throw new Failure(`there is no checklist in the folder ${name}`, `A checklist is a file NAME${extension}.`)
  }
  const names = builtInNames()
  throw new Failure(
    `there is no checklist "${name}"`,
    `Give a file, a folder, or one of the built-in checklists: ${names.join(', ')}.`,
  )
}

/** What a checklist may use lies in its own folder or beside it. */
function entryOf(file: string, root: string): Entry {
  return { root, path: relative(root, resolve(file)).split(sep).join('/') }
}

/** The files of a folder and of the folders in it that are checklists; the others hold definitions. */
function checklistsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((found) => {
      const path = join(folder, found.name)
      if (found.isDirectory()) return readdirSync(path).map((name) => join(path, name))
      return [path]
    })
    .filter((path) => path.endsWith(extension) && statSync(path).isFile())
    .filter((path) => /^checklist\b/m.test(readFileSync(path, 'utf8')))
    .sort()
}

/** The file itself and all that it uses, by way of others too. What is missing is left for the compiler to say. */
async function readSources(entry: Entry): Promise<readonly Source[]> {
  const { parse, usedPath } = await import('../compiler/pipeline.ts')
  const sources = new Map<string, Source>()
  const waiting = [entry.path]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = sources.has(path) ? undefined : readBelow(entry.root, path)
    if (text === undefined) continue
    const source = { path, text }
    sources.set(path, source)
    for (const statement of parse(source).value.statements) {
      const used = statement.kind === 'use' ? usedPath(path, statement) : undefined
      if (used !== undefined) waiting.push(used)
    }
  }
  return [...sources.values()]
}

/** The text of a file below a root; links that lead out of it are not followed. */
function readBelow(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(join(root, path))
    const [first] = relative(realpathSync(root), real).split(sep)
    if (first === '..' || first === '') return undefined
    return readFileSync(real, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw new Failure(`${basename(path)} could not be read: ${(error as Error).message}`)
  }
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

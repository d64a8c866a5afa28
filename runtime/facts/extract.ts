/** The stages in order: list, classify, gather, link, assemble. */
import type { ExtractionPlan, FactsDocument } from '../../compiler/index.ts'
import { classifyByPath } from './classify/classify.ts'
import { demandOf } from './demand/demand.ts'
import { assemble } from './document/document.ts'
import { withGitStatus } from './document/git-status.ts'
import type { Extractor } from './extractor.ts'
import { type Listing, listFiles } from './files/list.ts'
import { readText } from './files/read.ts'
import { gather, type Progress } from './gather.ts'
import { type Linker, link } from './link.ts'
import type { GatheredFile } from './look.ts'

export interface ExtractOptions {
  readonly onProgress?: (progress: Progress) => void
  /** In bytes; a larger file is not read, and undecided. */
  readonly maxFileSize?: number
  /** In milliseconds, a last resort: files that are not reached by then are undecided, and another run may reach them. */
  readonly timeout?: number
  /** How many findings a check is to give in full. */
  readonly limit?: number
  /**
   * How many threads take part beside this one, from the bytes that are to be read for facts. They run the extractors of
   * `extractors.ts`; whatever their number, the facts are the same.
   */
  readonly helpers?: (bytes: number) => number
  readonly signal?: AbortSignal
}

const alone = (): number => 0

/** What reads the files, and what puts together what was read. */
export interface Extractors {
  readonly extractors: readonly Extractor[]
  readonly linkers: readonly Linker[]
}

export interface ExtractedFacts {
  readonly document: FactsDocument
  /** The document as JSON in UTF-8, alone in its buffer: the same tree gives the same bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly scan: Scan
}

/** What a report says about the run itself. */
export interface Scan {
  /** The git root, or the scanned folder where there is none; absolute. */
  readonly root: string
  /** The scanned folder below the root, with `/`; empty where it is the root. */
  readonly prefix: string
  readonly revision?: string
  readonly branch?: string
  /** How many files were listed. */
  readonly files: number
  /** How many of them are no material of the repository's own, each counted once, by the first of these that it is. */
  readonly leftOut: LeftOut
  /** Where the list comes from. */
  readonly source: Listing['source']
  /** Sentences about what the list leaves out. */
  readonly notes: readonly string[]
  /** The text of a file, by its path from the root, to show lines of it; nothing where it cannot be shown. */
  textOf(path: string): string | undefined
}

/** Files that a kind does not mean unless a checklist says so. */
export interface LeftOut {
  readonly vendored: number
  readonly generated: number
  readonly tests: number
}

/** Two million bytes: sources that people write are far below. */
export const defaultMaxFileSize = 2_000_000

export async function extract(
  folder: string,
  plans: readonly ExtractionPlan[] | undefined,
  { extractors, linkers }: Extractors,
  {
    onProgress = () => {},
    maxFileSize = defaultMaxFileSize,
    timeout,
    limit,
    helpers = alone,
    signal,
  }: ExtractOptions = {},
): Promise<ExtractedFacts> {
  const demand = demandOf(plans, extractors, linkers)
  const listing = await listFiles(folder)
  const classified = classifyByPath(listing.entries)
  const gathered = await gather(classified, {
    root: listing.root,
    wanted: demand.gathered,
    extractors,
    maxFileSize,
    deadline: timeout === undefined ? undefined : performance.now() + timeout,
    helpers,
    onProgress,
    signal,
  })
  const extractions = withGitStatus(link(gathered.extractions, gathered.tree, demand.linkers), listing)
  const parameters = Object.fromEntries((plans ?? []).map((plan) => [plan.checklist, plan.parameters]))
  const document = assemble({ listing, gathered, extractions, demand, parameters, limit })
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  return { document, bytes, scan: scanOf(listing, gathered.files, maxFileSize) }
}

function scanOf(listing: Listing, files: readonly GatheredFile[], maxFileSize: number): Scan {
  const { root, prefix, head, entries, source, notes } = listing
  return {
    root: root.root,
    prefix,
    ...head,
    files: entries.length,
    leftOut: leftOutOf(files),
    source,
    notes,
    textOf(path) {
      const reading = readText(root, path, maxFileSize)
      return reading.kind === 'text' ? reading.text : undefined
    },
  }
}

function leftOutOf(files: readonly GatheredFile[]): LeftOut {
  const counts = { vendored: 0, generated: 0, tests: 0 }
  for (const { vendored, generated, role } of files) {
    if (vendored) counts.vendored++
    else if (generated) counts.generated++
    else if (role === 'test') counts.tests++
  }
  return counts
}

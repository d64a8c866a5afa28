/**
 * Facts of a repository: list the files, classify them, open those that something is asked of, extract, link, and put
 * the document together. Nothing of the scanned tree is run, and nothing outside of it is read but its git directory.
 */
import type { ExtractionPlan, FactsDocument } from '../../compiler/index.ts'
import { classifyByPath } from './classify.ts'
import { demandOf } from './demand.ts'
import { assemble } from './document.ts'
import { extractors, linkers } from './extractors.ts'
import { gather, type Progress } from './gather.ts'
import { link } from './link.ts'
import { type Listing, listFiles } from './list.ts'
import { readText } from './read.ts'

export { FactsError, type FactsErrorCode } from './errors.ts'
export type { Progress } from './gather.ts'

export interface ExtractOptions {
  readonly onProgress?: (progress: Progress) => void
  /** In bytes; a larger file is not read, and undecided. */
  readonly maxFileSize?: number
  /** How many findings a check is to give in full. */
  readonly limit?: number
  readonly signal?: AbortSignal
}

export interface ExtractedFacts {
  readonly document: FactsDocument
  /** The document as JSON in UTF-8: the same tree gives the same bytes. */
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
  /** Where the list comes from. */
  readonly source: Listing['source']
  /** Sentences about what the list leaves out. */
  readonly notes: readonly string[]
  /** The text of a file, by its path from the root, to show lines of it; nothing where it cannot be shown. */
  textOf(path: string): string | undefined
}

/** Two million bytes: sources that people write are far below. */
export const defaultMaxFileSize = 2_000_000

/**
 * Extracts the facts of the files below `folder`: what the plans ask for, or without plans all that can be had.
 *
 * @throws FactsError if the folder is missing, is no folder, or may not be read; the reason of `signal` when it aborts.
 */
export async function extractFacts(
  folder: string,
  plans: ExtractionPlan | readonly ExtractionPlan[] | undefined,
  { onProgress = () => {}, maxFileSize = defaultMaxFileSize, limit, signal }: ExtractOptions = {},
): Promise<ExtractedFacts> {
  const planned = plans === undefined || 'kinds' in plans ? plans && [plans] : plans
  const demand = demandOf(planned, extractors, linkers)
  const listing = await listFiles(folder)
  const classified = classifyByPath(listing.entries)
  const gathered = await gather(listing.root, classified, demand.gathered, extractors, {
    maxFileSize,
    onProgress,
    signal,
  })
  const extractions = link(gathered.extractions, gathered.tree, demand.linkers)
  const parameters = Object.fromEntries((planned ?? []).map((plan) => [plan.checklist, plan.parameters]))
  const document = assemble({ listing, gathered, extractions, demand, parameters, limit })
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  return { document, bytes, scan: scanOf(listing, maxFileSize) }
}

function scanOf({ root, prefix, head, entries, source, notes }: Listing, maxFileSize: number): Scan {
  return {
    root: root.root,
    prefix,
    ...head,
    files: entries.length,
    source,
    notes,
    textOf(path) {
      const reading = readText(root, path, maxFileSize)
      return reading.kind === 'text' ? reading.text : undefined
    },
  }
}

/** The stages in order: list, classify, gather, link, assemble. */
import { assert, type ExtractionPlan, type FactsDocument } from '../../compiler/index.ts'
import { budgetForLinking } from './budget.ts'
import { type CachePlace, openCache } from './cache/index.ts'
import { type About, aboutOf, stillHolds } from './cache/kept-document.ts'
import { documentKey, type Key, packName, treeDigest } from './cache/keys.ts'
import { type ClassifiedFile, classifyByPath } from './classify/classify.ts'
import { demandOf } from './demand/demand.ts'
import { assemble } from './document/document.ts'
import {
  type DocumentBytes,
  type DocumentHead,
  documentBytes,
  headOf,
  parsedDocument,
} from './document/document-bytes.ts'
import { withGitStatus } from './document/git-status.ts'
import type { GivenFacts } from './external/given.ts'
import type { Extractor } from './extractor.ts'
import { without } from './files/exclude.ts'
import { listFiles } from './files/list.ts'
import { type Gathered, gather, type Progress, turn } from './gather.ts'
import { type Linked, type Linker, link } from './link.ts'
import { Looker, type Surroundings } from './look.ts'
import { leftOutOf, type Scan, scanOf } from './scan.ts'

export interface ExtractOptions {
  readonly onProgress?: (progress: Progress) => void
  /** In bytes; a larger file is not read, and undecided. */
  readonly maxFileSize?: number
  /** In milliseconds, a last resort: files that are not reached by then are undecided, and another run may reach them. */
  readonly timeout?: number
  /** Files to leave out, as in a `.gitignore` of the scanned folder. */
  readonly exclude?: readonly string[]
  /** What is given beside the repository. */
  readonly given?: readonly GivenFacts[]
  /** How many findings a check is to give in full. */
  readonly limit?: number
  /**
   * How many threads take part beside this one, from the bytes that are to be read for facts. They run the extractors of
   * `extractors.ts`; whatever their number, the facts are the same.
   */
  readonly helpers?: (bytes: number) => number
  readonly signal?: AbortSignal
  /** The facts are the same without. */
  readonly cache?: CachePlace
}

const alone = (): number => 0

/** What reads the files, and what puts together what was read. */
export interface Extractors {
  readonly extractors: readonly Extractor[]
  readonly linkers: readonly Linker[]
}

export interface ExtractedFacts {
  /** The document as JSON in UTF-8, alone in its buffer: the same tree gives the same bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The document without its lists of facts. */
  readonly head: DocumentHead
  /** Read from the bytes when it is first asked for: who evaluates needs the bytes alone. */
  readonly document: FactsDocument
  readonly scan: Scan
}

/** Two million bytes: sources that people write are far below. */
export const defaultMaxFileSize = 2_000_000

export async function extract(
  folder: string,
  plans: readonly ExtractionPlan[] | undefined,
  { extractors, linkers }: Extractors,
  options: ExtractOptions = {},
): Promise<ExtractedFacts> {
  const { onProgress = () => {}, maxFileSize = defaultMaxFileSize, timeout, helpers = alone, signal } = options
  const { limit, given = [] } = options
  const deadline = timeout === undefined ? undefined : performance.now() + timeout
  const demand = demandOf(plans, extractors, linkers)
  const listing = without(await listFiles(folder), options.exclude ?? [])
  const { root } = listing
  const files = classifyByPath(listing.entries)
  const tree = { paths: new Set(files.map(({ path }) => path)) }
  const surroundings: Surroundings = {
    ...{ root, tree, wanted: demand.gathered, extractors, maxFileSize, deadline },
    treeDigest: options.cache === undefined ? undefined : treeDigest(tree),
  }
  const looker = new Looker(surroundings)
  const bytes = files.reduce((sum, file) => sum + looker.bytesOf(file), 0)
  const cache =
    options.cache === undefined
      ? undefined
      : openCache(options.cache, () => packName(listing, plans, maxFileSize), root, bytes)
  try {
    const expected = cache?.hasRecords ? await keysOf(files, looker, signal) : undefined
    const kept = expected && cache?.recallDocument<About>(documentKey(listing, expected, { limit, given }))
    if (kept !== undefined && stillHolds(kept.about, listing))
      return extracted({ ...kept, ...kept.about }, scanOf(listing, kept.about.leftOut, maxFileSize))

    const gathered = await gather(files, looker, { ...surroundings, helpers, onProgress, signal, cache, expected })
    cache?.settle()
    // Nothing is half written from here on, so that a signal may end the process while it is busy.
    await turn()
    const linked = link(gathered.extractions, gathered.tree, demand.linkers, budgetForLinking(bytes, deadline))
    const extractions = withGitStatus(linked.extractions, listing)
    const parameters = Object.fromEntries((plans ?? []).map((plan) => [plan.checklist, plan.parameters]))
    const all = withGaps(gathered, linked)
    const document = assemble({ listing, gathered: all, extractions, demand, given, parameters, limit })
    const written = documentBytes(document)
    const leftOut = leftOutOf(gathered.files)
    if (cache !== undefined && gathered.keys !== undefined && linked.final) {
      const about = aboutOf(written.headLength, leftOut, listing, document.path ?? [])
      cache.keepDocument(documentKey(listing, gathered.keys, { limit, given }), { about, bytes: written.bytes })
      await turn()
    }
    return extracted(written, scanOf(listing, leftOut, maxFileSize))
  } finally {
    cache?.close()
  }
}

/** What linking leaves open is added; what it settled, since another file tells it, is taken away. */
function withGaps(gathered: Gathered, { gaps, extractions }: Linked): Gathered {
  const open = openIn(extractions)
  const settled = new Set([...openIn(gathered.extractions)].filter((each) => !open.has(each)))
  if (gaps.size === 0 && settled.size === 0) return gathered
  const files = gathered.files.map((file) => {
    const own = file.gaps.filter(({ reason }) => !settled.has(`${file.path} ${reason}`))
    return { ...file, gaps: [...own, ...(gaps.get(file.path) ?? [])] }
  })
  return { ...gathered, files }
}

const openIn = (extractions: Linked['extractions']): ReadonlySet<string> =>
  new Set(
    extractions.flatMap(({ file, extraction }) => extraction.undecided.map(({ reason }) => `${file.path} ${reason}`)),
  )

/** What the files look like by now, without an extractor. */
async function keysOf(files: readonly ClassifiedFile[], looker: Looker, signal: AbortSignal | undefined) {
  const keys: Key[] = []
  for (const [index, file] of files.entries()) {
    if (index % filesAtATime === 0) await turn()
    signal?.throwIfAborted()
    const key = looker.keyOf(file)
    assert(key !== undefined, 'who has a digest of the tree gives keys')
    keys.push(key)
  }
  return keys
}

/** Seeing a file takes a fraction of a millisecond. */
const filesAtATime = 50

function extracted(written: DocumentBytes, scan: Scan): ExtractedFacts {
  let document: FactsDocument | undefined
  return {
    bytes: written.bytes,
    head: headOf(written),
    get document() {
      document ??= parsedDocument(written)
      return document
    },
    scan,
  }
}

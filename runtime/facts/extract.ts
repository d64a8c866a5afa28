/** The stages in order: list, classify, gather, link, assemble. */
import { assert, type ExtractionPlan } from '../../compiler/index.ts'
import { budgetForLinking } from './budget.ts'
import { type About, aboutOf, stillHolds } from './cache/kept-document.ts'
import { documentKey, type Key, packName, questionKey } from './cache/keys.ts'
import { fewestBytes, outsideOf } from './cache/place.ts'
import { ScanCache } from './cache/scan-cache.ts'
import { Shelf } from './cache/shelf.ts'
import type { LastRun } from './cache/unchanged.ts'
import { type ClassifiedFile, classifyByPath } from './classify/classify.ts'
import { demandOf } from './demand/demand.ts'
import { assemble } from './document/document.ts'
import { type DocumentBytes, documentBytes } from './document/document-bytes.ts'
import { withGitStatus } from './document/git-status.ts'
import { type ExtractedFacts, extracted } from './extracted.ts'
import type { Extractor } from './extractor.ts'
import { without } from './files/exclude.ts'
import { listFiles } from './files/list.ts'
import { Trace } from './files/trace.ts'
import { type Gathered, gather, turn } from './gather.ts'
import { type Linked, type Linker, link } from './link.ts'
import { Looker, type Surroundings } from './look.ts'
import { defaultMaxFileSize, type ExtractOptions } from './options.ts'
import { accountOf, leftOutOf, scanOf } from './scan.ts'
import { Tree } from './tree/tree.ts'

const alone = (): number => 0

/** What reads the files, and what puts together what was read. */
export interface Extractors {
  readonly extractors: readonly Extractor[]
  readonly linkers: readonly Linker[]
}

export async function extract(
  folder: string,
  plans: readonly ExtractionPlan[] | undefined,
  { extractors, linkers }: Extractors,
  options: ExtractOptions = {},
): Promise<ExtractedFacts> {
  const { onProgress = () => {}, maxFileSize = defaultMaxFileSize, timeout, helpers = alone, signal } = options
  const { limit, given = [], exclude = [] } = options
  const deadline = timeout === undefined ? undefined : performance.now() + timeout
  const trace = options.cache === undefined ? undefined : new Trace()
  const demand = demandOf(plans, extractors, linkers)
  const listing = without(await listFiles(folder, trace), exclude)
  const { root } = listing
  const place = options.cache && outsideOf(root, options.cache)
  const files = classifyByPath(listing.entries)
  const tree = new Tree(files.map(({ path }) => path))
  const surroundings: Surroundings = {
    ...{ root, tree, wanted: demand.gathered, extractors, maxFileSize, deadline },
    keyed: place !== undefined,
  }
  const looker = new Looker(surroundings)
  const bytes = files.reduce((sum, file) => sum + looker.bytesOf(file), 0)
  const isWorthIt = place !== undefined && bytes >= fewestBytes
  const cache = isWorthIt ? ScanCache.open(place, packName(listing, plans, maxFileSize)) : undefined
  try {
    const expected = cache?.hasRecords ? await keysOf(files, looker, signal) : undefined
    const known = expected && documentKey(listing, expected, { limit, given })
    const kept = known && cache?.recallDocument<About>(known)
    if (kept && stillHolds(kept.about, listing)) return finished(kept, kept.about, known)

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
    const about = aboutOf(written.headLength, leftOutOf(gathered.files), listing, document.path ?? [])
    const keys = linked.final ? gathered.keys : undefined
    const key = keys && documentKey(listing, keys, { limit, given })
    if (key !== undefined) cache?.keepDocument(key, { about, bytes: written.bytes })
    return finished(written, about, key)
  } finally {
    cache?.close()
    // What the cache kept last is whole, so that a signal ends whatever the caller is busy with.
    await turn()
  }

  /** `key`: of the document, where it is kept. */
  function finished({ bytes }: Pick<DocumentBytes, 'bytes'>, about: About, key: Key | undefined): ExtractedFacts {
    const account = accountOf(listing, about.leftOut)
    const looked = trace?.kept()
    if (cache !== undefined && key !== undefined && looked !== undefined) {
      const last: LastRun = { trace: looked, document: key, account }
      cache.keepLast('trace', questionKey(exclude, { limit, given }), last)
    }
    const shelf = cache === undefined || key === undefined ? undefined : new Shelf(cache, key)
    return extracted({ bytes, headLength: about.headLength }, scanOf(account, root, maxFileSize), shelf)
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
    assert(key !== undefined, 'who is asked for keys gives them')
    keys.push(key)
  }
  return keys
}

/** Seeing a file takes a fraction of a millisecond. */
const filesAtATime = 50

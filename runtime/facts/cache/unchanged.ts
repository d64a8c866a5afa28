/**
 * The way of a run that finds everything as the last one left it: it looks at each path once, and takes the document that
 * was kept. Nothing is listed or read, so that neither is what lists and reads loaded.
 */
import type { ExtractionPlan } from '../../../compiler/index.ts'
import { type ExtractedFacts, extracted } from '../extracted.ts'
import { locate } from '../files/locate.ts'
import { isUnchanged, type KeptTrace } from '../files/trace.ts'
import { defaultMaxFileSize, type ExtractOptions } from '../options.ts'
import { type ScanAccount, scanOf } from '../scan.ts'
import type { About } from './kept-document.ts'
import { type Key, packName, questionKey } from './keys.ts'
import { outsideOf } from './place.ts'
import { ScanCache } from './scan-cache.ts'
import { Shelf } from './shelf.ts'

/** What the last run leaves for one that finds nothing else. */
export interface LastRun {
  readonly trace: KeptTrace
  readonly document: Key
  readonly account: ScanAccount
}

/** @throws FactsError as `extractFacts`. */
export function recallUnchanged(
  folder: string,
  plans: readonly ExtractionPlan[] | undefined,
  options: ExtractOptions,
): ExtractedFacts | undefined {
  const { maxFileSize = defaultMaxFileSize, exclude = [], limit, given = [] } = options
  if (options.cache === undefined) return undefined
  const located = locate(folder)
  const place = outsideOf(located.root, options.cache)
  const cache = place === undefined ? undefined : ScanCache.open(place, packName(located, plans, maxFileSize))
  const last = cache?.recallLast<LastRun>('trace', questionKey(exclude, { limit, given }))
  if (cache === undefined || last === undefined || !isUnchanged(last.trace)) return undefined
  const kept = cache.recallDocument<About>(last.document)
  if (kept === undefined) return undefined
  const { bytes, about } = kept
  const scan = scanOf(last.account, located.root, maxFileSize)
  return extracted({ bytes, headLength: about.headLength }, scan, new Shelf(cache, last.document))
}

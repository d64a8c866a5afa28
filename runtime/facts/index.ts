/**
 * Facts of a repository, as one JSON document. Nothing of the scanned tree is run, and nothing outside of it is read but
 * its git directory.
 */
import type { ExtractionPlan } from '../../compiler/index.ts'
import { recallUnchanged } from './cache/unchanged.ts'
import type { Demanded } from './demand/describe.ts'
import type { ExplainOptions, Explanation } from './explain.ts'
import type { ExtractedFacts } from './extracted.ts'
import type { ExtractOptions } from './options.ts'

export type { CachePlace } from './cache/place.ts'
export type { Demanded } from './demand/describe.ts'
export { FactsError, type FactsErrorCode } from './errors.ts'
export type { Explanation } from './explain.ts'
export { askedNames } from './external/asked-names.ts'
export { type GivenFacts, readGiven } from './external/given.ts'
export type { ExtractedFacts } from './extracted.ts'
export type { Progress } from './gather.ts'
export { defaultMaxFileSize, type ExtractOptions } from './options.ts'
export type { LeftOut, Scan } from './scan.ts'

/**
 * Extracts the facts of the files below `folder`: what the plans ask for, or without a plan all that can be had.
 *
 * @throws FactsError if the folder is missing, is no folder, or may not be read, or holds the cache that was named; the reason of `signal`
 * when it aborts.
 */
export async function extractFacts(
  folder: string,
  plan: ExtractionPlan | readonly ExtractionPlan[] | undefined,
  options: ExtractOptions = {},
): Promise<ExtractedFacts> {
  const plans = plan === undefined || Array.isArray(plan) ? plan : [plan as ExtractionPlan]
  const unchanged = recallUnchanged(folder, plans, options)
  if (unchanged !== undefined) return unchanged
  const { extract, helpersFor, ...all } = await import('./reading.ts')
  return extract(folder, plans, all, { helpers: helpersFor, ...options })
}

/**
 * What became of one file of `folder`, given from there: the role that it was taken for and why, and why it was opened
 * for these plans, or not.
 *
 * @throws FactsError as `extractFacts`.
 */
export async function explainFile(
  folder: string,
  path: string,
  plans: readonly ExtractionPlan[] | undefined,
  options: ExplainOptions = {},
): Promise<Explanation> {
  const { explain, ...all } = await import('./reading.ts')
  return explain(folder, path, plans, all, options)
}

/** What the plans ask for, kind by kind, with the extractors that give it; without plans, everything. */
export async function describeExtraction(plans: readonly ExtractionPlan[] | undefined): Promise<Demanded> {
  const { describe, extractors, linkers } = await import('./reading.ts')
  return describe(plans, extractors, linkers)
}

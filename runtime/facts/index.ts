/**
 * Facts of a repository, as one JSON document. Nothing of the scanned tree is run, and nothing outside of it is read but
 * its git directory.
 */
import type { ExtractionPlan } from '../../compiler/index.ts'
import { type ExtractedFacts, type ExtractOptions, extract } from './extract.ts'
import { extractors, linkers } from './extractors.ts'

export { FactsError, type FactsErrorCode } from './errors.ts'
export { defaultMaxFileSize, type ExtractedFacts, type ExtractOptions, type LeftOut, type Scan } from './extract.ts'
export type { Progress } from './gather.ts'

/**
 * Extracts the facts of the files below `folder`: what the plans ask for, or without a plan all that can be had.
 *
 * @throws FactsError if the folder is missing, is no folder, or may not be read; the reason of `signal` when it aborts.
 */
export async function extractFacts(
  folder: string,
  plan: ExtractionPlan | readonly ExtractionPlan[] | undefined,
  options: ExtractOptions = {},
): Promise<ExtractedFacts> {
  const plans = plan === undefined || Array.isArray(plan) ? plan : [plan as ExtractionPlan]
  return extract(folder, plans, { extractors, linkers }, options)
}

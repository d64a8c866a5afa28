/** What can be asked of an extraction beside its plans. */
import type { CachePlace } from './cache/place.ts'
import type { GivenFacts } from './external/given.ts'
import type { Progress } from './gather.ts'

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

/** Two million bytes: sources that people write are far below. */
export const defaultMaxFileSize = 2_000_000

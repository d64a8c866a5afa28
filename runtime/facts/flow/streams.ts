/** The streams that outputs lead to, as far as one file tells. */
import type { LocalFact } from '../extractor.ts'

export type Stream = LocalFact<'output'>['stream']

/** The more a stream is part of what a program is run for, the earlier. */
const byWeight: readonly Stream[] = ['stdout', 'stderr', 'log', 'unknown']

/** Of several streams that something may go to, the one that matters most. */
export const weightiest = (streams: readonly Stream[]): Stream =>
  byWeight.find((stream) => streams.includes(stream)) ?? 'unknown'

/** Where a record is written to; what is not known yet is found out when all files were read. */
export type LoggerUse =
  /** A logger of the standard library; without a name where that is not known. */
  | { readonly kind: 'logger'; readonly name: string | undefined }
  /** Something in another module that may be one, dotted. */
  | { readonly kind: 'candidate'; readonly holder: string }

/** An output of a logger gets its stream when it is known where the loggers of the repository go. */
export interface LocalOutput extends LocalFact<'output'> {
  readonly logger?: LoggerUse
}

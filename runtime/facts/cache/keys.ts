/**
 * Keys of records: digests of all that a record was made from, so that a record is right whenever it is found.
 *
 *     build ┐
 *     plans ├─▶ name of the pack
 *     root  ┘       nature ┐
 *                   bytes  ┴─▶ key of a file ┐
 *                       listing, budgets ────┴─▶ key of the document
 */
import { createHash } from 'node:crypto'
import type { ExtractionPlan } from '../../../compiler/index.ts'
import type { ClassifiedFile } from '../classify/classify.ts'
import type { GivenFacts } from '../external/given.ts'
import type { Listing } from '../files/list.ts'
import type { Located } from '../files/locate.ts'
import type { Sight } from '../sight.ts'
import { buildDigest } from './build.ts'

export type Key = string

/** One pack holds what the last run with these plans on this folder saw. */
export function packName(
  { root, prefix }: Pick<Located, 'root' | 'prefix'>,
  plans: readonly ExtractionPlan[] | undefined,
  maxFileSize: number,
): string {
  return digestOf([buildDigest(), root.root, prefix, maxFileSize, plans ?? null]).replaceAll('-', '+')
}

/** What was asked of a run, beside what the name of the pack covers. */
export const questionKey = (exclude: readonly string[], { limit, given }: Beside): Key =>
  digestOf([exclude, limit ?? null, given])

/** What an extractor asked of the other files' names is kept with the record, and asked again (`tree/asked.ts`). */
export function fileKey(file: ClassifiedFile, sight: Sight): Key {
  const { path, rootPath, language, role, vendored, generated, binary, open } = file
  const about = [path, rootPath, language, role, vendored, generated, binary, open]
  switch (sight.kind) {
    case 'closed':
      return digestOf([...about, sight.kind])
    case 'trouble':
      return digestOf([...about, sight.kind, sight.reason])
    case 'content':
      return digestOf([...about, sight.kind, sight.whole], sight.bytes)
  }
}

/** What the document holds beside the files. */
interface Beside {
  readonly limit: number | undefined
  readonly given: readonly GivenFacts[]
}

/**
 * What is ignored follows from the ignore files, which are compared by themselves (`kept-document.ts`).
 * @param files the keys of all files in the order of the listing
 */
export function documentKey(listing: Listing, files: readonly Key[], { limit, given }: Beside): Key {
  const { head, gaps, source, tracked } = listing
  const entries = listing.entries.map(({ rootPath, type, size, mode, target }) => [rootPath, type, size, mode, target])
  return digestOf([head, entries, gaps, source, [...tracked], limit ?? null, given, files])
}

function digestOf(plain: unknown, bytes?: Uint8Array): string {
  const hash = createHash('sha256').update(JSON.stringify(plain))
  return (bytes === undefined ? hash : hash.update(bytes)).digest('base64url')
}

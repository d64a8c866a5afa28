/** Opens the cache for a run, where it is worth it. */
import { realpathSync } from 'node:fs'
import { sep } from 'node:path'
import { attempt } from '../attempt.ts'
import { FactsError } from '../errors.ts'
import type { Folder } from '../files/folder.ts'
import { ScanCache } from './scan-cache.ts'

/** Below, a scan takes less than what surrounds it. In bytes that are to be read for facts. */
const fewestBytes = 200_000

/**
 * Nothing where the folder cannot be used, or the run is too small for it.
 * @throws FactsError if the folder lies in the scanned repository, which would then say itself what facts it has.
 */
export function openCache(path: string, name: () => string, root: Folder, bytes: number): ScanCache | undefined {
  const real = attempt(() => realpathSync(path)) ?? path
  if (`${real}${sep}`.startsWith(`${root.root}${sep}`))
    throw new FactsError('cache-inside', `The folder of the cache, ${path}, lies in the scanned repository.`)
  return bytes < fewestBytes ? undefined : ScanCache.open(real, name())
}

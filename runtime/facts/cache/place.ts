/** Opens the cache for a run, where it is worth it. */
import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { attempt } from '../attempt.ts'
import { FactsError } from '../errors.ts'
import type { Folder } from '../files/folder.ts'
import { ScanCache } from './scan-cache.ts'

/** Where runs leave what they found out for the next one. */
export interface CachePlace {
  readonly folder: string
  /** One that is only customary is left alone where it lies in the scanned repository: nobody made a mistake. */
  readonly chosen: 'by name' | 'by custom'
}

/** Below, a scan takes less than what surrounds it. In bytes that are to be read for facts. */
const fewestBytes = 200_000

/**
 * Nothing where the folder cannot be used, or the run is too small for it.
 * @throws FactsError if somebody named a folder in the scanned repository, which would then say itself what facts it has.
 */
export function openCache(
  { folder, chosen }: CachePlace,
  name: () => string,
  root: Folder,
  bytes: number,
): ScanCache | undefined {
  const real = whereabouts(resolve(folder))
  if (isWithin(real, root.root)) {
    if (chosen === 'by custom') return undefined
    throw new FactsError('cache-inside', `The folder of the cache, ${folder}, lies in the scanned repository.`)
  }
  return bytes < fewestBytes ? undefined : ScanCache.open(real, name())
}

/** Where an absolute path leads. It may not be there yet: links in what is there of it are followed. */
function whereabouts(path: string): string {
  const real = attempt(() => realpathSync(path))
  const above = dirname(path)
  return real ?? (above === path ? path : join(whereabouts(above), basename(path)))
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

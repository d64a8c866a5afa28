/** Where the cache may lie, and when it is worth it. */
import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { attempt } from '../attempt.ts'
import { FactsError } from '../errors.ts'
import type { Folder } from '../files/folder.ts'

/** Where runs leave what they found out for the next one. */
export interface CachePlace {
  readonly folder: string
  /** One that is only customary is left alone where it lies in the scanned repository: nobody made a mistake. */
  readonly chosen: 'by name' | 'by custom'
}

/** Below, a scan takes less than what surrounds it. In bytes that are to be read for facts. */
export const fewestBytes = 200_000

/**
 * Where the folder is, links followed; nothing where it is not used.
 * @throws FactsError if somebody named a folder in the scanned repository, which would then say itself what facts it has.
 */
export function outsideOf(root: Folder, { folder, chosen }: CachePlace): string | undefined {
  const real = whereabouts(resolve(folder))
  if (!isWithin(real, root.root)) return real
  if (chosen === 'by custom') return undefined
  throw new FactsError('cache-inside', `The folder of the cache, ${folder}, lies in the scanned repository.`)
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

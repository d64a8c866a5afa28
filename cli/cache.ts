/** Where runs leave what they found out for the next one. */
import { homedir, platform } from 'node:os'
import { join } from 'node:path'
import { Option } from 'commander'
import type { CachePlace } from '../runtime/facts/index.ts'

export interface CacheOptions {
  /** False with `--no-cache`. */
  readonly cache: boolean
  readonly cacheDir?: string
}

export const cacheOptions = (): readonly [Option, Option] => [
  new Option('--no-cache', 'read every file anew, and leave nothing for the next run'),
  new Option('--cache-dir <folder>', 'leave there what the next run can use').env('PROVISO_CACHE_DIR'),
]

/** As an option of `extractFacts`. */
export function cacheOf({ cache, cacheDir }: CacheOptions): { readonly cache?: CachePlace } {
  if (!cache) return {}
  if (cacheDir !== undefined) return { cache: { folder: cacheDir, chosen: 'by name' } }
  const folder = usersCacheFolder(process.env, platform(), homedir())
  return folder === undefined ? {} : { cache: { folder, chosen: 'by custom' } }
}

/** Where programs of this system keep what they can do without; nothing where the user has no folder at all. */
export function usersCacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
  system: NodeJS.Platform,
  home: string,
): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment
  switch (system) {
    case 'win32':
      return LOCALAPPDATA ? join(LOCALAPPDATA, 'proviso', 'cache') : undefined
    case 'darwin':
      return home === '' ? undefined : join(home, 'Library', 'Caches', 'proviso')
    default:
      // The XDG base directory specification has relative paths ignored.
      if (XDG_CACHE_HOME?.startsWith('/')) return join(XDG_CACHE_HOME, 'proviso')
      return home === '' ? undefined : join(home, '.cache', 'proviso')
  }
}

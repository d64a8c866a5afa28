/** What a scan is of: the folder that somebody named, and the repository that it lies in. */
import { realpathSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { FactsError } from '../errors.ts'
import { Folder } from './folder.ts'
import { type Found, findRepository } from './git/repository.ts'
import type { Trace } from './trace.ts'

export interface Located {
  /** The git root, or the scanned folder where there is no repository. */
  readonly root: Folder
  /** The scanned folder below `root`, with `/`; empty where they are the same. */
  readonly prefix: string
  readonly found: Found
}

/**
 * @param trace is told of everything that is looked at, now and in the folder that is found
 * @throws FactsError if the folder is missing, is no folder, or may not be read.
 */
export function locate(folder: string, trace?: Trace): Located {
  const scanned = openFolder(folder)
  const found = findRepository(scanned, trace)
  const root = found.kind === 'repository' ? found.repository.root : scanned
  return { root: new Folder(root, trace), prefix: relative(root, scanned), found }
}

function openFolder(folder: string): string {
  // An unset variable of a script is no wish for the current folder.
  if (folder === '') throw new FactsError('folder-missing', 'The name of the folder is empty; "." is this one.')
  try {
    const path = realpathSync(folder)
    if (statSync(path).isDirectory()) return path
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    const code = missing ? 'folder-missing' : 'folder-unreadable'
    throw new FactsError(code, `The folder ${folder} ${missing ? 'does not exist' : 'cannot be read'}.`, {
      cause: error,
    })
  }
  throw new FactsError('folder-not-a-directory', `${folder} is not a folder.`)
}

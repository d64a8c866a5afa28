/** Copies of third-party code, by the folders that they stand in. */
import { parentOf } from '../files/folder.ts'
import { words } from './words.ts'

/** Folders whose content comes from elsewhere, wherever they stand. */
const folders = words(`node_modules bower_components jspm_packages site-packages dist-packages vendor _vendor vendored
  third_party third-party thirdparty`)

/** What a virtual environment has in its top folder or below it. */
const environmentMark = /^(.+)\/(pyvenv\.cfg|(bin|scripts)\/activate(\.[a-z0-9]+)?|lib\/python\d+(\.\d+)?\/.*)$/i

/** An installer leaves this beside each package, whatever the folder is called. */
const packageMark = /^(.+)\/[^/]+\.dist-info\//

/** Which of the paths, from the scanned folder, are copies. */
export function vendoredPaths(paths: readonly string[]): ReadonlySet<string> {
  const tops = new Set<string>()
  for (const path of paths) {
    const top = environmentMark.exec(path)?.[1] ?? packageMark.exec(path)?.[1]
    if (top !== undefined) tops.add(top)
  }
  const known = new Map<string, boolean>([['', false]])
  const isCopy = (folder: string): boolean => {
    const answer = known.get(folder) ?? (tops.has(folder) || folders.has(lastOf(folder)) || isCopy(parentOf(folder)))
    known.set(folder, answer)
    return answer
  }
  return new Set(paths.filter((path) => isCopy(parentOf(path))))
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()

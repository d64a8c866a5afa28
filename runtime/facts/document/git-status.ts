/**
 * What git makes of the paths that code uses: an extractor knows the path, the list of files knows git's rules. Of a path
 * elsewhere on the machine the name counts, as if the file lay in a folder of the repository where people keep theirs:
 * `/run/secrets/token` is kept out by a rule for `secrets/*`.
 */
import { isInside } from '../files/folder.ts'
import type { Listing } from '../files/list.ts'
import type { FileExtraction } from '../link.ts'

export function withGitStatus(extractions: readonly FileExtraction[], listing: Listing): readonly FileExtraction[] {
  const { prefix, rules, tracked } = listing
  const rooted = (path: string): string => (prefix === '' ? path : `${prefix}/${path}`)
  const folders = foldersOf(tracked)
  return extractions.map((found) => {
    const accesses = found.extraction.facts.file_access
    if (accesses === undefined) return found
    const told = accesses.map((access) => {
      if (access.path === undefined) {
        const isTold = access.purpose === 'secrets' || access.purpose === 'state' || access.holds !== undefined
        if (!isTold) return access
        const spellings = spellingsOf(folders, access.file_name)
        return spellings.some((path) => rules.decide(path).ignored) ? { ...access, ignored: true } : access
      }
      if (!isInside(access.path)) return access
      const rootPath = rooted(access.path)
      return { ...access, ignored: rules.decide(rootPath).ignored, tracked: tracked.has(rootPath) }
    })
    return { ...found, extraction: { ...found.extraction, facts: { ...found.extraction.facts, file_access: told } } }
  })
}

/** Folders that are looked through. */
const mostFolders = 200

function spellingsOf(folders: readonly string[], name: string | undefined): readonly string[] {
  if (name === undefined || name === '' || name.includes('/')) return []
  return folders.map((folder) => `${folder}${name}`)
}

/** The folders with files that git has, the outermost one first, each with its slash. */
function foldersOf(paths: Iterable<string>): readonly string[] {
  const folders = new Set([''])
  for (const path of paths) {
    if (folders.size >= mostFolders) break
    folders.add(path.slice(0, path.lastIndexOf('/') + 1))
  }
  return [...folders]
}

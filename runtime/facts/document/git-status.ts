/** What git makes of the paths that code uses: an extractor knows the path, the list of files knows git's rules. */
import { isInside } from '../files/folder.ts'
import type { Listing } from '../files/list.ts'
import type { FileExtraction } from '../link.ts'

export function withGitStatus(extractions: readonly FileExtraction[], listing: Listing): readonly FileExtraction[] {
  const { prefix, rules, tracked } = listing
  return extractions.map((found) => {
    const accesses = found.extraction.facts.file_access
    if (accesses === undefined || accesses.every(({ path }) => path === undefined)) return found
    const told = accesses.map((access) => {
      if (access.path === undefined || !isInside(access.path)) return access
      const rootPath = prefix === '' ? access.path : `${prefix}/${access.path}`
      return { ...access, ignored: rules.decide(rootPath).ignored, tracked: tracked.has(rootPath) }
    })
    return { ...found, extraction: { ...found.extraction, facts: { ...found.extraction.facts, file_access: told } } }
  })
}

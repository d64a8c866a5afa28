/** Files that whoever runs a check wants left out: no fact comes from them, and the report says how many there were. */
import ignore from 'ignore'
import type { Listing } from './list.ts'

/**
 * The listing without what matches.
 * @param patterns as in a `.gitignore` (gitignore(5)) of the scanned folder; a later one with `!` takes back
 */
export function without(listing: Listing, patterns: readonly string[]): Listing {
  if (patterns.length === 0) return listing
  const matcher = ignore({ allowRelativePaths: true }).add([...patterns])
  const entries = listing.entries.filter(({ path }) => !matcher.ignores(path))
  const below = listing.prefix === '' ? '' : `${listing.prefix}/`
  const gaps = listing.gaps.filter(
    ({ path }) => path === undefined || !path.startsWith(below) || !matcher.ignores(path.slice(below.length)),
  )
  return {
    ...listing,
    entries,
    gaps,
    notes: [...listing.notes, noteOf(listing.entries.length - entries.length, patterns)],
  }
}

function noteOf(count: number, patterns: readonly string[]): string {
  const asked = patterns.map((pattern) => JSON.stringify(pattern)).join(', ')
  const what = count === 0 ? 'No file matches' : `${count} ${count === 1 ? 'file was' : 'files were'} left out by`
  return `${what} --exclude ${asked}.`
}

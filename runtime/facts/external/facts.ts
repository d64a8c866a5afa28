/** Facts that somebody handed over, as the document has them. */
import { relative } from 'node:path'
import type { Fact, Place } from '../../../compiler/index.ts'
import { type Folder, isInside } from '../files/folder.ts'
import { byCodePoint } from '../order.ts'
import type { GivenFacts } from './given.ts'
import { type Leaf, leavesOf } from './leaves.ts'

/**
 * What a file outside of the repository says stands where the repository does: no view could show another place.
 * @throws FactsError at a file that is not JSON.
 */
export function externalFacts(
  given: readonly GivenFacts[],
  root: Folder,
  repository: Place,
): readonly Fact<'external'>[] {
  const facts = given.flatMap((each) => {
    const path = pathBelow(root, each.whereabouts)
    return leavesOf(each).map((leaf): Fact<'external'> => {
      const { key, entry, value } = leaf
      const at = path === undefined ? repository : placeIn(path, leaf)
      return { at, name: each.name, key, ...(entry === undefined ? {} : { entry }), value }
    })
  })
  return facts.sort((a, b) => byCodePoint(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column)
}

const placeIn = (path: string, { line, column, endColumn }: Leaf): Place => ({
  path,
  line,
  column,
  endLine: line,
  endColumn,
})

function pathBelow(root: Folder, whereabouts: string): string | undefined {
  const path = relative(root.root, whereabouts).replaceAll('\\', '/')
  return isInside(path) ? path : undefined
}

/** What could not be read, and might hold facts that a sentence looks at. */
import type { FactsDocument, Reach, Undecided, UndecidedAnswer } from '../../compiler/index.ts'
import { listOf } from './instances.ts'
import { liesIn, standsInFiles } from './scopes.ts'

/** `check` is the index of the check that is asked about; -1 stands for the item. */
export function unreadOf(
  document: FactsDocument,
  check: number,
  reaches: readonly Reach[],
): readonly UndecidedAnswer[] {
  const kinds = [...new Set(reaches.map(({ of }) => of))]
  return kinds.flatMap((kind) =>
    entriesOf(document)
      .filter((entry) => entry.kinds.includes(kind))
      .filter((entry) => reaches.some((reach) => reach.of === kind && touches(document, reach, entry)))
      .map(({ reason, path }) => ({ check, reason, ...(path === undefined ? {} : { path }), kind })),
  )
}

function entriesOf({ undecided }: FactsDocument): readonly Undecided[] {
  return Array.isArray(undecided) ? undecided : []
}

/** Without a file it may lie anywhere. A template that could not be read counts where the sentence names templates. */
function touches(document: FactsDocument, { of, scope }: Reach, entry: Undecided): boolean {
  if (!standsInFiles(of)) return true
  const file = entry.file === undefined ? undefined : listOf(document, 'file')[entry.file]
  if (file === undefined) return true
  return (file.role !== 'template' || scope.templates) && liesIn(scope, file)
}

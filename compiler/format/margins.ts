/** Where the lines of a file stand: their margins, and the empty lines between them. */
import type { IToken } from 'chevrotain'
import { is } from '../language/starts.ts'
import { AboutWord, ChecklistWord, ItemWord, SectionWord } from '../language/tokens.ts'
import type { Entry } from './lines.ts'

const clauseMargin = 2

/** A comment stands where the clause or statement below it does, or with the clause above it if it was indented. */
export function marginsOf(entries: readonly Entry[]): readonly number[] {
  const margins: number[] = []
  let above: Entry | undefined
  const belows = below(entries)
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'piece') above = entry
    const withClause = isClause(entry) || isClause(belows[index])
    const stays = entry.kind === 'comment' && !entry.margin && isClause(above)
    margins.push(withClause || stays ? clauseMargin : 0)
  }
  return margins
}

const isClause = (entry: Entry | undefined): boolean => entry?.kind === 'piece' && entry.piece.kind === 'clause'

/** For each comment the piece below it. */
function below(entries: readonly Entry[]): readonly (Entry | undefined)[] {
  const found: (Entry | undefined)[] = []
  let next: Entry | undefined
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index] as Entry
    if (entry.kind === 'piece') next = entry
    found[index] = entry.kind === 'comment' ? next : undefined
  }
  return found
}

/** Whether an empty line stands above each entry: where one stood, and where a statement needs it. */
export function distances(entries: readonly Entry[], margins: readonly number[]): readonly boolean[] {
  const apart = entries.map((entry, index) => entry.apart && index > 0)
  let above: IToken | undefined
  /** Where the comments begin that belong to the statement below them. */
  let top = 0
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'comment') {
      if (entry.apart || margins[index] !== margins[index - 1] || entries[index - 1]?.kind === 'piece') top = index
      continue
    }
    const belongs = !entry.apart && entries[index - 1]?.kind === 'comment' && margins[index - 1] === margins[index]
    if (entry.piece.kind === 'clause') continue
    const first = entry.piece.tokens[0] as IToken
    if (above !== undefined && needsDistance(above, first)) apart[belongs ? top : index] = true
    above = first
  }
  return apart
}

function needsDistance(above: IToken, first: IToken): boolean {
  if (is(first, SectionWord) || is(first, ItemWord)) return true
  if (is(above, ChecklistWord) && is(first, AboutWord)) return false
  return above.tokenType !== first.tokenType
}

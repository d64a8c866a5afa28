/** What a command of a shell sets: `NAME=value`, `export NAME=value`, `: "${NAME:=value}"`. */
import { type Assignment, assignmentOf, type SimpleCommand } from '../commands/simple-command.ts'

export function assignmentsOf({ assignments, words: [program, ...rest] }: SimpleCommand): readonly Assignment[] {
  const name = program?.text ?? ''
  if (/^(export|readonly|local|declare|typeset)$/.test(name))
    return [...assignments, ...rest.flatMap((word) => assignmentOf(word) ?? [])]
  if (name !== ':' && name !== 'true') return assignments
  const defaulted = rest.flatMap((value): readonly Assignment[] => {
    const set = value.pieces.flatMap((piece) =>
      piece.kind === 'expansion' ? (/^\$\{([A-Za-z_]\w*):?=/.exec(piece.text)?.[1] ?? []) : [],
    )
    // The word says what it holds afterwards: what it held, or the default.
    return set.length === 1 ? [{ name: set[0]!, start: value.start, end: value.end, value }] : []
  })
  return [...assignments, ...defaulted]
}

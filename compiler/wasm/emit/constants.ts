/** Which locals of a function hold one string, whatever happens: a pattern in such a local is known when it is compiled. */
import type { Block, Local, Stmt, StringConst } from '../../plan/ir.ts'

/** A local counts when everything that writes it assigns the same string; `params` are written by the caller. */
export function knownTexts(
  strings: readonly StringConst[],
  params: readonly Local[],
  blocks: readonly Block[],
): ReadonlyMap<Local, string> {
  const written = new Map<Local, string | undefined>(params.map((param) => [param, undefined]))
  const note = (local: Local, text: string | undefined) =>
    written.set(local, written.has(local) && written.get(local) !== text ? undefined : text)
  for (const statement of statementsIn(blocks)) {
    for (const local of writtenBy(statement)) note(local, textOf(strings, statement))
  }
  return new Map([...written].filter((entry): entry is [Local, string] => entry[1] !== undefined))
}

function textOf(strings: readonly StringConst[], statement: Stmt): string | undefined {
  if (statement.type !== 'AssignVarStmt' && statement.type !== 'AssignVarOnceStmt') return undefined
  const { source } = statement.stmt
  return source.type === 'string_index' ? strings[source.value]?.value : undefined
}

/** Changing what a local refers to, as appending does, is not writing it. */
function writtenBy({ stmt }: Stmt): readonly Local[] {
  const single = ['target', 'result', 'local'].flatMap((field) =>
    field in stmt ? [stmt[field as never] as Local] : [],
  )
  return 'block' in stmt && 'key' in stmt ? [...single, stmt.key, stmt.value] : single
}

function* statementsIn(blocks: readonly Block[]): Iterable<Stmt> {
  for (const { stmts } of blocks) {
    for (const statement of stmts ?? []) {
      yield statement
      if ('block' in statement.stmt) yield* statementsIn([statement.stmt.block])
      if ('blocks' in statement.stmt) yield* statementsIn(statement.stmt.blocks ?? [])
    }
  }
}

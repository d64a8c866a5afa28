/** Whether a local holds one string, whatever happens: a pattern in such a local is known when it is compiled. */
import type { Block, Local, Stmt, StringConst } from '../../plan/ir.ts'

/** What is looked through: a function, or a plan with the documents that it is given. */
export interface Body {
  readonly params: readonly Local[]
  readonly blocks: readonly Block[]
}

/** The string, if all that writes the local assigns the same one; parameters are written by the caller. */
export function textOfLocal(strings: readonly StringConst[], body: Body, local: Local): string | undefined {
  if (body.params.includes(local)) return undefined
  const texts = new Set<string | undefined>()
  for (const statement of statementsIn(body.blocks)) {
    if (writes(statement, local)) texts.add(assignedText(strings, statement))
  }
  return texts.size === 1 ? [...texts][0] : undefined
}

/** Changing what a local refers to, as appending does, is not writing it. */
function writes({ stmt }: Stmt, local: Local): boolean {
  return (
    ('target' in stmt && stmt.target === local) ||
    ('result' in stmt && stmt.result === local) ||
    ('local' in stmt && stmt.local === local) ||
    ('block' in stmt && 'key' in stmt && (stmt.key === local || stmt.value === local))
  )
}

function assignedText(strings: readonly StringConst[], statement: Stmt): string | undefined {
  if (statement.type !== 'AssignVarStmt' && statement.type !== 'AssignVarOnceStmt') return undefined
  const { source } = statement.stmt
  return source.type === 'string_index' ? strings[source.value]?.value : undefined
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

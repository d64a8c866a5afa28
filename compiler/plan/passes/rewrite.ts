/** The one walk of the passes. */
import type { Block, Stmt } from '../ir.ts'

/** Rewrites the statements of each block, inner blocks first. */
export function rewriteBlocks(
  blocks: readonly Block[],
  rewrite: (stmts: readonly Stmt[]) => readonly Stmt[],
): readonly Block[] {
  return blocks.map(({ stmts }) => ({ stmts: rewrite((stmts ?? []).map((statement) => within(statement, rewrite))) }))
}

function within(statement: Stmt, rewrite: (stmts: readonly Stmt[]) => readonly Stmt[]): Stmt {
  const { stmt } = statement
  if ('block' in stmt) {
    const [block] = rewriteBlocks([stmt.block], rewrite)
    return { ...statement, stmt: { ...stmt, block } } as Stmt
  }
  if ('blocks' in stmt)
    return { ...statement, stmt: { ...stmt, blocks: rewriteBlocks(stmt.blocks ?? [], rewrite) } } as Stmt
  return statement
}

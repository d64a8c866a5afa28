/** The walk that the passes share. */
import type { Block, Stmt } from '../ir.ts'
import { blocksOf } from '../locals.ts'

/** Rewrites the statements of each block, inner blocks first. */
export function rewriteBlocks(
  blocks: readonly Block[],
  rewrite: (stmts: readonly Stmt[]) => readonly Stmt[],
): readonly Block[] {
  const within = (statement: Stmt) => withBlocks(statement, (inner) => rewriteBlocks(inner, rewrite))
  return blocks.map(({ stmts }) => ({ stmts: rewrite((stmts ?? []).map(within)) }))
}

/** The statement with its blocks changed, itself where it has none. */
export function withBlocks(statement: Stmt, change: (blocks: readonly Block[]) => readonly Block[]): Stmt {
  const inner = blocksOf(statement)
  if (inner.length === 0) return statement
  const blocks = change(inner)
  const { type, stmt } = statement
  return { type, stmt: type === 'BlockStmt' ? { ...stmt, blocks } : { ...stmt, block: blocks[0] } } as Stmt
}

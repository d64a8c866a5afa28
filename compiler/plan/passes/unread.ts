/** Literals that nobody reads any more are dropped. */
import { reads, statementsIn } from '../locals.ts'
import type { Pass } from './index.ts'
import { rewriteBlocks } from './rewrite.ts'

export const withoutUnread: Pass = (body) => {
  const read = new Set(statementsIn(body.blocks).flatMap(reads))
  if (body.return !== undefined) read.add(body.return)
  return rewriteBlocks(body.blocks, (stmts) =>
    stmts.filter(({ type, stmt }) => type !== 'LiteralStmt' || read.has(stmt.target)),
  )
}

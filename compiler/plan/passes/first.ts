/**
 * The first assignment of a variable has nothing to be compared with:
 *
 *     AssignVarOnce r := x                     →  AssignVar r := x
 *     …                                            …
 *     AssignVarOnce r := y                         AssignVarOnce r := y
 *
 * That holds where it stands in no scan, which would come by again, and nothing before it writes the local.
 */
import type { Block, Local, Stmt } from '../ir.ts'
import { blocksOf, statementsIn, writes } from '../locals.ts'
import type { Pass } from './index.ts'

export const firstAssignments: Pass = ({ params, blocks }) => {
  const written = new Set<Local>(params)
  return blocks.map((block) => withFirst(block, written))
}

function withFirst({ stmts }: Block, written: Set<Local>): Block {
  return {
    stmts: (stmts ?? []).map((statement): Stmt => {
      const { type, stmt } = statement
      const isFirst = type === 'AssignVarOnceStmt' && !written.has(stmt.target)
      for (const each of [statement, ...statementsIn(blocksOf(statement))]) {
        for (const local of writes(each)) written.add(local)
      }
      return isFirst ? { type: 'AssignVarStmt', stmt } : statement
    }),
  }
}

/** `value in {"a", "b"}` with texts that are constants: the set need not be built to be looked into. */

import type { Local, Operand, Stmt } from '../ir.ts'
import { statementsIn, writes } from '../locals.ts'
import type { Pass } from './index.ts'
import { rewriteBlocks } from './rewrite.ts'

export const members: Pass = ({ params, blocks }) => {
  const writers = new Map<Local, Stmt[]>()
  for (const statement of statementsIn(blocks)) {
    for (const local of writes(statement)) writers.set(local, [...(writers.get(local) ?? []), statement])
  }
  const textsOf = (operand: Operand | undefined): readonly number[] | undefined => {
    if (operand?.type !== 'local' || params.includes(operand.value)) return undefined
    const [only, ...others] = writers.get(operand.value) ?? []
    if (only?.type !== 'LiteralStmt' || only.stmt.form !== 'set' || others.length > 0) return undefined
    const texts = only.stmt.values.flatMap((value) => (value.type === 'string_index' ? [value.value] : []))
    return texts.length === only.stmt.values.length ? texts : undefined
  }
  return rewriteBlocks(blocks, (stmts) =>
    stmts.map((statement): Stmt => {
      if (statement.type !== 'CallStmt' || statement.stmt.func !== 'internal.member_2') return statement
      const { args, result, file, row, col } = statement.stmt
      const [value, set] = args
      const texts = textsOf(set)
      if (value === undefined || texts === undefined) return statement
      return { type: 'MemberStmt', stmt: { value, members: texts, target: result, file, row, col } }
    }),
  )
}

/**
 * Collections that are made and filled at once become one statement:
 *
 *     MakeObject t · ObjectInsert t "a" x · ObjectInsert t "b" y    →    Literal t := {"a": x, "b": y}
 *
 * Only where nothing changes `t` afterwards, because constants stand in memory once for all.
 */

import type { LiteralForm, Local, Operand, Stmt } from '../ir.ts'
import { changes, statementsIn } from '../locals.ts'
import type { Pass } from './index.ts'
import { rewriteBlocks } from './rewrite.ts'

export const literals: Pass = ({ blocks }) => {
  const changed = Map.groupBy(statementsIn(blocks), changes)
  return rewriteBlocks(blocks, (stmts) => {
    const rewritten: Stmt[] = []
    for (let index = 0; index < stmts.length; index++) {
      const statement = stmts[index] as Stmt
      const found = literalAt(stmts, index)
      const filling = found === undefined ? 0 : (changed.get(found.target)?.length ?? 0)
      if (found === undefined || found.values.length !== filling) rewritten.push(statement)
      else {
        const { file, row, col } = statement.stmt
        rewritten.push({ type: 'LiteralStmt', stmt: { ...found, file, row, col } })
        index += filling
      }
    }
    return rewritten
  })
}

interface Literal {
  readonly form: LiteralForm
  readonly keys: readonly number[]
  readonly values: readonly Operand[]
  readonly target: Local
}

const forms = { MakeArrayStmt: 'array', MakeSetStmt: 'set', MakeObjectStmt: 'object' } as const

/** What is made at an index, with all that is put into it by the statements right behind. */
function literalAt(stmts: readonly Stmt[], index: number): Literal | undefined {
  const made = stmts[index] as Stmt
  if (made.type !== 'MakeArrayStmt' && made.type !== 'MakeSetStmt' && made.type !== 'MakeObjectStmt') return undefined
  const { target } = made.stmt
  const [keys, values]: [number[], Operand[]] = [[], []]
  for (const statement of stmts.slice(index + 1)) {
    if (changes(statement) !== target) break
    if (statement.type === 'ArrayAppendStmt' || statement.type === 'SetAddStmt') values.push(statement.stmt.value)
    else if (statement.type === 'ObjectInsertStmt' && statement.stmt.key.type === 'string_index') {
      const { key, value } = statement.stmt
      // Of equal keys the last would count.
      if (keys.includes(key.value)) return undefined
      keys.push(key.value)
      values.push(value)
    } else return undefined
  }
  return { form: forms[made.type], keys, values, target }
}

/** Which locals a statement reads and writes. */
import type { Block, Local, Operand, Stmt } from './ir.ts'

/** All statements of blocks, those in nested blocks among them, from first to last. */
export function statementsIn(blocks: readonly Block[]): readonly Stmt[] {
  const found: Stmt[] = []
  collect(blocks, found)
  return found
}

function collect(blocks: readonly Block[], found: Stmt[]): void {
  for (const { stmts } of blocks) {
    for (const statement of stmts ?? []) {
      found.push(statement)
      const inner = blocksOf(statement)
      if (inner.length > 0) collect(inner, found)
    }
  }
}

/** The blocks that stand in a statement. */
export function blocksOf({ type, stmt }: Stmt): readonly Block[] {
  switch (type) {
    case 'NotStmt':
    case 'ScanStmt':
    case 'WithStmt':
      return [stmt.block]
    case 'BlockStmt':
      return stmt.blocks ?? none
    default:
      return none
  }
}

const none: readonly never[] = []

/** The locals that get another value, those in nested statements left out. Changing a collection is not writing. */
export function writes({ type, stmt }: Stmt): readonly Local[] {
  switch (type) {
    case 'CallStmt':
    case 'CallDynamicStmt':
      return [stmt.result]
    case 'ScanStmt':
      return [stmt.key, stmt.value]
    case 'WithStmt':
      return [stmt.local]
    case 'AssignIntStmt':
    case 'AssignVarOnceStmt':
    case 'AssignVarStmt':
    case 'DotStmt':
    case 'LenStmt':
    case 'MakeArrayStmt':
    case 'MakeNullStmt':
    case 'MakeNumberIntStmt':
    case 'MakeNumberRefStmt':
    case 'MakeObjectStmt':
    case 'MakeSetStmt':
    case 'ObjectMergeStmt':
    case 'ResetLocalStmt':
    case 'LiteralStmt':
    case 'MemberStmt':
      return [stmt.target]
    default:
      return none
  }
}

/** The local of a collection that a statement changes where it stands. */
export function changes({ type, stmt }: Stmt): Local | undefined {
  switch (type) {
    case 'ArrayAppendStmt':
      return stmt.array
    case 'SetAddStmt':
      return stmt.set
    case 'ObjectInsertStmt':
    case 'ObjectInsertOnceStmt':
      return stmt.object
    default:
      return undefined
  }
}

/** The locals of which the value is looked at, those in nested statements left out. */
export function reads(statement: Stmt): readonly Local[] {
  const { type, stmt } = statement
  switch (type) {
    case 'ArrayAppendStmt':
      return [stmt.array, ...of(stmt.value)]
    case 'AssignVarStmt':
    case 'IsArrayStmt':
    case 'IsObjectStmt':
    case 'IsSetStmt':
    case 'LenStmt':
      return of(stmt.source)
    case 'AssignVarOnceStmt':
      return [stmt.target, ...of(stmt.source)]
    case 'CallDynamicStmt':
      return [...stmt.args, ...of(...stmt.path)]
    case 'CallStmt':
      return of(...stmt.args)
    case 'DotStmt':
      return of(stmt.source, stmt.key)
    case 'EqualStmt':
    case 'NotEqualStmt':
      return of(stmt.a, stmt.b)
    case 'IsDefinedStmt':
    case 'IsUndefinedStmt':
    case 'ReturnLocalStmt':
    case 'ScanStmt':
      return [stmt.source]
    case 'ObjectInsertStmt':
    case 'ObjectInsertOnceStmt':
      return [stmt.object, ...of(stmt.key, stmt.value)]
    case 'ObjectMergeStmt':
      return [stmt.a, stmt.b]
    case 'ResultSetAddStmt':
      return [stmt.value]
    case 'SetAddStmt':
      return [stmt.set, ...of(stmt.value)]
    case 'WithStmt':
      return [stmt.local, ...of(stmt.value)]
    case 'LiteralStmt':
      return of(...stmt.values)
    case 'MemberStmt':
      return of(stmt.value)
    case 'AssignIntStmt':
    case 'BlockStmt':
    case 'BreakStmt':
    case 'MakeArrayStmt':
    case 'MakeNullStmt':
    case 'MakeNumberIntStmt':
    case 'MakeNumberRefStmt':
    case 'MakeObjectStmt':
    case 'MakeSetStmt':
    case 'NopStmt':
    case 'NotStmt':
    case 'ResetLocalStmt':
      return []
    default:
      return unknown(type)
  }
}

/** What a plan from elsewhere may hold is refused by the emitter, by its name. */
const unknown = (_: never): readonly Local[] => []

function of(...operands: readonly Operand[]): readonly Local[] {
  const locals: Local[] = []
  for (const operand of operands) if (operand.type === 'local') locals.push(operand.value)
  return locals
}

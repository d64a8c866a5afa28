/**
 * Functions that are defined whatever the documents and their arguments are, as far as that shows: nobody has to ask
 * whether their results are. One block assigns the result, all statements of it before that being defined:
 *
 *     MakeArray a · Scan … (what is undefined within goes on with the next) · AssignVar r := a
 *     IsUndefined r · AssignVar r := default
 */
import type { Func, Local, Operand, Policy, Stmt, StmtType } from './ir.ts'
import { statementsIn, writes } from './locals.ts'

/** Builtins that are defined whatever they are given. */
export const totalBuiltins: ReadonlySet<string> = new Set([
  ...['equal', 'neq', 'lt', 'lte', 'gt', 'gte', 'internal.member_2', 'json.marshal'],
  ...['is_array', 'is_boolean', 'is_null', 'is_number', 'is_object', 'is_set', 'is_string'],
])

export function definedFunctions({ funcs }: Policy): ReadonlySet<string> {
  const functions = new Map((funcs?.funcs ?? []).map((func) => [func.name, func]))
  const known = new Map<string, boolean>()
  const isDefined = (name: string): boolean => {
    const func = functions.get(name)
    if (func === undefined) return totalBuiltins.has(name)
    const before = known.get(name)
    if (before !== undefined) return before
    // A plan from elsewhere may be anything, also a circle.
    known.set(name, false)
    const found = isAssigned(func, isDefined)
    known.set(name, found)
    return found
  }
  return new Set([...functions.keys()].filter(isDefined))
}

function isAssigned(func: Func, isDefined: (name: string) => boolean): boolean {
  if (statementsIn(func.blocks).some((statement) => mayTakeBack(statement, func.return))) return false
  return func.blocks.some(({ stmts }) => {
    const written = new Set<Local>(func.params.slice(2))
    for (const statement of stmts ?? []) {
      const target = assigned(statement, written, isDefined)
      if (target === undefined && !isLookForDefault(func, statement)) return false
      if (target === func.return) return true
      if (target !== undefined) written.add(target)
    }
    return false
  })
}

/** Whether what was assigned may be undefined afterwards, or a block left from within, past what is written behind. */
function mayTakeBack(statement: Stmt, result: Local): boolean {
  const { type } = statement
  return type === 'BreakStmt' || (writes(statement).includes(result) && !assigning.has(type))
}

const assigning: ReadonlySet<StmtType> = new Set([
  ...(['AssignVarStmt', 'AssignVarOnceStmt', 'LiteralStmt', 'MakeArrayStmt', 'MakeObjectStmt'] as const),
  ...(['MakeSetStmt', 'MakeNullStmt', 'MakeNumberIntStmt', 'MakeNumberRefStmt'] as const),
])

const isLookForDefault = (func: Func, { type, stmt }: Stmt): boolean =>
  type === 'IsUndefinedStmt' && stmt.source === func.return

/** Blocks in a statement end by themselves and change nothing that counts here: a local that none is. */
const nothing: Local = -1

/** What a statement that is always defined gives a value; the local that it changes where it gives none. */
function assigned(
  { type, stmt }: Stmt,
  written: ReadonlySet<Local>,
  isDefined: (name: string) => boolean,
): Local | undefined {
  const isThere = (operand: Operand) => operand.type !== 'local' || written.has(operand.value)
  switch (type) {
    case 'AssignVarStmt':
      return isThere(stmt.source) ? stmt.target : undefined
    case 'CallStmt':
      return isDefined(stmt.func) ? stmt.result : undefined
    case 'MakeArrayStmt':
    case 'MakeNullStmt':
    case 'MakeNumberIntStmt':
    case 'MakeNumberRefStmt':
    case 'MakeObjectStmt':
    case 'MakeSetStmt':
    case 'LiteralStmt':
    case 'MemberStmt':
      return stmt.target
    case 'ArrayAppendStmt':
      return stmt.array
    case 'ObjectInsertStmt':
      return stmt.object
    case 'SetAddStmt':
      return stmt.set
    case 'ScanStmt':
      return stmt.source
    case 'BlockStmt':
      return nothing
    default:
      return undefined
  }
}

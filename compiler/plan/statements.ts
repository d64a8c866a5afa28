/** OPA's statements with what each of their fields is (OPA, v1/ir/ir.go), for plans that come from outside. */
import type { OwnStmt, StmtType } from './ir.ts'

export type FieldKind =
  | 'local'
  | 'locals'
  | 'operand'
  | 'operands'
  | 'integer'
  /** An index into the strings. */
  | 'string'
  /** Indices into the strings, or null for none. */
  | 'strings'
  | 'name'
  | 'block'
  /** Blocks, or null for none. */
  | 'blocks'

type FieldsOf = { readonly [name: string]: FieldKind }

const target = { target: 'local' } as const
const insertion = { key: 'operand', value: 'operand', object: 'local' } as const
const comparison = { a: 'operand', b: 'operand' } as const

export const statements: { readonly [T in Exclude<StmtType, OwnStmt['type']>]: FieldsOf } = {
  ArrayAppendStmt: { value: 'operand', array: 'local' },
  AssignIntStmt: { value: 'integer', ...target },
  AssignVarOnceStmt: { source: 'operand', ...target },
  AssignVarStmt: { source: 'operand', ...target },
  BlockStmt: { blocks: 'blocks' },
  BreakStmt: { index: 'integer' },
  CallDynamicStmt: { args: 'locals', result: 'local', path: 'operands' },
  CallStmt: { func: 'name', args: 'operands', result: 'local' },
  DotStmt: { source: 'operand', key: 'operand', ...target },
  EqualStmt: comparison,
  IsArrayStmt: { source: 'operand' },
  IsDefinedStmt: { source: 'local' },
  IsObjectStmt: { source: 'operand' },
  IsSetStmt: { source: 'operand' },
  IsUndefinedStmt: { source: 'local' },
  LenStmt: { source: 'operand', ...target },
  MakeArrayStmt: { capacity: 'integer', ...target },
  MakeNullStmt: target,
  MakeNumberIntStmt: { value: 'integer', ...target },
  MakeNumberRefStmt: { Index: 'string', ...target },
  MakeObjectStmt: target,
  MakeSetStmt: target,
  NopStmt: {},
  NotEqualStmt: comparison,
  NotStmt: { block: 'block' },
  ObjectInsertOnceStmt: insertion,
  ObjectInsertStmt: insertion,
  ObjectMergeStmt: { a: 'local', b: 'local', ...target },
  ResetLocalStmt: target,
  ResultSetAddStmt: { value: 'local' },
  ReturnLocalStmt: { source: 'local' },
  ScanStmt: { source: 'local', key: 'local', value: 'local', block: 'block' },
  SetAddStmt: { value: 'operand', set: 'local' },
  WithStmt: { local: 'local', path: 'strings', value: 'operand', block: 'block' },
}

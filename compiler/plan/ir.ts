/**
 * OPA's intermediate representation, as `opa build -t plan` writes it and OPA's documentation defines it
 * (docs/docs/ir.md, v1/ir/ir.go). Names and shapes are those of the JSON, so that `plan.json` is this tree as it is.
 * Locals are numbers: 0 is the input and 1 the data in every plan and function.
 */
export interface Policy {
  readonly static: Static
  readonly plans: { readonly plans: readonly Plan[] }
  readonly funcs: { readonly funcs: readonly Func[] }
}

export interface Static {
  readonly strings: readonly StringConst[]
  readonly builtin_funcs: readonly BuiltinFunc[]
  readonly files: readonly StringConst[]
}

export interface StringConst {
  readonly value: string
}

/** `decl` is OPA's type of the function, kept as it came. */
export interface BuiltinFunc {
  readonly name: string
  readonly decl?: unknown
}

export interface Plan {
  readonly name: string
  readonly blocks: readonly Block[]
}

export interface Func {
  readonly name: string
  readonly path: readonly string[]
  readonly params: readonly Local[]
  readonly return: Local
  readonly blocks: readonly Block[]
}

export interface Block {
  readonly stmts: readonly Stmt[]
}

export type Local = number

export type Operand =
  | { readonly type: 'local'; readonly value: Local }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string_index'; readonly value: number }

/** Where a statement comes from: an index into `static.files`, row and column from 1. */
export interface Location {
  readonly file: number
  readonly col: number
  readonly row: number
}

type S<T extends string, F> = { readonly type: T; readonly stmt: Readonly<F> & Location }

export type Stmt =
  | S<'ArrayAppendStmt', { value: Operand; array: Local }>
  | S<'AssignIntStmt', { value: number; target: Local }>
  | S<'AssignVarOnceStmt', { source: Operand; target: Local }>
  | S<'AssignVarStmt', { source: Operand; target: Local }>
  | S<'BlockStmt', { blocks: readonly Block[] | null }>
  | S<'BreakStmt', { index: number }>
  | S<'CallDynamicStmt', { args: readonly Local[]; result: Local; path: readonly Operand[] }>
  | S<'CallStmt', { func: string; args: readonly Operand[]; result: Local }>
  | S<'DotStmt', { source: Operand; key: Operand; target: Local }>
  | S<'EqualStmt', { a: Operand; b: Operand }>
  | S<'IsArrayStmt', { source: Operand }>
  | S<'IsDefinedStmt', { source: Local }>
  | S<'IsObjectStmt', { source: Operand }>
  | S<'IsSetStmt', { source: Operand }>
  | S<'IsUndefinedStmt', { source: Local }>
  | S<'LenStmt', { source: Operand; target: Local }>
  | S<'MakeArrayStmt', { capacity: number; target: Local }>
  | S<'MakeNullStmt', { target: Local }>
  | S<'MakeNumberIntStmt', { value: number; target: Local }>
  | S<'MakeNumberRefStmt', { Index: number; target: Local }>
  | S<'MakeObjectStmt', { target: Local }>
  | S<'MakeSetStmt', { target: Local }>
  | S<'NopStmt', object>
  | S<'NotEqualStmt', { a: Operand; b: Operand }>
  | S<'NotStmt', { block: Block }>
  | S<'ObjectInsertOnceStmt', { key: Operand; value: Operand; object: Local }>
  | S<'ObjectInsertStmt', { key: Operand; value: Operand; object: Local }>
  | S<'ObjectMergeStmt', { a: Local; b: Local; target: Local }>
  | S<'ResetLocalStmt', { target: Local }>
  | S<'ResultSetAddStmt', { value: Local }>
  | S<'ReturnLocalStmt', { source: Local }>
  | S<'ScanStmt', { source: Local; key: Local; value: Local; block: Block }>
  | S<'SetAddStmt', { value: Operand; set: Local }>
  | S<'WithStmt', { local: Local; path: readonly number[] | null; value: Operand; block: Block }>
  | OwnStmt

/** Statements of ours, between `compiler/plan/passes` and the emitter; never in `plan.json`. */
export type OwnStmt =
  /**
   * A collection that nobody changes afterwards: `Make…` and then an append, an addition or an insertion for each of the
   * values, with the text constants at `keys` in an object.
   */
  | S<'LiteralStmt', { form: LiteralForm; keys: readonly number[]; values: readonly Operand[]; target: Local }>
  /** A call of `internal.member_2` with a set of text constants, given by their indices. */
  | S<'MemberStmt', { value: Operand; members: readonly number[]; target: Local }>

export type LiteralForm = 'array' | 'set' | 'object'

export type StmtType = Stmt['type']

import type { Block, Func, Local, Operand, Policy, Stmt } from '../../compiler/plan/ir.ts'

/** Where every statement of these policies stands. */
export const place = { file: 0, row: 3, col: 7 } as const

type Fields<T extends Stmt['type']> = Omit<Extract<Stmt, { type: T }>['stmt'], keyof typeof place>

/** A statement by its type and its own fields. */
export const stmt = <T extends Stmt['type']>(type: T, fields: Fields<T>): Stmt =>
  ({ type, stmt: { ...fields, ...place } }) as unknown as Stmt

export const block = (...stmts: readonly Stmt[]): Block => ({ stmts })
export const blocks = (...inner: readonly Block[]): Stmt => stmt('BlockStmt', { blocks: inner })
export const local = (value: Local): Operand => ({ type: 'local', value })
export const bool = (value: boolean): Operand => ({ type: 'bool', value })

/** The strings of a policy that is written by hand. */
export class Strings {
  readonly values: string[] = []

  index(text: string): number {
    const known = this.values.indexOf(text)
    return known < 0 ? this.values.push(text) - 1 : known
  }

  operand(text: string): Operand {
    return { type: 'string_index', value: this.index(text) }
  }
}

export const input: Local = 0
export const data: Local = 1
/** What rules without arguments return. */
export const result: Local = 2

export type Rules = Readonly<Record<string, readonly Block[]>>

/** Rules without arguments by their names after `data.t`, and an entrypoint `t/p` that gives the value of `p`. */
export function policyOf(strings: Strings, rules: Rules): Policy {
  const funcs = Object.entries(rules).map(([name, body]): Func => {
    const path = ['g0', 't', ...name.split('.')]
    const returning = block(stmt('ReturnLocalStmt', { source: result }))
    return { name: nameOf(name), path, params: [input, data], return: result, blocks: [...body, returning] }
  })
  const plan = block(
    callRule('p', 2),
    stmt('MakeObjectStmt', { target: 3 }),
    stmt('ObjectInsertStmt', { key: strings.operand('result'), value: local(2), object: 3 }),
    stmt('ResultSetAddStmt', { value: 3 }),
  )
  return {
    static: { strings: strings.values.map((value) => ({ value })), builtin_funcs: [], files: [{ value: 't.rego' }] },
    plans: { plans: [{ name: 't/p', blocks: [plan] }] },
    funcs: { funcs },
  }
}

export const nameOf = (rule: string): string => `g0.data.t.${rule}`

export const callRule = (rule: string, target: Local): Stmt =>
  stmt('CallStmt', { func: nameOf(rule), args: [local(input), local(data)], result: target })

export const assign = (target: number, source: Operand) => stmt('AssignVarStmt', { source, target })
export const list = (target = result) => stmt('MakeArrayStmt', { capacity: 0, target })
export const append = (value: Operand, array = result) => stmt('ArrayAppendStmt', { value, array })
export const leave = (index: number) => stmt('BreakStmt', { index })
export const dot = (source: number, key: Operand, target: number) =>
  stmt('DotStmt', { source: local(source), key, target })
export const scan = (source: number, ...stmts: readonly Stmt[]) =>
  stmt('ScanStmt', { source, key: 10, value: 11, block: block(...stmts) })
export const once = (target: number, source: Operand) => stmt('AssignVarOnceStmt', { source, target })
export const reset = (target: number) => stmt('ResetLocalStmt', { target })
export const put = (strings: Strings, key: string, value: Operand, object = result) =>
  stmt('ObjectInsertStmt', { key: strings.operand(key), value, object })
export const integer = (target: number, value: number) => stmt('MakeNumberIntStmt', { value, target })
export const number = (strings: Strings, target: number, text: string) =>
  stmt('MakeNumberRefStmt', { Index: strings.index(text), target })

/**
 * What has been worked out is not worked out again: a second call of the same function with the same arguments, or a
 * second look at the same field, where the first has been come by for certain.
 *
 *     call f() → a · … · call f() → b · g(b)    →    call f() → a · … · g(a)
 *
 * Functions have no effects, so only locals that are written once, and collections that nobody changes, have to be told
 * apart from others. `with` gives the documents another meaning, so functions with one are left as they are.
 */

import type { Block, Local, Operand, Stmt } from '../ir.ts'
import { changes, reads, statementsIn, writes } from '../locals.ts'
import type { Body, Pass } from './index.ts'
import { withBlocks } from './rewrite.ts'

export const withoutRepeated: Pass = (body) => {
  const statements = statementsIn(body.blocks)
  if (statements.some(({ type }) => type === 'WithStmt')) return body.blocks
  const stable = stableLocals(body, statements)
  const readers = counted(statements.flatMap(reads))
  return body.blocks.map((block) => withoutThose({ stable, readers, renamed: new Map() }, block, new Map()))
}

interface Known {
  readonly stable: (local: Local) => boolean
  /** How often each local is read. */
  readonly readers: ReadonlyMap<Local, number>
  readonly renamed: Map<Local, Local>
}

/** Locals that mean one value wherever they are defined. */
function stableLocals({ params, return: returned }: Body, statements: readonly Stmt[]): (local: Local) => boolean {
  const writers = counted(statements.flatMap(writes))
  const changed = new Set(statements.map(changes))
  return (local) => params.includes(local) || (writers.get(local) === 1 && !changed.has(local) && local !== returned)
}

function counted(locals: readonly Local[]): ReadonlyMap<Local, number> {
  const counts = new Map<Local, number>()
  for (const local of locals) counts.set(local, (counts.get(local) ?? 0) + 1)
  return counts
}

/** `found` holds what the blocks around have worked out, by what it is. */
function withoutThose(known: Known, { stmts }: Block, around: ReadonlyMap<string, Local>): Block {
  const found = new Map(around)
  const kept: Stmt[] = []
  const all = stmts ?? []
  for (const [index, given] of all.entries()) {
    const statement = renameReads(given, known.renamed)
    const key = keyOf(known, statement)
    const [target] = writes(statement)
    const same = key === undefined ? undefined : found.get(key)
    if (same !== undefined && target !== undefined && isReadBehindOnly(known, all.slice(index + 1), target)) {
      known.renamed.set(target, same)
      continue
    }
    if (key !== undefined && target !== undefined) found.set(key, target)
    kept.push(withBlocks(statement, (blocks) => blocks.map((block) => withoutThose(known, block, found))))
  }
  return { stmts: kept }
}

/** What is worked out, if it comes to the same wherever it is written. */
function keyOf({ stable }: Known, statement: Stmt): string | undefined {
  const { type, stmt } = statement
  if (type !== 'CallStmt' && type !== 'DotStmt') return undefined
  if (![...reads(statement), ...writes(statement)].every(stable)) return undefined
  return type === 'CallStmt' ? JSON.stringify([stmt.func, stmt.args]) : JSON.stringify([stmt.source, stmt.key])
}

function isReadBehindOnly({ readers }: Known, behind: readonly Stmt[], local: Local): boolean {
  const there = statementsIn([{ stmts: behind }])
    .flatMap(reads)
    .filter((read) => read === local)
  return there.length === (readers.get(local) ?? 0)
}

/** Fields in which a statement names a local that it reads, beside operands. */
const readFields: ReadonlySet<string> = new Set(['source', 'array', 'set', 'object', 'a', 'b'])

function renameReads(statement: Stmt, renamed: ReadonlyMap<Local, Local>): Stmt {
  if (renamed.size === 0 || !reads(statement).some((local) => renamed.has(local))) return statement
  const rename = (local: Local) => renamed.get(local) ?? local
  const renameField = ([name, value]: readonly [string, unknown]): readonly [string, unknown] => {
    if (typeof value === 'number') {
      const isRead = readFields.has(name) || (name === 'value' && statement.type === 'ResultSetAddStmt')
      return [name, isRead ? rename(value) : value]
    }
    if (isLocal(value)) return [name, { ...value, value: rename(value.value) }]
    if (!Array.isArray(value) || name === 'blocks') return [name, value]
    if (statement.type === 'CallDynamicStmt' && name === 'args') return [name, value.map(rename)]
    return [name, value.map((each) => (isLocal(each) ? { ...each, value: rename(each.value) } : each))]
  }
  const fields = Object.fromEntries(Object.entries(statement.stmt).map(renameField))
  return { ...statement, stmt: fields } as Stmt
}

const isLocal = (value: unknown): value is Extract<Operand, { type: 'local' }> =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'local'

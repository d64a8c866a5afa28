/** Terms: each is computed into an operand; a term that is undefined ends the block at hand. */

import { type Grouping, someIn, type Term, variable } from '../rego/tree.ts'
import { assert, unreachable } from '../unreachable.ts'
import { planBody } from './body.ts'
import { bool, dataLocal, inputLocal, local, nested, newLocal, type Point, text, write } from './frame.ts'
import type { Local, Operand, Stmt, StmtType } from './ir.ts'

export function planTerm(point: Point, term: Term): Operand {
  switch (term.kind) {
    case 'scalar':
      return planScalar(point, term.value)
    case 'var': {
      if (term.name === 'input') return local(inputLocal)
      const known = point.variables.get(term.name)
      assert(known !== undefined, `the variable ${term.name} is bound before it is used`)
      return local(known)
    }
    case 'array': {
      const values = term.items.map((item) => planTerm(point, item))
      const target = make(point, 'MakeArrayStmt', { capacity: values.length })
      for (const value of values) write(point, 'ArrayAppendStmt', { value, array: target })
      return local(target)
    }
    case 'set': {
      const values = term.items.map((item) => planTerm(point, item))
      const target = make(point, 'MakeSetStmt', {})
      for (const value of values) write(point, 'SetAddStmt', { value, set: target })
      return local(target)
    }
    case 'object': {
      const entries = term.entries.map(([key, value]) => [planTerm(point, key), planTerm(point, value)] as const)
      const target = make(point, 'MakeObjectStmt', {})
      for (const [key, value] of entries) write(point, 'ObjectInsertStmt', { key, value, object: target })
      return local(target)
    }
    case 'ref': {
      let source = planTerm(point, term.head)
      for (const step of term.path) {
        const target = newLocal(point)
        write(point, 'DotStmt', { source, key: planTerm(point, step), target })
        source = local(target)
      }
      return source
    }
    case 'rule':
      return planCall(point, functionOf(point, term.name), [local(inputLocal), local(dataLocal)])
    case 'call': {
      const args = term.args.map((arg) => planTerm(point, arg))
      if (!term.builtin) {
        return planCall(point, functionOf(point, term.name), [local(inputLocal), local(dataLocal), ...args])
      }
      point.shared.builtins.add(term.name)
      return planCall(point, term.name, args)
    }
    case 'array comprehension': {
      const target = make(point, 'MakeArrayStmt', { capacity: 0 })
      inBlock(point, (inner) => {
        planBody(inner, term.body)
        write(inner, 'ArrayAppendStmt', { value: planTerm(inner, term.term), array: target })
      })
      return local(target)
    }
    case 'set comprehension': {
      const target = make(point, 'MakeSetStmt', {})
      inBlock(point, (inner) => {
        planBody(inner, term.body)
        write(inner, 'SetAddStmt', { value: planTerm(inner, term.term), set: target })
      })
      return local(target)
    }
    case 'object comprehension': {
      const target = make(point, 'MakeObjectStmt', {})
      if (term.note !== undefined) {
        planGrouping(point, term.note, target)
        return local(target)
      }
      inBlock(point, (inner) => {
        planBody(inner, term.body)
        const key = planTerm(inner, term.key)
        write(inner, 'ObjectInsertOnceStmt', { key, value: planTerm(inner, term.term), object: target })
      })
      return local(target)
    }
    default:
      return unreachable(term)
  }
}

/** A term where the IR takes a local only. */
export function planLocal(point: Point, term: Term): Local {
  const operand = planTerm(point, term)
  if (operand.type === 'local') return operand.value
  const target = newLocal(point)
  write(point, 'AssignVarStmt', { source: operand, target })
  return target
}

function planScalar(point: Point, value: string | number | boolean | null): Operand {
  if (typeof value === 'string') return text(point, value)
  if (typeof value === 'boolean') return bool(value)
  const target = newLocal(point)
  if (value === null) write(point, 'MakeNullStmt', { target })
  else write(point, 'MakeNumberRefStmt', { Index: point.shared.strings.index(String(value)), target })
  return local(target)
}

function planCall(point: Point, func: string, args: readonly Operand[]): Operand {
  const result = newLocal(point)
  write(point, 'CallStmt', { func, args, result })
  return local(result)
}

function functionOf(point: Point, rule: string): string {
  const name = point.shared.functions.get(rule)
  assert(name !== undefined, `the module has a rule named ${rule}`)
  return name
}

type Maker = Extract<StmtType, `Make${'Array' | 'Set' | 'Object'}Stmt`>

function make(point: Point, type: Maker, fields: { readonly capacity?: number }): Local {
  const target = newLocal(point)
  write(point, type, { ...fields, target } as Parameters<typeof write<Maker>>[2])
  return target
}

/**
 * An index in one pass, for what Rego can only say in two: each element is appended to the array under its key, which is
 * made for the first one.
 */
function planGrouping(point: Point, { of, item, by }: Grouping, target: Local): void {
  inBlock(point, (inner) => {
    planBody(inner, [someIn(item, of)])
    const key = planTerm(inner, by)
    const group = newLocal(inner)
    write(inner, 'ResetLocalStmt', { target: group })
    inBlock(inner, (known) => write(known, 'DotStmt', { source: local(target), key, target: group }))
    inBlock(inner, (unknown) => {
      write(unknown, 'IsUndefinedStmt', { source: group })
      write(unknown, 'MakeArrayStmt', { capacity: 0, target: group })
    })
    write(inner, 'ArrayAppendStmt', { value: planTerm(inner, variable(item)), array: group })
    write(inner, 'ObjectInsertStmt', { key, value: local(group), object: target })
  })
}

/** What is undefined inside ends the inner block alone: a comprehension goes on without that element. */
function inBlock(point: Point, plan: (inner: Point) => void): void {
  const stmts: Stmt[] = []
  plan(nested(point, stmts))
  write(point, 'BlockStmt', { blocks: [{ stmts }] })
}

/** Bodies: expressions in turn, each of which has to hold for the next to be looked at. */
import type { Expr, Term } from '../rego/tree.ts'
import { unreachable } from '../unreachable.ts'
import { bool, nested, newLocal, type Point, write } from './frame.ts'
import type { Stmt } from './ir.ts'
import { planLocal, planTerm } from './terms.ts'

/** Afterwards `point` stands where the body holds: inside every scan that the body opened. */
export function planBody(point: Point, body: readonly Expr[]): void {
  for (const expr of body) planExpr(point, expr)
}

function planExpr(point: Point, expr: Expr): void {
  switch (expr.kind) {
    case 'assign': {
      // A variable of its own, even for a term that has a local already: names are never assigned twice.
      const source = planTerm(point, expr.term)
      const target = newLocal(point)
      write(point, 'AssignVarStmt', { source, target })
      point.variables.set(expr.name, target)
      return
    }
    case 'holds':
      planHolds(point, expr.term)
      return
    case 'not': {
      const stmts: Stmt[] = []
      planHolds(nested(point, stmts), expr.term)
      write(point, 'NotStmt', { block: { stmts } })
      return
    }
    case 'some': {
      const source = planLocal(point, expr.in)
      const [key, value] = [newLocal(point), newLocal(point)]
      const stmts: Stmt[] = []
      write(point, 'ScanStmt', { source, key, value, block: { stmts } })
      if (expr.key !== undefined) point.variables.set(expr.key, key)
      point.variables.set(expr.value, value)
      point.into = stmts
      return
    }
    default:
      unreachable(expr)
  }
}

/** A term holds when it is defined and not false. Equality is a statement of its own. */
function planHolds(point: Point, term: Term): void {
  if (term.kind === 'call' && term.builtin && (term.name === 'equal' || term.name === 'neq')) {
    const [left, right] = term.args
    if (left !== undefined && right !== undefined) {
      const [a, b] = [planTerm(point, left), planTerm(point, right)]
      write(point, term.name === 'equal' ? 'EqualStmt' : 'NotEqualStmt', { a, b })
      return
    }
  }
  write(point, 'NotEqualStmt', { a: planTerm(point, term), b: bool(false) })
}

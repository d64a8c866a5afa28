/**
 * Rego tree → OPA's IR, the way OPA plans it (`internal/planner`): a function a rule name, a block an alternative.
 *
 *     f(x) := v if { body }        params [input, data, x], return r
 *       block   body · AssignVarOnce r := v              undefined in the body ends this block only
 *       …       the same for each further alternative
 *       block   IsUndefined r · AssignVar r := default   where there is a default
 *       block   ReturnLocal r
 *
 * What can be assigned once only, since it is the one alternative and stands in no scan, needs no AssignVarOnce.
 * Where all alternatives of a function with arguments have one constant value, the first that holds decides, and its
 * body returns at once, out of whatever scans it stands in: a nested quantifier stops at its first hit.
 */
import { type Module, type Rule, ruleRef, type Term } from '../rego/tree.ts'
import { planBody } from './body.ts'
import { dataLocal, inputLocal, newLocal, type Point, type Shared, StringTable, text, write } from './frame.ts'
import type { Block, Func, Plan, Policy, Stmt } from './ir.ts'
import { planTerm } from './terms.ts'

export function plan(module: Module): Policy {
  const groups = Map.groupBy(module.rules, (rule) => rule.name)
  const shared: Shared = {
    strings: new StringTable(),
    builtins: new Set(),
    functions: new Map([...groups.keys()].map((name) => [name, ['g0', 'data', ...module.package, name].join('.')])),
  }
  const funcs = [...groups].map(([name, rules]) => planFunction(shared, module.package, name, rules))
  const plans = module.entrypoints.map((name) => planEntrypoint(shared, module.package, name))
  return {
    static: {
      strings: shared.strings.values.map((value) => ({ value })),
      builtin_funcs: [...shared.builtins].sort().map((name) => ({ name })),
      files: [{ value: 'policy.rego' }],
    },
    plans: { plans },
    funcs: { funcs },
  }
}

function planFunction(shared: Shared, path: readonly string[], name: string, rules: readonly Rule[]): Func {
  const params = (rules[0]?.args ?? []).map((_, index) => dataLocal + 1 + index)
  const counter = { next: dataLocal + 1 + params.length }
  const result = counter.next++
  const start = (rule: Rule, into: Stmt[]): Point => ({
    shared,
    variables: new Map((rule.args ?? []).map((arg, index) => [arg, dataLocal + 1 + index])),
    counter,
    into,
  })
  const alternatives = rules.filter((rule) => !rule.default)
  const blocks: Block[] = decidedByFirst(rules)
    ? alternatives.map((rule) => planFirstHit(start, rule, result))
    : alternatives.map((rule) => planAlternative(start, rule, result, alternatives.length === 1))
  for (const rule of rules.filter((rule) => rule.default)) {
    const stmts: Stmt[] = []
    const point = start(rule, stmts)
    write(point, 'IsUndefinedStmt', { source: result })
    write(point, 'AssignVarStmt', { source: planTerm(point, rule.value), target: result })
    blocks.push({ stmts })
  }
  blocks.push({ stmts: returning(start, rules[0] as Rule, result) })
  return {
    name: shared.functions.get(name) as string,
    path: ['g0', ...path, name],
    params: [inputLocal, dataLocal, ...params],
    return: result,
    blocks,
  }
}

type Start = (rule: Rule, into: Stmt[]) => Point

function planAlternative(start: Start, rule: Rule, result: number, isOnly: boolean): Block {
  const stmts: Stmt[] = []
  const point = start(rule, stmts)
  planBody(point, rule.body)
  const source = planTerm(point, rule.value)
  write(point, isOnly && point.into === stmts ? 'AssignVarStmt' : 'AssignVarOnceStmt', { source, target: result })
  return { stmts }
}

function planFirstHit(start: Start, rule: Rule, result: number): Block {
  const stmts: Stmt[] = []
  const point = start(rule, stmts)
  planBody(point, rule.body)
  write(point, 'AssignVarStmt', { source: planTerm(point, rule.value), target: result })
  write(point, 'ReturnLocalStmt', { source: result })
  return { stmts }
}

function returning(start: Start, rule: Rule, result: number): Stmt[] {
  const stmts: Stmt[] = []
  write(start(rule, stmts), 'ReturnLocalStmt', { source: result })
  return stmts
}

/** Whether it makes no difference which alternative holds. Rules without arguments are memoised by their last block. */
function decidedByFirst(rules: readonly Rule[]): boolean {
  const constant = (term: Term) => (term.kind === 'scalar' ? JSON.stringify(term.value) : undefined)
  const [first, ...others] = rules.filter((rule) => !rule.default).map((rule) => constant(rule.value))
  return (rules[0]?.args?.length ?? 0) > 0 && first !== undefined && others.every((value) => value === first)
}

function planEntrypoint(shared: Shared, path: readonly string[], name: string): Plan {
  const stmts: Stmt[] = []
  const point: Point = { shared, variables: new Map(), counter: { next: dataLocal + 1 }, into: stmts }
  const value = planTerm(point, ruleRef(name))
  const binding = newLocal(point)
  write(point, 'MakeObjectStmt', { target: binding })
  write(point, 'ObjectInsertStmt', { key: text(point, 'result'), value, object: binding })
  write(point, 'ResultSetAddStmt', { value: binding })
  return { name: [...path, name].join('/'), blocks: [{ stmts }] }
}

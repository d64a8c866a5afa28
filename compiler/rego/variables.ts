/** Variables of a Rego tree: which are used, and a module without those that nothing reads. */
import { unreachable } from '../unreachable.ts'
import type { Expr, Module, Rule, Term } from './tree.ts'

/** The variables that a body uses and does not bind itself; `after` are those that what follows it uses. */
export function freeInBody(body: readonly Expr[], after: Iterable<string> = []): ReadonlySet<string> {
  const free = new Set(after)
  for (const expr of body.toReversed()) {
    for (const bound of boundBy(expr)) free.delete(bound)
    for (const name of freeInTerm(expr.kind === 'some' ? expr.in : expr.term)) free.add(name)
  }
  return free
}

export function freeInTerm(term: Term): ReadonlySet<string> {
  switch (term.kind) {
    case 'var':
      return new Set(term.name === 'input' ? [] : [term.name])
    case 'scalar':
    case 'rule':
      return new Set()
    case 'array':
    case 'set':
      return union(term.items)
    case 'object':
      return union(term.entries.flat())
    case 'ref':
      return union([term.head, ...term.path])
    case 'call':
      return union(term.args)
    case 'array comprehension':
    case 'set comprehension':
      return freeInBody(term.body, freeInTerm(term.term))
    case 'object comprehension':
      return freeInBody(term.body, union([term.key, term.term]))
    default:
      return unreachable(term)
  }
}

const union = (terms: readonly Term[]): ReadonlySet<string> => new Set(terms.flatMap((term) => [...freeInTerm(term)]))

function boundBy(expr: Expr): readonly string[] {
  switch (expr.kind) {
    case 'assign':
      return [expr.name]
    case 'some':
      return expr.key === undefined ? [expr.value] : [expr.key, expr.value]
    default:
      return []
  }
}

/**
 * The same module without variables that nothing reads, which OPA refuses in strict mode. An assignment that nothing
 * reads is dropped: what lowering assigns is always defined.
 */
export const withoutUnused = (module: Module): Module => ({ ...module, rules: module.rules.map(tidyRule) })

function tidyRule(rule: Rule): Rule {
  const value = tidyTerm(rule.value)
  const body = tidyBody(rule.body, freeInTerm(value))
  const used = freeInBody(body, freeInTerm(value))
  return { ...rule, args: rule.args?.map((arg) => (used.has(arg) ? arg : '_')), value, body }
}

function tidyBody(body: readonly Expr[], after: Iterable<string>): readonly Expr[] {
  const kept: Expr[] = []
  for (const expr of body.toReversed()) {
    const used = freeInBody(kept.toReversed(), after)
    switch (expr.kind) {
      case 'assign':
        if (used.has(expr.name)) kept.push({ ...expr, term: tidyTerm(expr.term) })
        break
      case 'some': {
        const key = expr.key !== undefined && used.has(expr.key) ? expr.key : undefined
        kept.push({ ...expr, key, value: used.has(expr.value) ? expr.value : '_', in: tidyTerm(expr.in) })
        break
      }
      default:
        kept.push({ ...expr, term: tidyTerm(expr.term) })
    }
  }
  return kept.toReversed()
}

function tidyTerm(term: Term): Term {
  switch (term.kind) {
    case 'var':
    case 'scalar':
    case 'rule':
      return term
    case 'array':
    case 'set':
      return { ...term, items: term.items.map(tidyTerm) }
    case 'object':
      return { ...term, entries: term.entries.map(([key, value]) => [tidyTerm(key), tidyTerm(value)] as const) }
    case 'ref':
      return { ...term, head: tidyTerm(term.head), path: term.path.map(tidyTerm) }
    case 'call':
      return { ...term, args: term.args.map(tidyTerm) }
    case 'array comprehension':
    case 'set comprehension': {
      const inner = tidyTerm(term.term)
      return { ...term, term: inner, body: tidyBody(term.body, freeInTerm(inner)) }
    }
    case 'object comprehension': {
      const [key, inner] = [tidyTerm(term.key), tidyTerm(term.term)]
      return { ...term, key, term: inner, body: tidyBody(term.body, union([key, inner])) }
    }
    default:
      return unreachable(term)
  }
}

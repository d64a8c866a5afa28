/** A module without the rules that no entry point leads to. */
import type { Expr, Module, Term } from '../tree.ts'

export function reachable(module: Module): Module {
  const byName = Map.groupBy(module.rules, ({ name }) => name)
  const found = new Set<string>()
  const waiting = [...module.entrypoints]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue
    found.add(name)
    for (const { value, body } of byName.get(name) ?? []) waiting.push(...namesIn(value), ...body.flatMap(namesInExpr))
  }
  return { ...module, rules: module.rules.filter(({ name }) => found.has(name)) }
}

const namesInExpr = (expr: Expr): readonly string[] => namesIn(expr.kind === 'some' ? expr.in : expr.term)

function namesIn(term: Term): readonly string[] {
  switch (term.kind) {
    case 'rule':
      return [term.name]
    case 'call':
      return [...(term.builtin ? [] : [term.name]), ...term.args.flatMap(namesIn)]
    case 'array':
    case 'set':
      return term.items.flatMap(namesIn)
    case 'object':
      return term.entries.flat().flatMap(namesIn)
    case 'ref':
      return [term.head, ...term.path].flatMap(namesIn)
    case 'array comprehension':
    case 'set comprehension':
      return [...namesIn(term.term), ...term.body.flatMap(namesInExpr)]
    case 'object comprehension':
      return [...namesIn(term.key), ...namesIn(term.term), ...term.body.flatMap(namesInExpr)]
    default:
      return []
  }
}

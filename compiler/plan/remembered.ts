/** Which functions are worth remembering: those without arguments that may be called more than once an evaluation. */
import type { Block, Policy } from './ir.ts'
import { blocksOf, statementsIn } from './locals.ts'

export function rememberedFunctions({ funcs, plans }: Policy): ReadonlySet<string> {
  const functions = funcs?.funcs ?? []
  const bodies = [...plans.plans, ...functions].map(({ blocks }) => blocks)
  const alone = functions.filter(({ params }) => params.length === 2).map(({ name }) => name)
  // A path that is known at run time only may lead to any of them.
  if (statementsIn(bodies.flat()).some(({ type }) => type === 'CallDynamicStmt')) return new Set(alone)
  const [once, often] = [new Set<string>(), new Set<string>()]
  const visit = (blocks: readonly Block[], isRepeated: boolean): void => {
    for (const statement of blocks.flatMap(({ stmts }) => stmts ?? [])) {
      const { type, stmt } = statement
      if (type === 'CallStmt') (isRepeated || once.has(stmt.func) ? often : once).add(stmt.func)
      visit(blocksOf(statement), isRepeated || type === 'ScanStmt')
    }
  }
  for (const { blocks } of plans.plans) visit(blocks, false)
  for (const { blocks, params } of functions) visit(blocks, params.length > 2)
  return new Set(alone.filter((name) => often.has(name)))
}

/** `with contextlib.suppress(…)`, which catches what it names in its body, and does nothing. */
import { firstChild, parentOf, typeOf } from '../../syntax/flat.ts'
import { thingNamed } from '../names.ts'
import type { PythonSource } from '../source.ts'

/** The calls that make one. */
export function suppressions(source: PythonSource): readonly number[] {
  return source.uses.callsOf('suppress').filter((call) => {
    const callee = firstChild(source.tree, call)
    return callee !== undefined && thingNamed(source, callee) === 'contextlib.suppress'
  })
}

const statements = new WeakMap<PythonSource, ReadonlySet<number>>()

/** Whether what stands in the body of a `with` statement may fail unnoticed. */
export function suppresses(source: PythonSource, statement: number): boolean {
  let known = statements.get(source)
  if (known === undefined) {
    known = new Set(suppressions(source).map((call) => statementOf(source, call)))
    statements.set(source, known)
  }
  return known.has(statement)
}

const between: ReadonlySet<string> = new Set(['parenthesized_expression', 'as_pattern', 'with_item', 'with_clause'])

/** What a call is an item of, if it is one. */
function statementOf({ tree }: PythonSource, call: number): number {
  let outer = parentOf(tree, call)
  while (between.has(typeOf(tree, outer))) outer = parentOf(tree, outer)
  return outer
}

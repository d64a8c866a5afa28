/** The conditions under which a piece of code runs. */
import { type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'

/** Deeper nesting than people write. */
const deepest = 200

export const contains = (tree: FlatTree, outer: number, node: number): boolean =>
  outer <= node && node < (tree.nexts[outer] ?? 0)

/** The statement that a node is part of: the outermost node below a block or the module. */
export function statementOf(tree: FlatTree, node: number): number {
  let statement = node
  for (let depth = 0; depth < deepest; depth++) {
    const around = parentOf(tree, statement)
    if (around <= 0 || typeOf(tree, around) === 'block') return statement
    statement = around
  }
  return statement
}

/** The conditions of the branches that a node stands in and `other` does not, innermost first. */
export function conditionsAround(tree: FlatTree, node: number, other: number): readonly number[] {
  const conditions: number[] = []
  let inner = node
  for (let depth = 0; depth < deepest; depth++) {
    const around = parentOf(tree, inner)
    const type = typeOf(tree, around)
    if (around <= 0 || type === 'function_definition' || type === 'class_definition') break
    const condition = conditionOf(tree, around, inner)
    if (condition !== undefined && !contains(tree, inner, other)) conditions.push(condition)
    inner = around
  }
  return conditions
}

/** The condition that decides whether a part of a statement runs. */
function conditionOf(tree: FlatTree, around: number, part: number): number | undefined {
  switch (typeOf(tree, around)) {
    case 'if_statement':
      return tree.fields[part] === 'condition' ? undefined : fieldOf(tree, around, 'condition')
    case 'elif_clause':
      return tree.fields[part] === 'consequence' ? fieldOf(tree, around, 'condition') : undefined
    default:
      return undefined
  }
}

/** Whether a condition holds when a name stands for nothing: `name is None`, `not name`. */
export function asksForNothing(tree: FlatTree, condition: number, name: string): boolean {
  const written = textOf(tree, condition).replaceAll(/\s+/g, ' ')
  return written === `not ${name}` || written === `${name} is None` || written === `${name} == None`
}

/** The loop around both nodes, if there is one. */
export function isLooped(tree: FlatTree, node: number, other: number): boolean {
  for (let around = parentOf(tree, node); around > 0; around = parentOf(tree, around)) {
    const type = typeOf(tree, around)
    if (type === 'function_definition') return false
    if ((type === 'for_statement' || type === 'while_statement') && contains(tree, around, other)) return true
  }
  return false
}

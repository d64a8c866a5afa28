/** String literals as facts. */
import type { LocalFact } from '../extractor.ts'
import { type FlatTree, fieldOf, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Functions } from './functions.ts'
import { type PythonSource, placeOf } from './source.ts'
import { literalText } from './string-literals.ts'

type Role = LocalFact<'string'>['role']

export function stringFacts(source: PythonSource, functions: Functions): readonly LocalFact<'string'>[] {
  const { tree } = source
  return literalNodes(tree).map((node) => {
    const { value, interpolated } = literalText(tree, node)
    return {
      at: placeOf(source, node),
      value,
      interpolated: interpolated || isFormatted(tree, node),
      role: roleOf(tree, node),
      function: functions.indexOf(node),
    }
  })
}

/** Literals in the order of the text; those that Python joins are one. */
export function literalNodes(tree: FlatTree): readonly number[] {
  const single = [...nodesOf(tree, 'string')].filter(
    (node) => typeOf(tree, parentOf(tree, node)) !== 'concatenated_string',
  )
  return [...single, ...nodesOf(tree, 'concatenated_string')].sort((a, b) => a - b)
}

/** The expression that a literal is, with the parentheses around it. */
export function bare(tree: FlatTree, node: number): number {
  let outermost = node
  while (typeOf(tree, parentOf(tree, outermost)) === 'parenthesized_expression') outermost = parentOf(tree, outermost)
  return outermost
}

/** A string that stands alone is there to be read by people, whether it is the first of its body or not. */
export function roleOf(tree: FlatTree, node: number): Role {
  const whole = bare(tree, node)
  const parent = parentOf(tree, whole)
  switch (typeOf(tree, parent)) {
    case 'expression_statement':
      return 'docstring'
    case 'argument_list':
    case 'keyword_argument':
      return 'argument'
    case 'subscript':
      return tree.fields[whole] === 'subscript' ? 'key' : 'value'
    case 'pair':
      return tree.fields[whole] === 'key' ? 'key' : 'value'
    default:
      return 'value'
  }
}

/** `"…" % values` and `"…".format(values)`. */
function isFormatted(tree: FlatTree, node: number): boolean {
  const whole = bare(tree, node)
  const parent = parentOf(tree, whole)
  switch (typeOf(tree, parent)) {
    case 'binary_operator': {
      const right = fieldOf(tree, parent, 'right')
      const operator = right === undefined ? '' : tree.text.slice(tree.ends[whole], tree.starts[right])
      return tree.fields[whole] === 'left' && operator.trim() === '%'
    }
    case 'attribute': {
      const name = fieldOf(tree, parent, 'attribute')
      return name !== undefined && /^format(_map)?$/.test(textOf(tree, name))
    }
    default:
      return false
  }
}

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

/** `"…" % values`, `"…".format(values)`, and `"…" + value`. */
function isFormatted(tree: FlatTree, node: number): boolean {
  const whole = bare(tree, node)
  const parent = parentOf(tree, whole)
  switch (typeOf(tree, parent)) {
    case 'binary_operator':
      return operatorOf(tree, parent) === '%' ? tree.fields[whole] === 'left' : isJoinedToValue(tree, whole)
    case 'attribute': {
      const name = fieldOf(tree, parent, 'attribute')
      return name !== undefined && /^format(_map)?$/.test(textOf(tree, name))
    }
    default:
      return false
  }
}

function operatorOf(tree: FlatTree, operation: number): string {
  const [left, right] = [fieldOf(tree, operation, 'left'), fieldOf(tree, operation, 'right')]
  return left === undefined || right === undefined ? '' : tree.text.slice(tree.ends[left], tree.starts[right]).trim()
}

/** Longer sums than people write by hand are tables of text. */
const longestSum = 100

/** Whether something in the sum around a literal is none. */
function isJoinedToValue(tree: FlatTree, literal: number): boolean {
  let inner = literal
  for (let length = 0; length < longestSum; length++) {
    const sum = parentOf(tree, inner)
    if (typeOf(tree, sum) !== 'binary_operator' || operatorOf(tree, sum) !== '+') return false
    const other = fieldOf(tree, sum, tree.fields[inner] === 'left' ? 'right' : 'left')
    if (other !== undefined && !isLiteral(tree, other)) return true
    inner = bare(tree, sum)
  }
  return false
}

/** A list is joined to lists. */
const isLiteral = (tree: FlatTree, node: number): boolean =>
  /^(string|concatenated_string|list|list_comprehension)$/.test(typeOf(tree, node))

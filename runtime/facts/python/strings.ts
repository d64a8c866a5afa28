/** String literals as facts, and the addresses in them. */
import type { LocalFact } from '../extractor.ts'
import { childrenOf, type FlatTree, fieldOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import { urlsIn } from '../urls.ts'
import type { Functions } from './functions.ts'
import type { PythonSource } from './source.ts'
import { literalText } from './string-literals.ts'

type Role = LocalFact<'string'>['role']

export function stringFacts(source: PythonSource, functions: Functions): readonly LocalFact<'string'>[] {
  const { tree, input } = source
  return stringNodes(tree).map((node) => {
    const { value, interpolated } = literalText(tree, node)
    return {
      at: input.lines.placeOf(tree.starts[node] ?? 0, tree.ends[node] ?? 0),
      value,
      interpolated,
      role: roleOf(tree, node),
      function: functions.indexOf(node),
    }
  })
}

/** Literals in the order of the text; those that Python joins are one. */
function stringNodes(tree: FlatTree): readonly number[] {
  const nodes: number[] = []
  for (let node = 0; node < tree.count; node++) {
    const type = typeOf(tree, node)
    const joined = type === 'string' && typeOf(tree, parentOf(tree, node)) === 'concatenated_string'
    if (type === 'concatenated_string' || (type === 'string' && !joined)) nodes.push(node)
  }
  return nodes
}

/** A string that stands alone is there to be read by people, whether it is the first of its body or not. */
function roleOf(tree: FlatTree, node: number): Role {
  const parent = parentOf(tree, node)
  switch (typeOf(tree, parent)) {
    case 'expression_statement':
      return 'docstring'
    case 'argument_list':
    case 'keyword_argument':
      return 'argument'
    case 'subscript':
      return 'key'
    case 'pair':
      return fieldOf(tree, parent, 'key') === node ? 'key' : 'value'
    default:
      return 'value'
  }
}

/** Methods whose argument is compared with, or cut from, an address rather than fetched. */
const comparing = new Set([
  'startswith',
  'endswith',
  'removeprefix',
  'removesuffix',
  'replace',
  'split',
  'mount',
  'strip',
  'lstrip',
  'rstrip',
])

export function urlFacts(source: PythonSource): readonly LocalFact<'url'>[] {
  const { tree, input } = source
  return stringNodes(tree)
    .filter((node) => roleOf(tree, node) !== 'docstring')
    .flatMap((node) => {
      const start = tree.starts[node] ?? 0
      const compared = isCompared(tree, node)
      return urlsIn(textOf(tree, node)).map((url) => ({
        ...url.fields,
        role: compared ? ('adapter' as const) : url.fields.role,
        at: input.lines.placeOf(start + url.start, start + url.end),
      }))
    })
}

function isCompared(tree: FlatTree, node: number): boolean {
  let around = parentOf(tree, node)
  if (typeOf(tree, around) === 'tuple') around = parentOf(tree, around)
  if (typeOf(tree, around) === 'comparison_operator') return true
  if (typeOf(tree, around) !== 'argument_list') return false
  const callee = fieldOf(tree, parentOf(tree, around), 'function')
  const attribute = callee === undefined ? undefined : fieldOf(tree, callee, 'attribute')
  const [first] = childrenOf(tree, around)
  return attribute !== undefined && comparing.has(textOf(tree, attribute)) && first !== undefined
}

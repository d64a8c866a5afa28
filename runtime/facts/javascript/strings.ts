/** String literals and templates as facts; texts in types are none. */
import type { LocalFact } from '../extractor.ts'
import { type FlatTree, nodesOf, parentOf, typeOf } from '../syntax/flat.ts'
import type { Functions } from './functions.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { literalText } from './string-literals.ts'
import { operatorOf, wrapped } from './syntax.ts'

type Role = LocalFact<'string'>['role']

export function stringFacts(source: JavaScriptSource, functions: Functions): readonly LocalFact<'string'>[] {
  const { tree } = source
  return literalNodes(tree).map((node) => {
    const { value, interpolated } = literalText(tree, node)
    return {
      at: placeOf(source, node),
      value,
      interpolated: interpolated || isJoined(tree, wrapped(tree, node)),
      role: roleOf(tree, node),
      function: functions.indexOf(node),
    }
  })
}

/** In the order of the text. */
export function literalNodes(tree: FlatTree): readonly number[] {
  const texts = [...nodesOf(tree, 'string')].filter((node) => typeOf(tree, parentOf(tree, node)) !== 'literal_type')
  const templates = [...nodesOf(tree, 'template_string')]
  return [...texts, ...templates].sort((a, b) => a - b)
}

/** Directives such as "use strict" are there for others than the program. */
export function roleOf(tree: FlatTree, node: number): Role {
  const whole = wrapped(tree, node)
  const parent = parentOf(tree, whole)
  switch (typeOf(tree, parent)) {
    case 'expression_statement':
      return 'docstring'
    case 'arguments':
    case 'call_expression':
      return 'argument'
    case 'subscript_expression':
      return tree.fields[whole] === 'index' ? 'key' : 'value'
    case 'pair':
    case 'property_signature':
    case 'method_definition':
      return tree.fields[whole] === 'value' ? 'value' : 'key'
    default:
      return 'value'
  }
}

function isJoined(tree: FlatTree, node: number): boolean {
  const parent = parentOf(tree, node)
  if (typeOf(tree, parent) !== 'binary_expression' || operatorOf(tree, parent) !== '+') return false
  const other = tree.fields[node] === 'left' ? 'right' : 'left'
  for (let child = parent + 1; child < (tree.nexts[parent] ?? 0); child = tree.nexts[child] ?? parent) {
    if (tree.fields[child] === other) return !/^(string|number)$/.test(typeOf(tree, child))
  }
  return false
}

/**
 * String literals and templates as facts; texts in types are none. A name that an object is written down with is a text as
 * much as one in quotes.
 */
import type { LocalFact } from '../extractor.ts'
import { type FlatTree, nodesOf, parentOf, textOf, typeOf } from '../syntax/flat.ts'
import type { Functions } from './functions.ts'
import { type JavaScriptSource, placeOf } from './source.ts'
import { literalText } from './string-literals.ts'
import { operatorOf, wrapped } from './syntax.ts'

type Role = LocalFact<'string'>['role']

export function stringFacts(source: JavaScriptSource, functions: Functions): readonly LocalFact<'string'>[] {
  const { tree } = source
  const literals = literalNodes(tree).map((node) => {
    const { value, interpolated } = literalText(tree, node)
    return {
      at: placeOf(source, node),
      value,
      interpolated: interpolated || isJoined(tree, wrapped(tree, node)),
      role: roleOf(tree, node),
      function: functions.indexOf(node),
    }
  })
  const names = namesOfEntries(tree).map((node) => {
    const value = textOf(tree, node)
    return {
      at: placeOf(source, node),
      value,
      interpolated: false,
      role: 'key',
      function: functions.indexOf(node),
    } as const
  })
  return [...literals, ...names]
}

/** Of `{ type: 1, level }` both. */
function namesOfEntries(tree: FlatTree): readonly number[] {
  const keys = [...nodesOf(tree, 'property_identifier')].filter(
    (node) => tree.fields[node] === 'key' && typeOf(tree, parentOf(tree, node)) === 'pair',
  )
  return [...keys, ...nodesOf(tree, 'shorthand_property_identifier')]
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

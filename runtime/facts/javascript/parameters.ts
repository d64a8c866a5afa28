/** The parameters of a function: a pattern that takes an argument apart is one of them. */
import { childrenOf, type FlatTree, fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { targetsOf } from './patterns.ts'

export interface Parameter {
  /** The name; a pattern goes by its place: "{1}". */
  readonly name: string
  /** The names that it binds. */
  readonly names: readonly string[]
  /** From 1. */
  readonly position: number
  readonly definition: number
  /** The name or the pattern. */
  readonly pattern: number
  readonly rest: boolean
  /** What it is where nothing is given. */
  readonly otherwise: number | undefined
  /** `constructor(private token: string)`: a property of the object as well. */
  readonly isProperty: boolean
}

export function parametersOf(tree: FlatTree, definition: number): readonly Parameter[] {
  const single = fieldOf(tree, definition, 'parameter')
  const list = fieldOf(tree, definition, 'parameters')
  const nodes = single !== undefined ? [single] : list === undefined ? [] : [...childrenOf(tree, list)]
  return nodes
    .filter(
      (node) => typeOf(tree, node) !== 'comment' && typeOf(tree, fieldOf(tree, node, 'pattern') ?? node) !== 'this',
    )
    .map((node, index) => parameterAt(tree, definition, node, index + 1))
}

function parameterAt(tree: FlatTree, definition: number, node: number, position: number): Parameter {
  const isTyped = /^(required|optional)_parameter$/.test(typeOf(tree, node))
  const declared = isTyped ? (fieldOf(tree, node, 'pattern') ?? node) : node
  const hasDefault = typeOf(tree, declared) === 'assignment_pattern'
  const unwrapped = hasDefault ? (fieldOf(tree, declared, 'left') ?? declared) : declared
  const rest = typeOf(tree, unwrapped) === 'rest_pattern'
  const pattern = rest ? (firstChild(tree, unwrapped) ?? unwrapped) : unwrapped
  const isName = typeOf(tree, pattern) === 'identifier'
  const first = isTyped ? typeOf(tree, firstChild(tree, node) ?? node) : ''
  return {
    name: isName ? textOf(tree, pattern) : `{${position}}`,
    names: targetsOf(tree, pattern).map((target) => textOf(tree, target.node)),
    position,
    definition,
    pattern,
    rest,
    otherwise: hasDefault ? fieldOf(tree, declared, 'right') : isTyped ? fieldOf(tree, node, 'value') : undefined,
    isProperty: isTyped && (first === 'accessibility_modifier' || /^\s*(readonly|override)\s/.test(textOf(tree, node))),
  }
}

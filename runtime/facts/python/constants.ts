/** Constant propagation: the literal that an expression comes to, through names that are bound once. */
import { childrenOf, fieldOf, textOf, typeOf } from '../syntax/flat.ts'
import type { PythonSource } from './source.ts'
import { literalText } from './string-literals.ts'

export type Constant = { readonly value: string | number | boolean | null }

const deepest = 8

/** Undefined where the value is not known. */
export function constantOf(source: PythonSource, node: number, depth = 0): Constant | undefined {
  const { tree } = source
  if (depth > deepest) return undefined
  switch (typeOf(tree, node)) {
    case 'string':
    case 'concatenated_string': {
      const text = literalText(tree, node, (hole) => constantText(source, hole, depth + 1))
      return text.whole ? { value: text.value } : undefined
    }
    case 'integer':
      return numberOf(textOf(tree, node))
    case 'float':
      return numberOf(textOf(tree, node))
    case 'true':
      return { value: true }
    case 'false':
      return { value: false }
    case 'none':
      return { value: null }
    case 'parenthesized_expression': {
      const [inner] = childrenOf(tree, node)
      return inner === undefined ? undefined : constantOf(source, inner, depth + 1)
    }
    case 'unary_operator': {
      const inner = fieldOf(tree, node, 'argument')
      const value = inner === undefined ? undefined : constantOf(source, inner, depth + 1)?.value
      return typeof value === 'number' && textOf(tree, node).startsWith('-') ? { value: -value } : undefined
    }
    case 'binary_operator':
      return sumOf(source, node, depth)
    case 'identifier': {
      const [only, other] = source.scopes.lookup(textOf(tree, node), node)
      return only?.kind === 'value' && other === undefined ? constantOf(source, only.node, depth + 1) : undefined
    }
    default:
      return undefined
  }
}

function constantText(source: PythonSource, node: number, depth: number): string | undefined {
  const constant = constantOf(source, node, depth)
  return constant === undefined || constant.value === null ? undefined : String(constant.value)
}

/** `a + b` of texts or numbers, and `|` of numbers, which is how modes are put together. */
function sumOf(source: PythonSource, node: number, depth: number): Constant | undefined {
  const { tree } = source
  const [left, right] = [fieldOf(tree, node, 'left'), fieldOf(tree, node, 'right')]
  if (left === undefined || right === undefined) return undefined
  const operator = tree.text.slice(tree.ends[left], tree.starts[right]).trim()
  const [a, b] = [constantOf(source, left, depth + 1)?.value, constantOf(source, right, depth + 1)?.value]
  if (typeof a === 'string' && typeof b === 'string' && operator === '+') return { value: a + b }
  if (typeof a !== 'number' || typeof b !== 'number') return undefined
  if (operator === '+') return { value: a + b }
  return operator === '|' ? { value: a | b } : undefined
}

function numberOf(written: string): Constant | undefined {
  const digits = written.replaceAll('_', '').toLowerCase()
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits)
  return Number.isNaN(value) ? undefined : { value }
}

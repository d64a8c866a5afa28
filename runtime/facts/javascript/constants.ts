/** Values that are known without running anything: literals, templates of constants, names that are bound once. */
import { fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import { memberNameOf } from './names.ts'
import { entryOf } from './objects.ts'
import type { JavaScriptSource } from './source.ts'
import { literalText } from './string-literals.ts'
import { bare, operatorOf } from './syntax.ts'

export interface Constant {
  readonly value: string | number | boolean | null
}

const longest = 10_000

/** Names and texts that are made from each other, one behind the other. */
const deepest = 60

export function constantOf(source: JavaScriptSource, node: number, depth = 0): Constant | undefined {
  const { constants } = source
  if (constants.has(node)) return constants.get(node)
  if (depth > deepest) return undefined
  // What refers to itself is not known.
  constants.set(node, undefined)
  const constant = found(source, bare(source.tree, node), depth + 1)
  constants.set(node, constant)
  return constant
}

function found(source: JavaScriptSource, node: number, depth: number): Constant | undefined {
  const { tree } = source
  switch (typeOf(tree, node)) {
    case 'string':
      return { value: literalText(tree, node).value }
    case 'template_string':
      return ofTemplate(source, node, depth)
    case 'number':
      return ofNumber(textOf(tree, node))
    case 'true':
      return { value: true }
    case 'false':
      return { value: false }
    case 'null':
      return { value: null }
    case 'identifier':
    case 'shorthand_property_identifier':
      return ofName(source, node, depth)
    case 'member_expression':
    case 'subscript_expression': {
      const object = fieldOf(tree, node, 'object')
      const name = memberNameOf(source, node)
      const entry = object === undefined || name === undefined ? undefined : entryOf(source, object, [name])
      return entry === undefined ? ofField(source, node, name, depth) : constantOf(source, entry, depth)
    }
    case 'unary_expression':
      return ofUnary(source, node, depth)
    case 'binary_expression':
      return ofOperator(source, node, depth)
    default:
      return undefined
  }
}

function ofTemplate(source: JavaScriptSource, node: number, depth: number): Constant | undefined {
  let isKnown = true
  const { resolved } = literalText(source.tree, node, (hole) => {
    const value = constantOf(source, hole, depth)?.value
    if (value === undefined) isKnown = false
    return String(value)
  })
  return isKnown && resolved.length <= longest ? { value: resolved } : undefined
}

function ofNumber(text: string): Constant | undefined {
  const written = text.replaceAll('_', '')
  const value = /^0[0-7]+$/.test(written) ? Number.parseInt(written, 8) : Number(written)
  return finite(value)
}

/** Numbers that JSON cannot hold, or not exactly, are not known. */
function finite(value: number): Constant | undefined {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? { value } : undefined
}

function ofName(source: JavaScriptSource, node: number, depth: number): Constant | undefined {
  const [only, other] = source.bindings.lookup(textOf(source.tree, node), node) ?? []
  if (only?.kind !== 'value' || other !== undefined) return undefined
  if (only.path.length === 0) return constantOf(source, only.node, depth)
  const entry = entryOf(source, only.node, only.path)
  return entry === undefined ? undefined : constantOf(source, entry, depth)
}

/** A field of the method's own object that has one value. */
function ofField(
  source: JavaScriptSource,
  node: number,
  name: string | undefined,
  depth: number,
): Constant | undefined {
  const { tree, scopes, bindings } = source
  const object = fieldOf(tree, node, 'object')
  if (object === undefined || name === undefined || typeOf(tree, object) !== 'this') return undefined
  const owner = scopes.classAt(object)
  const [only, other] = owner === undefined ? [] : bindings.member(owner, name)
  const isWhole = only?.kind === 'value' && only.path.length === 0 && other === undefined
  return isWhole ? constantOf(source, only.node, depth) : undefined
}

function ofUnary(source: JavaScriptSource, node: number, depth: number): Constant | undefined {
  const { tree } = source
  const argument = fieldOf(tree, node, 'argument') ?? firstChild(tree, node)
  const value = argument === undefined ? undefined : constantOf(source, argument, depth)?.value
  const operator = textOf(tree, node)[0]
  if (operator === '-' && typeof value === 'number') return { value: -value }
  return operator === '!' && value !== undefined ? { value: !value } : undefined
}

/** Sums lean to the left, and may be deeper than the stack. */
function ofOperator(source: JavaScriptSource, node: number, depth: number): Constant | undefined {
  const { tree } = source
  const steps: { readonly operator: string; readonly right: number }[] = []
  let first = node
  while (typeOf(tree, first) === 'binary_expression') {
    const [left, right] = [fieldOf(tree, first, 'left'), fieldOf(tree, first, 'right')]
    if (left === undefined || right === undefined) return undefined
    steps.push({ operator: operatorOf(tree, first), right })
    first = bare(tree, left)
  }
  let value = constantOf(source, first, depth)?.value
  for (const { operator, right } of steps.reverse()) {
    const next = value === undefined ? undefined : constantOf(source, right, depth)?.value
    if (value === undefined || next === undefined) return undefined
    value = combined(value, operator, next)?.value
  }
  return value === undefined ? undefined : { value }
}

function combined(a: Constant['value'], operator: string, b: Constant['value']): Constant | undefined {
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) {
    const value = String(a) + String(b)
    return value.length <= longest ? { value } : undefined
  }
  if (typeof a !== 'number' || typeof b !== 'number') return undefined
  switch (operator) {
    case '+':
      return finite(a + b)
    case '-':
      return finite(a - b)
    case '*':
      return finite(a * b)
    case '/':
      return finite(a / b)
    case '|':
      return finite(a | b)
    case '&':
      return finite(a & b)
    default:
      return undefined
  }
}

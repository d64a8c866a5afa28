/** Constant propagation: the literal that an expression comes to, through names that are bound once. */
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../syntax/flat.ts'
import type { Binding } from './bindings.ts'
import { defaultOf } from './defaults.ts'
import { meaningOf, thingNamed } from './names.ts'
import { negated, numberWritten, operate } from './operators.ts'
import type { PythonSource } from './source.ts'
import { literalText } from './string-literals.ts'

export type Literal = string | number | boolean | null
export type Constant = { readonly value: Literal }

const deepest = 24
/** Longer sums than people write. */
const longestChain = 200
/** A text that grows longer is not known: names that double each other would make it any size. */
export const longestText = 100_000

/** Undefined where the value is not known. */
export function constantOf(source: PythonSource, node: number, depth = 0): Constant | undefined {
  const { tree } = source
  source.input.budget.step()
  if (depth > deepest) return undefined
  switch (typeOf(tree, node)) {
    case 'string':
    case 'concatenated_string': {
      const text = literalText(tree, node, (hole) => constantText(source, hole, depth + 1))
      return text.whole && text.resolved.length <= longestText ? { value: text.resolved } : undefined
    }
    case 'integer':
    case 'float':
      return finite(numberWritten(textOf(tree, node)))
    case 'true':
      return { value: true }
    case 'false':
      return { value: false }
    case 'none':
      return { value: null }
    case 'parenthesized_expression':
    case 'named_expression': {
      const inner = fieldOf(tree, node, 'value') ?? firstChild(tree, node)
      return inner === undefined ? undefined : constantOf(source, inner, depth + 1)
    }
    case 'unary_operator':
    case 'not_operator': {
      const inner = fieldOf(tree, node, 'argument')
      const operand = inner === undefined ? undefined : constantOf(source, inner, depth + 1)
      return operand && negated(tree.text.slice(tree.starts[node], tree.starts[inner ?? node]).trim(), operand.value)
    }
    case 'binary_operator':
      return chained(source, node, depth)
    case 'identifier':
      return ofBindings(source, source.bindings.lookup(textOf(tree, node), node), depth)
    case 'attribute':
      return ofAttribute(source, node, depth)
    case 'call':
      return ofConversion(source, node, depth)
    default:
      return undefined
  }
}

function constantText(source: PythonSource, node: number, depth: number): string | undefined {
  const value = constantOf(source, node, depth)?.value
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** A name that is bound once in its scope; one that is bound again has no one value. */
function ofBindings(source: PythonSource, bindings: readonly Binding[], depth: number): Constant | undefined {
  const { constants } = source
  const [only, other] = bindings
  if (only === undefined || other !== undefined) return undefined
  if (constants.has(bindings)) return constants.get(bindings)
  constants.set(bindings, undefined)
  const constant = ofBinding(source, only, depth)
  constants.set(bindings, constant)
  return constant
}

function ofBinding(source: PythonSource, only: Binding, depth: number): Constant | undefined {
  switch (only.kind) {
    case 'value':
      return constantOf(source, only.node, depth + 1)
    case 'parameter': {
      const value = defaultOf(source, only.parameter)
      return value === undefined ? undefined : constantOf(source, value, depth + 1)
    }
    default:
      return undefined
  }
}

/** An attribute of a class of this file that is set once, or a constant of the module `stat`. */
function ofAttribute(source: PythonSource, node: number, depth: number): Constant | undefined {
  const { tree } = source
  const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
  if (object === undefined || attribute === undefined) return undefined
  const meaning = meaningOf(source, object, depth + 1)
  const owner = meaning.kind === 'class' ? meaning.node : meaning.kind === 'instance' ? meaning.class : undefined
  const name = textOf(tree, attribute)
  if (owner !== undefined) return ofBindings(source, source.bindings.member(owner, name), depth)
  const bits = meaning.dotted === 'stat' ? statBits[name] : undefined
  return bits === undefined ? undefined : { value: bits }
}

const statBits: Readonly<Record<string, number>> = {
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
  S_ISVTX: 0o1000,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IREAD: 0o400,
  S_IWUSR: 0o200,
  S_IWRITE: 0o200,
  S_IXUSR: 0o100,
  S_IEXEC: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
}

/** `a + b + …`: the tree leans left, and may be deeper than the stack. */
function chained(source: PythonSource, node: number, depth: number): Constant | undefined {
  const { tree } = source
  const steps: { readonly operator: string; readonly right: number }[] = []
  let first = node
  while (typeOf(tree, first) === 'binary_operator') {
    const [left, right] = [fieldOf(tree, first, 'left'), fieldOf(tree, first, 'right')]
    if (left === undefined || right === undefined || steps.length === longestChain) return undefined
    steps.unshift({ operator: tree.text.slice(tree.ends[left], tree.starts[right]).trim(), right })
    first = left
  }
  let sum = constantOf(source, first, depth + 1)
  for (const { operator, right } of steps) {
    const operand: Constant | undefined = sum && constantOf(source, right, depth + 1)
    sum = sum && operand && operate(operator, sum.value, operand.value)
  }
  return sum
}

/** `int("4755", 8)`, `str(5)` and the like. */
function ofConversion(source: PythonSource, node: number, depth: number): Constant | undefined {
  const { tree } = source
  const [callee, list] = [fieldOf(tree, node, 'function'), fieldOf(tree, node, 'arguments')]
  if (callee === undefined || list === undefined || typeOf(tree, callee) !== 'identifier') return undefined
  const conversion = thingNamed(source, callee)
  if (conversion !== 'int' && conversion !== 'float' && conversion !== 'str') return undefined
  const [value, base] = [...childrenOf(tree, list)].map((child) => constantOf(source, child, depth + 1)?.value)
  if (value === undefined || value === null || typeof value === 'boolean') return undefined
  if (conversion === 'str') return { value: String(value) }
  const written = String(value).trim()
  if (typeof base === 'number') return finite(Number.parseInt(written.replace(/^0[xob]/i, ''), base || 10))
  return finite(conversion === 'int' ? Math.trunc(Number(written)) : Number(written))
}

/** Numbers that JSON cannot hold, or not exactly, are not known. */
function finite(value: number): Constant | undefined {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? { value } : undefined
}

/**
 * What a setting comes to where nobody sets it:
 *
 *     os.getenv("VERIFY", "false").lower() == "true"      false
 *     config.get("insecure", False)                       false, and `not` of it true
 *     section.getboolean("verify", fallback=True)         true
 */
import { childrenOf, fieldOf, firstChild, textOf, typeOf } from '../../syntax/flat.ts'
import { constantOf, type Literal } from '../constants.ts'
import type { PythonSource } from '../source.ts'
import { givenFor } from '../values/given.ts'

const deepest = 8

/** Undefined where the setting has no default that is known. */
export function unsetValue(source: PythonSource, node: number, depth = 0): Literal | undefined {
  const { tree } = source
  const constant = constantOf(source, node)
  if (constant !== undefined || depth > deepest) return constant?.value
  switch (typeOf(tree, node)) {
    case 'parenthesized_expression':
    case 'not_operator': {
      const inner = fieldOf(tree, node, 'argument') ?? firstChild(tree, node)
      const value = inner === undefined ? undefined : unsetValue(source, inner, depth + 1)
      return value === undefined || typeOf(tree, node) !== 'not_operator' ? value : !value
    }
    case 'comparison_operator':
      return ofComparison(source, node, depth)
    case 'call':
      return ofCall(source, node, depth)
    default:
      return undefined
  }
}

function ofComparison(source: PythonSource, node: number, depth: number): boolean | undefined {
  const { tree } = source
  const [left, right, further] = [...childrenOf(tree, node)]
  if (left === undefined || right === undefined || further !== undefined) return undefined
  const value = unsetValue(source, left, depth + 1)
  if (value === undefined) return undefined
  const operator = tree.text.slice(tree.ends[left], tree.starts[right]).trim()
  const isOneOf = () => {
    if (!/^(tuple|list|set)$/.test(typeOf(tree, right))) return undefined
    return [...childrenOf(tree, right)].some((each) => constantOf(source, each)?.value === value)
  }
  const other = constantOf(source, right)
  const isSame = other === undefined ? undefined : other.value === value
  switch (operator) {
    case '==':
    case 'is':
      return isSame
    case '!=':
    case 'is not':
      return isSame === undefined ? undefined : !isSame
    case 'in':
      return isOneOf()
    case 'not in': {
      const found = isOneOf()
      return found === undefined ? undefined : !found
    }
    default:
      return undefined
  }
}

const lookUps = /^(get|getenv|getboolean|getattr|pop|setdefault)$/

function ofCall(source: PythonSource, node: number, depth: number): Literal | undefined {
  const { tree } = source
  const callee = fieldOf(tree, node, 'function')
  if (callee === undefined) return undefined
  const object = fieldOf(tree, callee, 'object')
  const name = textOf(tree, fieldOf(tree, callee, 'attribute') ?? callee)
  if (lookUps.test(name)) {
    const position = name === 'getattr' ? 3 : name === 'getboolean' ? undefined : 2
    const otherwise = givenFor(source, node, {
      names: ['default', 'fallback'],
      ...(position === undefined ? {} : { position }),
    })
    return otherwise?.kind === 'given' ? constantOf(source, otherwise.node)?.value : undefined
  }
  if (object !== undefined && /^(lower|upper|strip|casefold)$/.test(name)) {
    const value = unsetValue(source, object, depth + 1)
    if (typeof value !== 'string') return undefined
    return name === 'strip' ? value.trim() : name === 'upper' ? value.toUpperCase() : value.toLowerCase()
  }
  if (name !== 'bool') return undefined
  const given = givenFor(source, node, { names: [], position: 1 })
  const value = given?.kind === 'given' ? unsetValue(source, given.node, depth + 1) : undefined
  return value === undefined ? undefined : Boolean(value)
}

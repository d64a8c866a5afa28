/**
 * What a setting comes to where nobody sets it:
 *
 *     process.env.VERIFY === "true"                                           false
 *     (process.env.IGNORE || "false").toLowerCase() === "true" ? "0" : "1"    "1"
 */
import { fieldOf, textOf, typeOf } from '../../syntax/flat.ts'
import { type Constant, constantOf } from '../constants.ts'
import { meaningOf, memberNameOf } from '../names.ts'
import type { JavaScriptSource } from '../source.ts'
import { bare, calledOf, givenOf, operatorOf } from '../syntax.ts'

/** `undefined` as a value is that of a variable of the environment that is not there. */
export interface Unset {
  readonly value: Constant['value'] | undefined
}

const deepest = 12

/** Undefined where something else than the environment decides. */
export function unsetValue(source: JavaScriptSource, written: number, depth = 0): Unset | undefined {
  const { tree } = source
  const node = bare(tree, written)
  const constant = constantOf(source, node)
  if (constant !== undefined || depth > deepest) return constant
  const part = (field: string): Unset | undefined => {
    const inner = fieldOf(tree, node, field)
    return inner === undefined ? undefined : unsetValue(source, inner, depth + 1)
  }
  switch (typeOf(tree, node)) {
    case 'identifier':
      return ofName(source, node, depth)
    case 'member_expression':
    case 'subscript_expression': {
      const object = fieldOf(tree, node, 'object')
      return object !== undefined && meaningOf(source, object).dotted === 'process.env'
        ? { value: undefined }
        : undefined
    }
    case 'unary_expression': {
      const inner = operatorOf(tree, node) === '!' ? part('argument') : undefined
      return inner === undefined ? undefined : { value: !inner.value }
    }
    case 'ternary_expression': {
      const condition = part('condition')
      return condition === undefined ? undefined : part(condition.value ? 'consequence' : 'alternative')
    }
    case 'binary_expression':
      return ofOperation(operatorOf(tree, node), part('left'), () => part('right'))
    case 'call_expression':
      return ofCall(source, node, depth)
    default:
      return undefined
  }
}

function ofName(source: JavaScriptSource, node: number, depth: number): Unset | undefined {
  const [binding, other] = source.bindings.lookup(textOf(source.tree, node), node) ?? []
  const isSetOnce = binding?.kind === 'value' && binding.path.length === 0 && other === undefined
  return isSetOnce ? unsetValue(source, binding.node, depth + 1) : undefined
}

function ofOperation(operator: string, left: Unset | undefined, rightOf: () => Unset | undefined): Unset | undefined {
  if (left === undefined) return undefined
  const isNothing = left.value === undefined || left.value === null
  const right = rightOf()
  switch (operator) {
    case '||':
      return left.value ? left : right
    case '&&':
      return left.value ? right : left
    case '??':
      return isNothing ? right : left
    case '==':
    case '===':
      return right === undefined ? undefined : { value: left.value === right.value }
    case '!=':
    case '!==':
      return right === undefined ? undefined : { value: left.value !== right.value }
    default:
      return undefined
  }
}

function ofCall(source: JavaScriptSource, call: number, depth: number): Unset | undefined {
  const { tree } = source
  const called = calledOf(tree, call)
  if (called === undefined) return undefined
  if (typeOf(tree, called) === 'identifier' && textOf(tree, called) === 'Boolean') {
    const [given] = givenOf(tree, call)
    const value = given === undefined ? undefined : unsetValue(source, given, depth + 1)
    return value === undefined ? undefined : { value: Boolean(value.value) }
  }
  const object = fieldOf(tree, called, 'object')
  const changed = object === undefined ? undefined : unsetValue(source, object, depth + 1)
  if (changed === undefined || (changed.value !== undefined && typeof changed.value !== 'string')) return undefined
  const { value } = changed
  switch (memberNameOf(source, called)) {
    case 'toLowerCase':
      return { value: value?.toLowerCase() }
    case 'toUpperCase':
      return { value: value?.toUpperCase() }
    case 'trim':
      return { value: value?.trim() }
    default:
      return undefined
  }
}

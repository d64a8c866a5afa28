/** Names and attributes as variables: where else the same one is used, and what is done to the object that it holds. */
import { fieldOf, parentOf, textOf, typeOf } from '../../syntax/flat.ts'
import type { Binding } from '../bindings.ts'
import { meaningOf } from '../names.ts'
import type { PythonSource } from '../source.ts'
import { remembered } from './memory.ts'

/** The bindings of a name or an attribute: one list for one variable. */
export type Variable = readonly Binding[]

/** More uses of one name than this are not looked through. */
const mostUses = 400

export function variableAt(source: PythonSource, node: number): Variable | undefined {
  const { tree, bindings } = source
  const bound =
    typeOf(tree, node) === 'identifier' ? bindings.lookup(textOf(tree, node), node) : ofAttribute(source, node)
  return bound === undefined || bound.length === 0 ? undefined : bound
}

function ofAttribute(source: PythonSource, node: number): Variable | undefined {
  const { tree, bindings } = source
  const [object, attribute] = [fieldOf(tree, node, 'object'), fieldOf(tree, node, 'attribute')]
  if (typeOf(tree, node) !== 'attribute' || object === undefined || attribute === undefined) return undefined
  const meaning = meaningOf(source, object)
  const owner = meaning.kind === 'class' ? meaning.node : meaning.kind === 'instance' ? meaning.class : undefined
  return owner === undefined ? undefined : bindings.member(owner, textOf(tree, attribute))
}

/** The expressions that are the same variable as a name or an attribute, itself included, in the order of the text. */
export const usesOfVariable: (source: PythonSource, node: number) => readonly number[] = remembered(sameVariable)

function sameVariable(source: PythonSource, node: number): readonly number[] {
  const { tree, uses } = source
  const variable = variableAt(source, node)
  const name = fieldOf(tree, node, 'attribute') ?? node
  const mentions = uses.mentionsOf(textOf(tree, name))
  if (variable === undefined || mentions.length > mostUses) return [node]
  return mentions.flatMap((mention) => {
    const isAttribute = tree.fields[mention] === 'attribute'
    const whole = isAttribute ? parentOf(tree, mention) : mention
    return variableAt(source, whole) === variable ? [whole] : []
  })
}

/** What the code around does to an object: gives an attribute a value, or calls a method. */
export type Deed =
  | { readonly kind: 'set'; readonly attribute: string; readonly value: number; readonly node: number }
  | { readonly kind: 'call'; readonly attribute: string; readonly call: number; readonly node: number }

/** `names` are variables that hold the object. */
export function deedsOn(source: PythonSource, names: readonly number[]): readonly Deed[] {
  const uses = new Set(names.flatMap((name) => usesOfVariable(source, name)))
  return [...uses].flatMap((use) => deedAt(source, use) ?? [])
}

function deedAt({ tree }: PythonSource, use: number): Deed | undefined {
  const access = parentOf(tree, use)
  if (typeOf(tree, access) !== 'attribute' || tree.fields[use] !== 'object') return undefined
  const name = fieldOf(tree, access, 'attribute')
  const around = parentOf(tree, access)
  if (name === undefined) return undefined
  const attribute = textOf(tree, name)
  if (typeOf(tree, around) === 'assignment' && tree.fields[access] === 'left') {
    const value = fieldOf(tree, around, 'right')
    return value === undefined ? undefined : { kind: 'set', attribute, value, node: around }
  }
  const isCalled = typeOf(tree, around) === 'call' && tree.fields[access] === 'function'
  return isCalled ? { kind: 'call', attribute, call: around, node: around } : undefined
}

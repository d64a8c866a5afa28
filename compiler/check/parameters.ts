/** Parameters: their values have the type and the bounds that they state. */
import { diagnose } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { List, Literal, Parameter } from '../language/tree.ts'
import type { Scalar, TypedParameter } from './typed.ts'

export function checkParameter(node: Parameter, report: (diagnostic: Diagnostic) => void): TypedParameter {
  const value = valueOf(node.value)
  if (!hasType(value, node.type)) report(diagnose('bad-parameter', node.value.span, { type: typeNames[node.type] }))
  const bounds = boundsOf(node)
  if (bounds !== undefined && !isWithin(value, bounds)) report(diagnose('out-of-bounds', node.value.span, {}))
  return {
    name: node.name.text,
    type: node.type,
    value,
    ...(bounds === undefined ? {} : { bounds }),
    about: node.about.value,
  }
}

const typeNames: Readonly<Record<Parameter['type'], string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  'list of text': 'a list of texts',
  'list of number': 'a list of numbers',
}

function valueOf(node: Literal | List): Scalar | readonly Scalar[] {
  if (node.kind === 'list') return node.values.flatMap((value) => (value.kind === 'reference' ? [] : [scalarOf(value)]))
  return scalarOf(node)
}

const scalarOf = (node: Literal): Scalar => (node.kind === 'none' ? null : node.value)

const scalarTypes: Readonly<Record<string, string>> = { text: 'string', number: 'number', boolean: 'boolean' }

/** Whether a value is of a parameter's type; the same question is asked of values from outside. */
export function hasType(value: unknown, type: Parameter['type']): boolean {
  const [, element] = /^list of (\w+)$/.exec(type) ?? []
  if (element !== undefined) return Array.isArray(value) && value.every((each) => typeof each === scalarTypes[element])
  return typeof value === scalarTypes[type]
}

function boundsOf({ bounds }: Parameter): TypedParameter['bounds'] {
  if (bounds === undefined) return undefined
  if (bounds.kind === 'range') return { low: bounds.low.value, high: bounds.high.value }
  const values = valueOf(bounds)
  return Array.isArray(values) ? values : undefined
}

function isWithin(value: Scalar | readonly Scalar[], bounds: NonNullable<TypedParameter['bounds']>): boolean {
  const values: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar]
  return values.every((each) =>
    'low' in bounds ? typeof each === 'number' && each >= bounds.low && each <= bounds.high : bounds.includes(each),
  )
}

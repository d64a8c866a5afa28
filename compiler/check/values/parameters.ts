/** Parameters: their values have the type and the bounds that they state. */
import { diagnose } from '../../diagnostics/codes.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { write } from '../../diagnostics/fix.ts'
import type { List, Literal, Parameter } from '../../language/tree.ts'
import { plainNumber } from '../../language/units.ts'
import type { Scalar, TypedParameter } from '../typed.ts'
import { booleanWord } from './fitting.ts'

type Report = (diagnostic: Diagnostic) => void

export function checkParameter(node: Parameter, report: Report): TypedParameter {
  const value = heldBy(node.value, report)
  const bounds = boundsOf(node, report)
  if (!hasType(value, node.type)) reportType(node, value, report)
  else if (bounds !== undefined && !isWithin(value, bounds)) report(diagnose('out-of-bounds', node.value.span, {}))
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

function reportType({ value: { span }, type }: Parameter, value: Scalar | readonly Scalar[], report: Report): void {
  const written = asType(value, type)
  const suggestion = written === undefined ? '' : `Write ${written}, or another type before it.`
  const fixes = written === undefined ? [] : [write(span, written)]
  report(diagnose('bad-parameter', span, { type: typeNames[type], suggestion }, { fixes }))
}

/** The value as the type would have it, where that can be told. */
function asType(value: Scalar | readonly Scalar[], type: Parameter['type']): string | undefined {
  if (type.startsWith('list')) {
    const written = [value].flat().map((each) => asType(each, elementName(type)))
    return written.includes(undefined) ? undefined : `[${written.join(', ')}]`
  }
  if (Array.isArray(value) || value === null) return undefined
  if (type === 'text') return JSON.stringify(String(value))
  const word = String(value).toLowerCase()
  if (type === 'boolean') return booleanWord(word)
  const number = plainNumber(word)
  return number === undefined ? undefined : String(number)
}

const elementName = (type: Parameter['type']): Parameter['type'] => (type === 'list of text' ? 'text' : 'number')

/** A parameter stands for itself: its value names nothing else. */
function heldBy(node: Literal | List, report: Report): Scalar | readonly Scalar[] {
  if (node.kind !== 'list') return scalarOf(node)
  return node.values.flatMap((value) => {
    if (value.kind !== 'reference') return [scalarOf(value)]
    report(diagnose('name-in-parameter', value.span, {}))
    return []
  })
}

const scalarOf = (node: Literal): Scalar => (node.kind === 'none' ? null : node.value)

const scalarTypes: Readonly<Record<string, string>> = { text: 'string', number: 'number', boolean: 'boolean' }

/** The type of each value that a parameter holds: of its elements, where it is a list. */
const elementType = (type: Parameter['type']): string | undefined => scalarTypes[type.replace('list of ', '')]

/** Whether a value is of a parameter's type. */
function hasType(value: unknown, type: Parameter['type']): boolean {
  const element = elementType(type)
  if (type.startsWith('list')) return Array.isArray(value) && value.every((each) => typeof each === element)
  return typeof value === element
}

/** Undefined where there are none, or where they make no sense, which has then been said. */
function boundsOf({ bounds, type }: Parameter, report: Report): TypedParameter['bounds'] {
  if (bounds === undefined) return undefined
  if (bounds.kind === 'range') {
    const { low, high } = bounds
    if (elementType(type) === 'number' && low.value <= high.value) return { low: low.value, high: high.value }
    report(diagnose(low.value > high.value ? 'empty-range' : 'range-of-texts', bounds.span, {}))
    return undefined
  }
  const values = [heldBy(bounds, report)].flat()
  if (values.every((value) => typeof value === elementType(type))) return values
  report(diagnose('bad-bounds', bounds.span, { type: typeNames[type] }))
  return undefined
}

function isWithin(value: Scalar | readonly Scalar[], bounds: NonNullable<TypedParameter['bounds']>): boolean {
  return [value]
    .flat()
    .every((each) =>
      'low' in bounds ? typeof each === 'number' && each >= bounds.low && each <= bounds.high : bounds.includes(each),
    )
}

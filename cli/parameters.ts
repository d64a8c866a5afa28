/** Values for the parameters of checklists, from the command line and from files, checked against type and bounds. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { didYouMean, type Scalar, type TypedParameter } from '../compiler/index.ts'
import { Failure } from './failure.ts'

export type ParameterValue = Scalar | readonly Scalar[]

/** A value as somebody gave it: text from the command line has to be read as what the parameter is. */
type Given = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value'; readonly value: unknown }

/** By name; later ones win, and the command line wins over files. */
export type GivenParameters = ReadonlyMap<string, Given>

/** @param assignments each `NAME=VALUE` @param files YAML or JSON, an object of values by name */
export function givenParameters(assignments: readonly string[], files: readonly string[]): GivenParameters {
  return new Map([...files.flatMap(readParameters), ...assignments.map(readAssignment)])
}

function readAssignment(assignment: string): readonly [string, Given] {
  const at = assignment.indexOf('=')
  if (at > 0) return [assignment.slice(0, at).trim(), { kind: 'text', text: assignment.slice(at + 1) }]
  throw new Failure(`--parameter takes NAME=VALUE, and "${assignment}" has no ${at === 0 ? 'name' : '"="'}`)
}

function readParameters(file: string): readonly (readonly [string, Given])[] {
  let held: unknown
  try {
    held = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw new Failure(`the parameters in ${file} could not be read: ${message}`)
    throw new Failure(
      code === 'ENOENT'
        ? `there is no file ${file} with parameters`
        : `the file ${file} of parameters cannot be opened`,
      'It is a YAML or JSON file with a line NAME: VALUE for each; --parameter NAME=VALUE gives one alone.',
    )
  }
  if (typeof held !== 'object' || held === null || Array.isArray(held)) {
    throw new Failure(`${file} holds no parameters`, 'A file of parameters has a line NAME: VALUE for each of them.')
  }
  return Object.entries(held).map(([name, value]) => [name, { kind: 'value', value }])
}

/** @throws Failure at a name that none of the parameters has. */
export function assertKnown(given: GivenParameters, parameters: readonly TypedParameter[]): void {
  const names = [...new Set(parameters.map(({ name }) => name))]
  for (const name of given.keys()) {
    if (names.includes(name)) continue
    const known = names.length === 0 ? 'The checklist has no parameters.' : `There are: ${names.join(', ')}.`
    throw new Failure(`there is no parameter "${name}"`, didYouMean(name, names) || known)
  }
}

/** The values of those that are given. @throws Failure at a value that a parameter cannot have. */
export function parameterValues(
  given: GivenParameters,
  parameters: readonly TypedParameter[],
): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    parameters.flatMap((parameter) => {
      const value = given.get(parameter.name)
      return value === undefined ? [] : [[parameter.name, checkedValue(value, parameter)]]
    }),
  )
}

function checkedValue(given: Given, parameter: TypedParameter): ParameterValue {
  const value = given.kind === 'text' ? readText(given.text, parameter.type) : given.value
  if (!hasType(value, parameter.type)) {
    throw new Failure(
      `parameter ${parameter.name} takes ${wanted[parameter.type]}, and ${shown(given)} is none`,
      `For example ${parameter.name}=${JSON.stringify(parameter.value)}: ${parameter.about}`,
    )
  }
  const { bounds } = parameter
  if (bounds === undefined || [value].flat().every((each) => isWithin(each, bounds))) return value
  const allowed = 'low' in bounds ? `from ${bounds.low} to ${bounds.high}` : `one of ${bounds.join(', ')}`
  throw new Failure(`parameter ${parameter.name} cannot be ${shown(given)}`, `It is ${allowed}: ${parameter.about}`)
}

const wanted: Readonly<Record<TypedParameter['type'], string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  'list of text': 'a list of texts, with commas between them',
  'list of number': 'a list of numbers, with commas between them',
}

const shown = (given: Given): string => (given.kind === 'text' ? `"${given.text}"` : JSON.stringify(given.value))

/** What cannot be read stays text, and is refused as that. */
function readText(text: string, type: TypedParameter['type']): unknown {
  switch (type) {
    case 'text':
      return text
    case 'number':
      return readNumber(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'list of text':
      return listOf(text)
    case 'list of number':
      return listOf(text).map((each) => (typeof each === 'string' ? readNumber(each) : each))
  }
}

const readNumber = (text: string): number | string => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text)

/** A JSON list, for values that hold commas, or values with commas between them. */
function listOf(text: string): readonly unknown[] {
  if (text.trim() === '') return []
  if (!text.trim().startsWith('[')) return text.split(',').map((each) => each.trim())
  try {
    return JSON.parse(text) as readonly unknown[]
  } catch {
    return [undefined]
  }
}

function hasType(value: unknown, type: TypedParameter['type']): value is ParameterValue {
  switch (type) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'list of text':
      return Array.isArray(value) && value.every((each) => hasType(each, 'text'))
    case 'list of number':
      return Array.isArray(value) && value.every((each) => hasType(each, 'number'))
  }
}

function isWithin(value: Scalar, bounds: NonNullable<TypedParameter['bounds']>): boolean {
  return 'low' in bounds
    ? typeof value === 'number' && value >= bounds.low && value <= bounds.high
    : bounds.includes(value)
}

/** The JSON Schema of the facts document, made from the kinds. */
import { unreachable } from '../unreachable.ts'
import { type KindName, kinds, recordShapes, schemaVersion } from './kinds.ts'
import type { ElementType, Field, FieldType, Shape } from './types.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** Draft 2020-12. Every kind and record has a definition of its own, with the sentences of the kinds as descriptions. */
export function factsJsonSchema(): JsonSchema {
  const names = Object.keys(kinds) as KindName[]
  const lists = names.map((name) => [name, { type: 'array', items: define(name) }])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Proviso facts document',
    description: 'What a repository holds, as the policies of Proviso see it.',
    ...object(
      {
        schema: { const: schemaVersion },
        extracted: optionals(Object.fromEntries(names.map((name) => [name, define('extracted')]))),
        parameters: { type: 'object', additionalProperties: { type: 'object' } },
        anchors: { type: 'object', required: ['repository'], additionalProperties: define('place') },
        undecided: { type: 'array', items: define('undecided') },
      },
      { limit: natural, ...Object.fromEntries(lists) },
    ),
    $defs: {
      place: object({ path: text, line: natural, column: natural, endLine: natural, endColumn: natural }),
      extracted: object({ found: index, kept: index, files: index }, { outlined: index }),
      undecided: object(
        { reason: text, kinds: { type: 'array', items: { enum: names } } },
        { path: text, file: index },
      ),
      ...Object.fromEntries(names.map((name) => [name, ofShape(kinds[name])])),
      ...Object.fromEntries(Object.entries(recordShapes).map(([name, shape]) => [name, ofShape(shape)])),
    },
  }
}

const text: JsonSchema = { type: 'string' }
const index: JsonSchema = { type: 'integer', minimum: 0 }
const natural: JsonSchema = { type: 'integer', minimum: 1 }
const define = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` })

type Properties = { readonly [name: string]: JsonSchema }

const object = (required: Properties, optional: Properties = {}): JsonSchema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

const optionals = (properties: Properties): JsonSchema => object({}, properties)

function ofShape({ about, inFile, fields }: Shape): JsonSchema {
  const all = Object.entries(fields).map(([name, field]) => [name, ofField(field), field.optional] as const)
  const those = (optional: boolean): Properties =>
    Object.fromEntries(all.filter((entry) => entry[2] === optional).map(([name, schema]) => [name, schema]))
  return {
    description: about,
    ...object({ at: define('place'), ...(inFile ? { file: index } : {}), ...those(false) }, those(true)),
  }
}

const ofField = ({ type, about }: Field): JsonSchema => ({ description: about, ...ofType(type) })

function ofType(type: FieldType): JsonSchema {
  switch (type.kind) {
    case 'text':
      return text
    case 'choice':
      return { enum: type.values }
    case 'number':
      return { type: 'number' }
    case 'boolean':
      return { type: 'boolean' }
    case 'literal':
      return { type: ['string', 'number', 'boolean', 'null'] }
    case 'reference':
      return index
    case 'list':
      return { type: 'array', items: ofElement(type.of) }
    default:
      return unreachable(type)
  }
}

function ofElement(of: ElementType): JsonSchema {
  switch (of.kind) {
    case 'text':
      return text
    case 'record':
      return define(of.record)
    case 'reference':
      return index
    default:
      return unreachable(of)
  }
}

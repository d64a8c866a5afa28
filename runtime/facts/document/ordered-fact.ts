/** Facts as the document has them: keys in the order of the schema, references renumbered, nothing that JSON cannot hold. */
import {
  assert,
  type Field,
  type KindName,
  type Place,
  recordShapes,
  type Shape,
  unreachable,
} from '../../../compiler/index.ts'

/** The index in the document of a fact that has `index` in its extraction. */
export type Renumber = (kind: KindName, index: number) => number

type Fields = Readonly<Record<string, unknown>>

/** `file` is the index of the file fact, for kinds that have one. */
export function orderedFact(shape: Shape, fact: Fields, file: number | undefined, renumber: Renumber): Fields {
  const ordered: Record<string, unknown> = { at: orderedPlace(fact.at as Place) }
  if (file !== undefined) ordered.file = file
  for (const [name, field] of Object.entries(shape.fields)) {
    const value = fact[name] === undefined ? undefined : orderedValue(field, fact[name], renumber)
    if (value !== undefined) ordered[name] = value
    else assert(field.optional, `every fact has "${name}", which is not optional`)
  }
  return ordered
}

function orderedValue({ type }: Field, value: unknown, renumber: Renumber): unknown {
  switch (type.kind) {
    case 'text':
    case 'choice':
    case 'number':
    case 'boolean':
    case 'literal':
      return scalar(value)
    case 'reference':
      return renumber(type.to as KindName, value as number)
    case 'list': {
      const { of } = type
      const elements = value as readonly unknown[]
      switch (of.kind) {
        case 'text':
          return elements.map(scalar)
        case 'record': {
          const shape: Shape = recordShapes[of.record as keyof typeof recordShapes]
          return elements.map((element) => orderedFact(shape, element as Fields, undefined, renumber))
        }
        case 'reference':
          return elements.map((element) => renumber(of.to as KindName, element as number))
        default:
          return unreachable(of)
      }
    }
    default:
      return unreachable(type)
  }
}

/** Code may say `1e999` and `"\ud800"`. JSON has no such number, and UTF-8 no such text. */
function scalar(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value
}

export function orderedPlace({ path, line, column, endLine, endColumn }: Place): Place {
  return { path, line, column, endLine, endColumn }
}

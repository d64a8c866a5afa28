/** Kinds of facts and their fields, for people at a terminal. */
import type { Field, FieldType, Shape } from '../../compiler/index.ts'
import { unreachable } from '../../compiler/index.ts'
import type { Style } from './style.ts'

export function renderKinds(kinds: Readonly<Record<string, Shape>>, style: Style): string {
  const width = Math.max(...Object.keys(kinds).map((name) => name.length))
  const lines = Object.entries(kinds).map(([name, { about }]) => `${style.strong(name.padEnd(width))}  ${about}`)
  return `${lines.join('\n')}\n\nproviso kinds NAME shows the fields of one.\n`
}

export function renderKind(name: string, { about, inFile, fields }: Shape, style: Style): string {
  const all: readonly (readonly [string, Field])[] = [
    ...Object.entries(fields),
    ...(inFile ? [['file', fileField] as const] : []),
  ]
  const width = Math.max(...all.map(([field]) => field.length))
  const lines = all.map(([field, { type, optional, about: meaning }]) => {
    const missing = optional ? ' It may be missing.' : ''
    return `  ${style.strong(field.padEnd(width))}  ${meaning}${missing} ${style.faint(`(${typeText(field, type)})`)}`
  })
  return `${style.strong(name)}: ${about}\n${lines.join('\n')}\n`
}

const fileField: Field = {
  type: { kind: 'reference', to: 'file' },
  optional: false,
  about: 'The file that it stands in, followed with a dot: file.path.',
}

/** With how a sentence asks for it, where that is not by comparing it. */
function typeText(field: string, type: FieldType): string {
  switch (type.kind) {
    case 'text':
      return type.like === 'text' ? 'text' : `${type.like === 'path' ? 'path' : 'dotted name'}`
    case 'choice':
      return `one of ${type.values.map((value) => `"${value}"`).join(' ')}`
    case 'number':
      return 'number'
    case 'boolean':
      return `true or false: where ${field}, where not ${field}`
    case 'literal':
      return 'text, number, true, false or none'
    case 'reference':
      return `a ${type.to}`
    case 'list':
      return `list: some ${type.singular} where …`
    default:
      return unreachable(type)
  }
}

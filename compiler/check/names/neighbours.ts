/** Fields that a fact does not have itself, and that one has to which it refers: `path` of a call is `file.path`. */
import { fieldNames, fieldOf, isKind, type Named } from '../context.ts'

/** What people call fields of a file who know other tools. */
const otherwise: Readonly<Record<string, string>> = {
  ...{ filename: 'name', file_name: 'name', basename: 'name', filepath: 'path', file_path: 'path', fullpath: 'path' },
  ...{ func: 'name', method: 'name', function_name: 'name', script_name: 'name', section_title: 'title' },
}

/** The dotted name of the field, from the subject on; undefined where no fact that it refers to has such a one. */
export function fieldThrough({ is }: Named, name: string): string | undefined {
  const lower = name.toLowerCase()
  const meant = Object.hasOwn(otherwise, lower) ? (otherwise[lower] as string) : name
  const references = fieldNames(is).toReversed()
  for (const reference of references) {
    const type = fieldOf(is, reference)?.type
    if (type?.kind !== 'reference' || !isKind(type.to)) continue
    const isNamed = meant === name || lower.startsWith(reference.slice(0, 4))
    if (isNamed && fieldOf({ kind: 'fact', of: type.to }, meant) !== undefined) return `${reference}.${meant}`
  }
  return undefined
}

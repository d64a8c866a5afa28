/** Lines of the form `KEY=value`, as environment files, here-documents and documentation have them. */
import { type FoundSetting, unquoted, withoutComment } from './setting.ts'

export type Assignment = FoundSetting & { readonly value: string }

const line = /^[^\S\n]*(?:export[^\S\n]+)?([A-Za-z_][\w.-]{0,199})[^\S\n]?=(?!=)[^\S\n]?([^\n]*)$/gm

/** Everything that is assigned is a text. A comment behind the value is left out. */
export function assignmentsIn(text: string): readonly Assignment[] {
  return [...text.matchAll(line)].map((match) => {
    const [written, key = '', rest = ''] = match
    const value = withoutComment(rest.trim(), '#')
    const start = match.index + written.length - written.trimStart().length
    const end = match.index + written.length - rest.length + rest.indexOf(value) + value.length
    return { key, value: unquoted(value) ?? value, start, end }
  })
}

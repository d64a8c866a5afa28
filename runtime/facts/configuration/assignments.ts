/** Lines of the form `KEY=value`, as environment files, here-documents and documentation have them. */

export interface SettingLine {
  readonly key: string
  readonly value: string
  readonly start: number
  readonly end: number
}

const line = /^[^\S\n]*(?:export[^\S\n]+)?([A-Za-z_][\w.-]{0,199})[^\S\n]?=[^\S\n]?([^\n]*)$/gm

/** The settings of a text, with their offsets in it. A comment behind the value is left out. */
export function settingLines(text: string): readonly SettingLine[] {
  const found: SettingLine[] = []
  for (const match of text.matchAll(line)) {
    const written = match[0]
    const value = match[2]!.replace(/(^|\s)[#;].*$/, '').trim()
    const start = match.index + written.length - written.trimStart().length
    const end = match.index + written.length - match[2]!.length + match[2]!.indexOf(value) + value.length
    found.push({ key: match[1]!, value: unquoted(value), start, end })
  }
  return found
}

/** One pair of quotes around the whole value is no part of it. */
export function unquoted(value: string): string {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(value)
  return quoted === null ? value : quoted[2]!
}

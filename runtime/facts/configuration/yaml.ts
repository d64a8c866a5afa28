/** YAML, by lines and indentation: keys of mappings with a plain or quoted value. Nothing is expanded or followed. */
import { deepestKey, type FoundSetting, literalOf, unquoted, withoutComment } from './setting.ts'

const entry = /^(\s*(?:- +)*)("[^"\n]{1,200}"|'[^'\n]{1,200}'|[\w$][\w./$ -]{0,200}?)\s*:(?:\s+(.*?))?\s*$/

interface Level {
  readonly indent: number
  readonly key: string
}

export function yamlSettings(text: string): readonly FoundSetting[] {
  const settings: FoundSetting[] = []
  const levels: Level[] = []
  /** The indentation of the key whose text goes over the lines below. */
  let block: number | undefined
  let offset = 0
  for (const line of text.split('\n')) {
    const start = offset
    offset += line.length + 1
    if (line.trim() === '') continue
    if (block !== undefined && indentOf(line) > block) continue
    block = undefined
    if (/^\s*#/.test(line)) continue
    const found = entry.exec(line.replace(/\r$/, ''))
    if (found === null) continue
    const [, before = '', written = '', rest = ''] = found
    while (levels.length > 0 && levels.at(-1)!.indent >= before.length) levels.pop()
    const key = unquoted(written) ?? written
    const value = withoutComment(rest, '#')
    if (/^[|>][-+\d]*$/.test(value)) block = indentOf(line)
    else if (value !== '' && !/^[[{&*!|>]/.test(value)) {
      const first = start + before.length
      settings.push({
        key: [...levels.map((level) => level.key), key].join('.'),
        value: unquoted(value) ?? literalOf(value),
        start: first,
        end: first + line.slice(before.length).indexOf(value, written.length) + value.length,
      })
    }
    if (levels.length < deepestKey) levels.push({ indent: before.length, key })
  }
  return settings
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** INI, systemd units, TOML: sections in brackets, and a key with its value on each line. */
import { type FoundSetting, literalOf, unquoted, withoutComment } from './setting.ts'

const header = /^\s*\[{1,2}\s*([^\][\n]{1,200}?)\s*\]{1,2}\s*(?:[#;].*)?$/
const pair = /^(\s*)(?:export\s+)?("[^"\n]{1,200}"|'[^'\n]{1,200}'|[A-Za-z_][\w.\- ]{0,200}?)\s*([=:])\s*(.*?)\s*$/

/** TOML has types and texts over several lines; the others have texts only. */
export function sectionedSettings(text: string, typed: boolean): readonly FoundSetting[] {
  const settings: FoundSetting[] = []
  let section = ''
  let closing: string | undefined
  let offset = 0
  for (const line of text.split('\n')) {
    const start = offset
    offset += line.length + 1
    if (closing !== undefined) {
      if (line.includes(closing)) closing = undefined
      continue
    }
    const isComment = /^\s*[#;]/.test(line)
    const title = isComment ? undefined : header.exec(line)?.[1]
    if (title !== undefined) section = `${title}.`
    const found = isComment || title !== undefined ? null : pair.exec(line.replace(/\r$/, ''))
    if (found === null) continue
    const [written, indent = '', key = '', sign = '', rest = ''] = found
    // A colon may as well stand in a sentence, or in an address.
    if ((typed && sign !== '=') || rest.startsWith(sign === ':' ? '//' : '=')) continue
    closing = typed ? /^("""|''')(?!.*\1)/.exec(rest)?.[1] : undefined
    const value = closing === undefined ? withoutComment(rest, typed ? '#' : '#;') : ''
    const plain = unquoted(value)
    settings.push({
      key: `${section}${unquoted(key) ?? key}`,
      ...(closing === undefined ? { value: plain ?? (typed ? literalOf(value) : value) } : {}),
      start: start + indent.length,
      end: start + written.trimEnd().length - rest.length + value.length,
    })
  }
  return settings
}

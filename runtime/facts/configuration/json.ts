/** JSON with what people add to it: comments, commas at the end, several values in one file. */
import { deepestKey, type FoundSetting, literalOf } from './setting.ts'

const token = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|[{}[\],:]|[^\s{}[\],:"/]+|\//g

/** A member whose value is no object and no list; keys are joined by dots, places in lists left out. */
export function jsonSettings(text: string): readonly FoundSetting[] {
  const settings: FoundSetting[] = []
  /** The keys around, '' for a list or an outermost value. */
  const path: string[] = []
  let pending: { readonly key: string; readonly start: number } | undefined
  let last: { readonly text: string; readonly start: number } | undefined
  for (const match of text.matchAll(token)) {
    const written = match[0]
    switch (written) {
      case '{':
      case '[':
        path.push(pending?.key ?? '')
        pending = undefined
        break
      case '}':
      case ']':
        path.pop()
        pending = undefined
        break
      case ':':
        if (last?.text.startsWith('"')) pending = { key: contentOf(last.text), start: last.start }
        break
      case ',':
        pending = undefined
        break
      default:
        if (written.startsWith('/')) continue
        if (pending !== undefined && path.length <= deepestKey) {
          const value = written.startsWith('"') ? contentOf(written) : literalOf(written)
          const key = [...path.filter((each) => each !== ''), pending.key].join('.')
          settings.push({ key, value, start: pending.start, end: match.index + written.length })
          pending = undefined
        }
    }
    last = { text: written, start: match.index }
  }
  return settings
}

function contentOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    // An escape that JSON does not know.
    return quoted.slice(1, -1)
  }
}

/** Blanks comments, so that every offset stays as it is. */
import type { Language } from '../extractor.ts'

export function withoutComments(text: string, language: Language): string {
  const lines = withoutMarkupComments(text)
  switch (language) {
    case 'json':
      return lines.replace(/^[^\S\n]*\/\/[^\n]*/gm, blank)
    case 'yaml':
    case 'toml':
    case 'dockerfile':
      return lines.replace(/^[^\S\n]*#[^\n]*|[^\S\n]#\s[^\n]*/gm, blank)
    default:
      return lines.replace(/^[^\S\n]*[#;][^\n]*|[^\S\n][#;]\s[^\n]*/gm, blank)
  }
}

const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ')

/** Some tools call files of XML `.conf`. */
export function withoutMarkupComments(text: string): string {
  const parts: string[] = []
  let at = 0
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start)
    if (end < 0) break
    parts.push(text.slice(at, start), blank(text.slice(start, end + 3)))
    at = end + 3
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(at)
}
